"""Names planted in texts with odd characters are found just where they stand."""

from __future__ import annotations

import pytest

from tests.mentions.reader import read

NAMES = [
    ("CNES", "agency/cnes"),
    ("Centre national d'études spatiales", "agency/cnes"),
    ("Centre national d’études spatiales", "agency/cnes"),
    ("European\u00a0Space Agency", "agency/esa"),
    ("VENµS", "mission/venus"),
    ("VENμS", "mission/venus"),
    ("Jean-Yves Le Gall", "person/jean-yves-le-gall"),
    ("Jean-Yves Le\u00a0Gall", "person/jean-yves-le-gall"),
    ("Jan Wörner", "person/jan-worner"),
    ("Guiana Space Centre", "site/guiana-space-centre"),
]
FRAMES = [
    "{} signed.",
    "On Friday, {} met ROSCOSMOS in Moscow.",
    "«\u00a0œuvre d’art à Évry\u00a0» — then {}, as ever.",
    "Cœur, sœur, naïveté\u202f: {} (see below).",
    "The naïve 🛰 of {}’s people.",
    "The first line ends here\nand {} stands on the second one, as it may.",
    "It was told of {}; nothing more",
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("name", "key"), NAMES)
def test_a_planted_name_is_found_at_its_place(frame: str, name: str, key: str) -> None:
    text = frame.format(name)
    begin = text.index(name)
    linked = read(text)
    found = {(m.span.begin, m.span.end): m.entity for m in linked.mentions}
    assert found.get((begin, begin + len(name))) == key


def test_a_name_broken_over_a_line_is_one_name() -> None:
    text = (
        "The talks on the mission went well, and then the European Space\nAgency signed the text."
    )
    (mention,) = (m for m in read(text).mentions if m.entity == "agency/esa")
    assert mention.text == "European Space\nAgency"
    assert text[mention.span.begin : mention.span.end] == mention.text


@pytest.mark.parametrize(
    "text",
    [
        "CNESX signed.",
        "XCNES signed.",
        "The ESAU of it.",
        "unesa",
        "press@cnes.fr",
        "www.nasa.gov/esa",
    ],
)
def test_no_name_is_found_within_a_word_or_an_address(text: str) -> None:
    assert not read(text).mentions


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        ("Thales Alenia Space built it.", "Thales Alenia Space"),
        ("They flew on Soyuz at the CSG in May.", "Soyuz at the CSG"),
        ("The DLR-TUBSAT satellite flew.", "DLR-TUBSAT"),
    ],
)
def test_a_name_within_a_name_is_no_mention(text: str, longest: str) -> None:
    assert [m.text for m in read(text).mentions] == [longest]
