"""Meetings of whom a text is about, in sentences that do not name him."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kg.model import Release
from tests.facts.happenings import mapper

ARRIVES = {
    "en": "CNES in Japan\n\nParis, 3 May 2018\n\n"
    "Jean-Yves Le Gall, President of CNES, arrived in Tokyo on Monday 30 April.",
    "fr": "Le CNES au Japon\n\nParis, le 3 mai 2018\n\n"
    "Jean-Yves Le Gall, Président du CNES, est arrivé à Tokyo lundi 30 avril.",
}
BOTH = {"person/jean-yves-le-gall", "person/hiroshi-yamakawa"}
DAYS = {"met": "2018-05-02", "planned": "2018-05-07"}
STORIES = tomllib.loads(
    Path(__file__).with_name("meetings_in_stories.toml").read_text(encoding="utf-8")
)
CASES = [
    (code, DAYS[kind], sentence)
    for code, kinds in STORIES.items()
    for kind, sentences in kinds.items()
    for sentence in sentences
    if kind in DAYS
]
APART = [(code, sentence) for code, kinds in STORIES.items() for sentence in kinds["apart"]]


@pytest.mark.parametrize(("code", "day", "sentence"), CASES)
def test_both_are_at_the_meeting(code: str, day: str, sentence: str) -> None:
    events = mapper().map(Release(f"{ARRIVES[code]} {sentence}\n", "story")).events
    days = [
        e.day.value.isoformat()
        for e in events
        if e.kind in ("Meeting", "Visit") and e.day and {key for _, key in e.links} >= BOTH
    ]
    assert days == [day]


@pytest.mark.parametrize(
    "sentence",
    [
        "On Wednesday K. Sivan, Chairman of ISRO, met Hiroshi Yamakawa, President of JAXA.",
        "Hiroshi Yamakawa, President of JAXA, opened a laboratory on Wednesday.",
        "NASA held a meeting with Hiroshi Yamakawa, President of JAXA, on Wednesday.",
    ],
)
def test_he_is_not_at_the_meetings_of_others(sentence: str) -> None:
    events = mapper().map(Release(f"{ARRIVES['en']} {sentence}\n", "story")).events
    assert not [e for e in events if {key for _, key in e.links} >= BOTH]


@pytest.mark.parametrize(("code", "sentence"), APART)
def test_whom_he_meets_one_after_the_other_he_meets_apart(code: str, sentence: str) -> None:
    events = mapper().map(Release(f"{ARRIVES[code]} {sentence}\n", "story")).events
    who = {"person/hiroshi-yamakawa", "person/philippe-setton"}
    met = [who & {key for _, key in e.links} for e in events if e.kind == "Meeting"]
    assert sorted(map(sorted, filter(None, met))) == sorted([p] for p in who)
