"""An acronym of the authority that a text spells out by other words is somebody else's."""

from __future__ import annotations

import pytest

from kg.mentions.spelled import spells
from tests.mentions.reader import read


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        (
            "CNES met the Semiconductor Industry Association (SIA). SIA signed.",
            "SIA",
            "organisation/semiconductor-industry-association",
        ),
        ("CNES met the Satellite Industry Association (SIA).", "SIA", None),
        ("The Aerosol Limb Imager (ALI) flies.", "ALI", "payload/aerosol-limb-imager"),
        # Former names, transcriptions and names of other languages are its own.
        ("CNES met Israel Aircraft Industries (IAI).", "IAI", "organisation/iai"),
        ("CNES met the Space Research Institute (IKI).", "IKI", "organisation/iki"),
    ],
)
def test_an_acronym_spelled_otherwise_is_another_s(text: str, words: str, key: str | None) -> None:
    found = {m.text: m.entity for m in read(text).mentions}
    assert found[words] == (key or "organisation/satellite-industry-association")


def test_what_names_no_class_of_things_is_no_name() -> None:
    linked = read("CNES and JAXA signed a Memorandum of Cooperation (MOC). The MOC is about Mars.")
    assert {m.text for m in linked.mentions} == {"CNES", "JAXA"}


@pytest.mark.parametrize(
    ("full", "short", "yes"),
    [
        ("Satellite Industry Association", "SIA", True),
        ("Centre for Space Science Technology", "CSST", True),
        ("Space Research Institute", "IKI", False),
        ("SIA", "SIA", False),
    ],
)
def test_capitals_spell_an_acronym(full: str, short: str, yes: bool) -> None:
    assert spells(full, short) is yes
