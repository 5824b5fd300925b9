"""What reads otherwise than the known name that its words could be: one reading each."""

from __future__ import annotations

import pytest

from kg import authority, languages
from kg.mentions.known.occurrence import occurrences
from kg.mentions.known.otherwise import READINGS


def _readings(text: str, language: str) -> set[str]:
    """Return the readings that take some known words of a text for something else."""
    lexicon, spoken = authority.load(), languages.load(language)
    every = occurrences(lexicon.hits(text), text, lexicon, spoken)
    return {reading.__name__ for one in every for reading in READINGS if reading(one)}


OTHERWISE = [
    ("It cost $4M.", "en", "is_sum"),
    ("UN PAS VERS MARS", "en", "is_function_word"),
    ("The Artemis Accords were signed.", "en", "is_treaty"),
    ("Les accords Artemis sont signés.", "fr", "is_treaty"),
    ("La présidente Claire Georgia était là.", "fr", "is_person"),
    ("Elle a reçu Mme Chine.", "fr", "is_person"),
    ("Elle a reçu Lisa Verdi.", "fr", "is_person"),
    ("Le vaisseau Soyouz MS-93 a décollé.", "fr", "begins_ship"),
    ("The Soyuz T-93 lifted off.", "en", "begins_ship"),
    ("It was built by JSC National Company X.", "en", "is_company_form"),
    ("TERMA-2 watches methane.", "en", "is_numbered_firm"),
    ("WildTrackCube-SIMBA flew.", "en", "is_part_of_name"),
    ("Il a reçu le prix Alexander Gerst.", "fr", "is_surname"),
    ("It was named by Alexander Gerst-Maier.", "en", "is_surname"),
    ("Une caméra superspectrale VSSC est à bord.", "fr", "is_instrument"),
    ("A CSG sounder is aboard.", "en", "is_instrument"),
    ("With it flies ROSA, an atmospheric sounder supplied by ASI.", "en", "is_instrument"),
    ("Avec elle vole ROSA, un sondeur atmosphérique fourni par l'ASI.", "fr", "is_instrument"),
    ("CNES, 2 place Maurice Quentin, Paris", "fr", "is_street"),
    ("CNES, 2 place Maurice Quentin, Paris", "en", "is_street"),
]


@pytest.mark.parametrize(("text", "language", "reading"), OTHERWISE)
def test_each_reading_takes_words_for_what_they_are(text: str, language: str, reading: str) -> None:
    assert reading in _readings(text, language)


def test_a_name_in_its_place_reads_as_none_of_them() -> None:
    text = "CNES and NASA signed the plan of the Artemis programme in France. ROSA, an agency, did not."
    assert _readings(text, "en") == set()
