"""Talks of somebody with one partner after another: "he held a series of talks on Tuesday. Ms X came first."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.facts.clauses import first_mentions
from kg.facts.drafts import Draft, Stage
from kg.facts.tellings import Telling
from kg.facts.timing import own_date, told_before
from kg.facts.wording import shapes
from kg.model import Day

_REACH = 8
_CONFIDENCE = 0.7


@dataclass(frozen=True, slots=True)
class Talks:
    """Whose talks a text goes on to tell of, since which sentence, which told of them last, and their day."""

    one: str
    order: int
    last: int
    day: Day | None


def opened(stage: Stage, telling: Telling, known: Talks | None) -> Talks | None:
    """Return the talks that a telling opens or goes on with."""
    clause = telling.clause
    if clause.part == "body" and not clause.quoted:
        series = shapes(stage.scene.language.code, "talks")["series"].search(clause.text)
        if series is not None and len(telling.people) == 1:
            order = clause.order
            return Talks(telling.people[0], order, order, _day(stage, telling))
    over = known is None or clause.order - known.last > _REACH or clause.part != "body"
    return None if over else known


def renewed(known: Talks | None, told: Sequence[Draft]) -> Talks | None:
    """Return the talks as told of last by these meetings, if they are any of them."""
    mine = [d.order for d in told if known is not None and known.one in d.people]
    return replace(known, last=max(mine)) if known is not None and mine else known


def partners(stage: Stage, telling: Telling, talks: Talks | None) -> Iterator[Draft]:
    """Yield the meetings with those whom a telling names as partners of such talks."""
    clause = telling.clause
    if talks is None or clause.quoted or clause.order == talks.order:
        return
    patterns = shapes(stage.scene.language.code, "talks")
    if patterns["aside"].search(clause.text) is not None:
        return
    each = patterns["each"].match(clause.text) is not None
    parts = _parts(
        clause.text, [m.start() for m in patterns["next"].finditer(clause.text)] if each else []
    )
    groups = [found for part in parts if (found := _new(stage, telling, part, talks))]
    if len(groups) > 1 or (groups and len(groups[0]) == 1):
        for group in groups:
            yield _met(stage, telling, (talks.one, *group), talks.day)


def _parts(text: str, cuts: list[int]) -> list[str]:
    places = [0, *cuts, len(text)]
    return [text[begin:end] for begin, end in pairwise(places)]


def _new(stage: Stage, telling: Telling, text: str, talks: Talks) -> tuple[str, ...]:
    """Return the persons whom words tell of for the first time, with what they are."""
    first, mentions = first_mentions(stage.scene), stage.scene.linked.mentions
    span = telling.clause.span
    new = tuple(
        p
        for p in stage.scene.keys(text, "P")
        if p != talks.one and span.begin <= mentions[first[p]].span.begin < span.end
    )
    return new if any(mark in text for mark in ("‹T", "‹A", "‹O")) else ()


def _met(stage: Stage, telling: Telling, people: tuple[str, ...], day: Day | None) -> Draft:
    return Draft(
        kind="Meeting",
        day=_day(stage, telling) or day,
        status="completed",
        evidence=(telling.clause.span,),
        order=telling.clause.order,
        rule="talks",
        people=people,
        bodies=stage.bodies_of(people),
        concerns=stage.scene.keys(telling.text, "MYG"),
        confidence=_CONFIDENCE,
    )


def _day(stage: Stage, telling: Telling) -> Day | None:
    """Return the day of what a telling tells, its own or that of the sentences before it."""
    clause = telling.clause
    phrase = own_date(stage.scene, clause, (0, len(clause.text)), planned=False)
    phrase = phrase or told_before(stage.scene, clause, lately=True)
    return phrase.day if phrase is not None and phrase.day.precision == "day" else None
