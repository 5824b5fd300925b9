"""Posts: which words name one, and where it ends."""

from __future__ import annotations

import pytest

from tests.mentions.reader import findings

POSTS = [
    ("en", "CNES President Jean-Yves Le Gall", ["President"]),
    ("en", "President and CEO of CNES", ["President and CEO"]),
    ("en", "the Deputy Director General of ESA", ["Deputy Director General"]),
    (
        "en",
        "Minister of Science, Technology and Innovation",
        ["Minister of Science, Technology and Innovation"],
    ),
    (
        "en",
        "Under Secretary for Economic Growth Jose Fernandez",
        ["Under Secretary for Economic Growth"],
    ),
    ("en", "Foreign Minister Laurent Fabius", ["Foreign Minister"]),
    ("en", "DLR Executive Board Member", []),
    ("en", "the presidents of the two agencies", ["presidents"]),
    ("fr", "la présidente-directrice générale du CNES", ["présidente-directrice générale"]),
    ("fr", "le ministre des Affaires étrangères", ["ministre des Affaires étrangères"]),
    ("fr", "la vice-présidente du CNES", ["vice-présidente"]),
    ("fr", "la secrétaire d’État", ["secrétaire d’État"]),
    ("fr", "l'ambassadrice de France", ["ambassadrice de France"]),
    ("fr", "la directrice adjointe de l’ESA", ["directrice adjointe"]),
    ("fr", "l’administrateur de la NASA", ["administrateur"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), POSTS)
def test_posts_are_found(language: str, text: str, expected: list[str]) -> None:
    found = [t.text for t in findings(text, language).titles]
    assert found[: len(expected)] == expected


@pytest.mark.parametrize(
    "text", ["The directory of CNES", "He presided over it.", "an administrative act"]
)
def test_other_words_are_no_posts(text: str) -> None:
    assert not findings(text).titles
