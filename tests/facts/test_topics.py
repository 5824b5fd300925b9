"""Topics: the areas of cooperation, by words that come back."""

from __future__ import annotations

import pytest

from kg.languages import CODES, load
from kg.vocab import TOPICS
from tests.facts.stage import reading

CASES = [
    ("en", "The climate is changing, and global warming goes on.", ("climate",)),
    ("en", "The climate is changing.", ()),
    (
        "en",
        "A rocket left; the launcher is new. Lunar plans, and the Moon.",
        ("exploration", "launch-vehicles"),
    ),
    ("fr", "Le climat change, et le réchauffement se poursuit.", ("climate",)),
    ("fr", "La fusée est partie ; le lanceur est neuf.", ("launch-vehicles",)),
    ("fr", "Le climat change.", ()),
]


@pytest.mark.parametrize(("code", "text", "topics"), CASES)
def test_topics(code: str, text: str, topics: tuple[str, ...]) -> None:
    assert reading(text, code).topics == topics


def test_no_more_than_five_the_most_frequent() -> None:
    words = "climate ocean galileo training rocket moon biology"
    topics = reading(f"{words}. {words}. More of the ocean.", "en").topics
    assert len(topics) == 5
    assert "oceanography" in topics
    assert list(topics) == sorted(topics)


@pytest.mark.parametrize("code", CODES)
def test_each_topic_has_words(code: str) -> None:
    assert set(load(code).topics) == set(TOPICS)
    assert all(words and all(words) for words in load(code).topics.values())
