"""Encounters that no pattern reads, judged by learned weights."""

from __future__ import annotations

import pytest

from kg.facts import happenings
from kg.facts.relations import Relation
from kg.model import Event
from kg.pipeline import Mapper
from tests.facts.stage import release

PAIR = "Jean-Yves Le Gall, President of CNES, and Hiroshi Yamakawa, President of JAXA,"


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the word "mulled" tell of a meeting, and "roamed" of a visit."""
    models = (
        Relation("Meeting", turned=False, threshold=10, weights={"s:mulled": 50}),
        Relation("Visit", turned=False, threshold=10, weights={"s:roamed": 50}),
    )
    monkeypatch.setattr(happenings, "relations", lambda: {happenings.KIND: models})


def events(text: str, *, judged: bool = True) -> list[Event]:
    return list(Mapper(judged=judged).map(release(text, "en")).events)


def test_a_meeting_is_told_by_a_word_that_no_pattern_knows() -> None:
    (event,) = events(f"{PAIR} mulled over their projects in Tokyo on 12 March 2021.")
    assert (event.kind, event.rule) == ("Meeting", happenings.RULE)
    assert event.day is not None
    assert event.day.value.isoformat() == "2021-03-12"
    assert event.confidence < 0.6
    people = {key for link, key in event.links if link == "participant"}
    assert people == {
        *("person/jean-yves-le-gall", "person/hiroshi-yamakawa"),
        *("agency/cnes", "agency/jaxa"),
    }


def test_of_two_kinds_the_likelier_is_told() -> None:
    (event,) = events("Jean-Yves Le Gall, President of CNES, roamed Tokyo on 12 March 2021.")
    assert event.kind == "Visit"


@pytest.mark.parametrize(
    "text",
    [
        f"{PAIR} never mulled over their projects.",
        f"{PAIR} will have mulled over their projects in 2023.",
        f"“{PAIR} mulled over their projects,” said K. Sivan.",
        "The teams mulled over their projects.",
        f"• {PAIR} mulled over their projects.",
        f"{PAIR} strolled on 12 March 2021.",
    ],
)
def test_what_is_denied_to_come_quoted_or_of_nobody_is_not_judged(text: str) -> None:
    assert events(text) == []


def test_nothing_is_judged_where_that_is_not_asked_for() -> None:
    assert events(f"{PAIR} mulled over their projects.", judged=False) == []


def test_what_is_told_on_of_a_meeting_is_no_second_one() -> None:
    told = f"{PAIR} met in Tokyo on 12 March 2021. Mr Le Gall and Mr Yamakawa mulled over projects."
    (event,) = events(told)
    assert event.rule == "meeting"


def test_a_sentence_bears_its_words_whom_it_names_and_what_patterns_read_in_it() -> None:
    text = f"{PAIR} met in Tokyo on 12 March 2021.\n\n{PAIR} mulled over projects."
    met, mulled = Mapper(judged=False).observe(release(text, "en")).candidates
    assert met.told == {"Meeting"}
    assert mulled.told == frozenset()
    assert {"s:mulled", "nP:2", "nA:2", "part:body", "who:22", "after:Meeting"} <= mulled.features
    assert {"c:meet", "cb:<meet> in", "o:A <meet>"} <= met.features


def test_rare_words_tell_as_frequent_ones_do() -> None:
    texts = (f"{PAIR} {verb} in Tokyo on 12 March 2021." for verb in ("conferred", "parleyed"))
    conferred, parleyed = (
        Mapper(judged=False).observe(release(t, "en")).candidates[0] for t in texts
    )
    assert "c:meet" in conferred.features
    assert "c:meet" not in parleyed.features


def test_what_is_judged_and_told_of_the_same_parties_and_day_is_one_event() -> None:
    told = f"{PAIR} met in Tokyo on 12 March 2021."
    other = "Philippe Baptiste of CNES and Anna Mori of JAXA mulled over projects on 12 March 2021."
    (event,) = events(f"{told}\n\n{other}")
    assert len(event.evidence) == 2


def test_of_whom_only_a_thing_is_named_takes_no_part() -> None:
    one = "Jean-Yves Le Gall, President of CNES, mulled over"
    told = (
        ("Carl Sagan's book", False),
        ("Carl Sagan's “Pale Blue Dot”", False),
        ("plans with Carl Sagan", True),
    )
    for words, takes_part in told:
        (event,) = events(f"{one} {words} on 12 March 2021.")
        assert ("person/carl-sagan" in {key for _, key in event.links}) is takes_part
