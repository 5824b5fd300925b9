"""Which of several bodies a shared acronym stands for: the document decides, or nobody does."""

from __future__ import annotations

import pytest

from tests.mentions.reader import keys, read

CHOSEN = [
    ("en", "Israel's space agency ISA signed with CNES.", "ISA", "agency/israel-space-agency"),
    (
        "en",
        "The Iranian Space Agency (ISA) launched. ISA is in Iran.",
        "ISA",
        "agency/iranian-space-agency",
    ),
    ("fr", "L'agence spatiale israélienne ISA a signé.", "ISA", "agency/israel-space-agency"),
    (
        "en",
        "The Israeli team of ISA came from Tel Aviv, Israel.",
        "ISA",
        "agency/israel-space-agency",
    ),
]


@pytest.mark.parametrize(("language", "text", "name", "key"), CHOSEN)
def test_the_document_decides(language: str, text: str, name: str, key: str) -> None:
    assert keys(text, language)[name] == key


def test_what_nothing_decides_stays_unlinked_and_is_said() -> None:
    linked = read("The ISA signed with CNES.")
    assert [m.text for m in linked.mentions] == ["CNES"]
    (note,) = linked.notes
    assert note.kind == "ambiguous"
    assert "agency/israel-space-agency" in note.message
    assert note.span is not None
    assert linked.document.text[note.span.begin : note.span.end] == "ISA"


def test_a_satellite_and_its_programme_are_the_lasting_frame() -> None:
    assert keys("They spoke of Galileo.").get("Galileo", "programme/galileo") == "programme/galileo"


def test_a_satellite_named_after_a_person_goes_by_its_short_name_too() -> None:
    found = keys(
        "Sentinel-6 is in orbit. The data of the Sentinel-6 Michael Freilich satellite are out."
    )
    assert found["Sentinel-6"] == found["Sentinel-6 Michael Freilich"]
    assert found["Sentinel-6"] == "mission/sentinel-6-michael-freilich"


def test_a_second_generation_is_another() -> None:
    found = keys(
        "The COSMO-SkyMed satellites age. The satellites of COSMO-SkyMed Second Generation are new."
    )
    assert len(set(found.values())) == len(["COSMO-SkyMed", "COSMO-SkyMed Second Generation"])
