"""Who makes, gives, orders, flies and carries what, in the many ways of telling it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kg.model import Release
from tests.facts.stage import mapper, told

HEADS = {
    "en": "News of the week\n\nParis, 3 May 2018 - It was a busy week for all who work on satellites, "
    "and many visitors came to see them.",
    "fr": "Nouvelles de la semaine\n\nParis, le 3 mai 2018 – La semaine a été chargée pour tous ceux "
    "qui travaillent aux satellites, et les visiteurs étaient nombreux.",
}
CALLED = {
    "en": {
        "HYPATIA": "On Tuesday there was talk of the HYPATIA satellite.",
        "SOCRATA": "On Tuesday there was talk of the SOCRATA satellite.",
        "SARP": "On Tuesday there was talk of the SARP radiometer.",
        "TELO": "On Tuesday there was talk of the TELO camera.",
        "VIRO": "On Tuesday there was talk of the VIRO spectrometer.",
    },
    "fr": {
        "HYPATIA": "Mardi on parlait du satellite HYPATIA.",
        "SOCRATA": "Mardi on parlait du satellite SOCRATA.",
        "SARP": "Mardi on parlait du radiomètre SARP.",
        "TELO": "Mardi on parlait de la caméra TELO.",
        "VIRO": "Mardi on parlait du spectromètre VIRO.",
    },
}
"""What tells elsewhere in the release that a name is a satellite's or an instrument's."""
ROLES = {"builtBy", "customer", "operatedBy", "carries", "contributes", "leads"}
THINGS = tomllib.loads(Path(__file__).with_name("things.toml").read_text(encoding="utf-8"))
TOLD = [(code, *case) for code, kinds in THINGS.items() for case in kinds["told"]]
UNTOLD = [(code, text) for code, kinds in THINGS.items() for text in kinds["untold"]]


def _read(code: str, text: str) -> set[str]:
    called = "\n\n".join(line for name, line in CALLED[code].items() if name in text)
    release = Release(f"{HEADS[code]}\n\n{text}\n\n{called}\n", "things")
    return {told(f) for f in mapper().map(release).facts}


@pytest.mark.parametrize(("code", "wanted", "text"), TOLD)
def test_it_is_told(code: str, wanted: str, text: str) -> None:
    assert set(wanted.split("; ")) <= _read(code, text)


@pytest.mark.parametrize(("code", "text"), UNTOLD)
def test_nothing_of_the_kind_is_told(code: str, text: str) -> None:
    assert not {fact for fact in _read(code, text) if fact.split()[1] in ROLES}
