"""Meetings, visits and signings: who, when and where, told once or in several sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from kg.encoding import compile_pattern
from kg.facts.clauses import Clause, Scene
from kg.facts.drafts import (
    Draft,
    Stage,
    event_day,
    merge,
    nearest_date,
    place_of,
    same_day,
    status_by_day,
    told_before,
)
from kg.facts.status import pattern, status_of, window
from kg.languages import load
from kg.model import Day

_BODIES = "AO"
_PAIR = 2


@cache
def _shapes(code: str) -> dict[str, re.Pattern[str]]:
    data = load(code).patterns
    return {k.removeprefix("event-"): compile_pattern(v) for k, v in data.items() if k.startswith("event-")}


def read(stage: Stage) -> list[Draft]:
    """Return the meetings, visits and signings of a document, each once."""
    drafts: list[Draft] = []
    last: tuple[str, ...] = ()
    for clause in stage.scene.clauses:
        if clause.part == "contacts":
            continue
        people = _people(stage.scene, clause)
        for draft in _clause_drafts(stage, clause, people, last, drafts):
            _add(drafts, draft)
        last = _carried(stage.scene, clause, people, last)
    return [d for d in drafts if _worth(d)]


def _carried(
    scene: Scene, clause: Clause, people: tuple[str, ...], last: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the two or more persons that a later "the two heads" or "they" points back to."""
    return people if len(people) >= _PAIR else last


def _people(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Return the persons of a clause, less those who are only named as background."""
    background = _shapes(scene.language.code)["background"]
    text = background.sub(" ", clause.text)
    return scene.keys(text, "P")


def _clause_drafts(
    stage: Stage,
    clause: Clause,
    people: tuple[str, ...],
    last: tuple[str, ...],
    drafts: Sequence[Draft],
) -> Iterator[Draft]:
    scene = stage.scene
    code = scene.language.code
    sign = _signing(code, clause)
    if sign is not None:
        yield from _signed(stage, clause, people, last, sign)
    meet = _shapes(code)["meet"].search(clause.text)
    if meet is not None:
        yield from _met(stage, clause, people, last, meet)
    visit = _shapes(code)["visit"].search(clause.text)
    if visit is not None:
        yield from _visited(stage, clause, visit)


def _signing(code: str, clause: Clause) -> re.Match[str] | None:
    shapes = _shapes(code)
    match = shapes["sign"].search(clause.text)
    if match is None or not pattern(code, "agreement").search(clause.text):
        return None
    return match


def _together(
    stage: Stage, clause: Clause, people: tuple[str, ...], last: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the persons and the organisations that take part, ellipses filled in."""
    scene = stage.scene
    ellipsis = _shapes(scene.language.code)["ellipsis"].search(clause.text)
    if len(people) < _PAIR and ellipsis is not None and last:
        people = tuple(dict.fromkeys((*people, *last)))
    bodies = stage.bodies_of(people)
    if not people:
        bodies = scene.keys(clause.text, _BODIES)
    return people, bodies


def _met(
    stage: Stage,
    clause: Clause,
    people: tuple[str, ...],
    last: tuple[str, ...],
    match: re.Match[str],
) -> Iterator[Draft]:
    scene = stage.scene
    code = scene.language.code
    people, bodies = _together(stage, clause, people, last)
    if len(people) < _PAIR:
        if not people and not _shapes(code)["meet-bodies"].search(clause.text):
            return
        between = _shapes(code)["between"].search(clause.text)
        named = scene.keys(between["a"], _BODIES) if between is not None else ()
        bodies = tuple(dict.fromkeys((*bodies, *named)))
        if len(people) + len(named) < _PAIR:
            return
    day = _day(stage, clause, match)
    words = window(clause.text, *match.span())
    status = status_by_day(day, scene.linked.document.issued, status_of(code, words, "completed"))
    if status == "discussed" or (status == "planned" and day is None):
        return
    yield Draft(
        kind="Meeting",
        day=day,
        end=_end(scene, clause, match),
        status=status,
        evidence=(clause.span,),
        order=clause.order,
        rule="meeting",
        people=people,
        bodies=bodies,
        witnesses=_witnesses(scene, clause, people),
        places=place_of(scene, clause),
        concerns=scene.keys(clause.text, "MYG"),
    )


def _signed(
    stage: Stage,
    clause: Clause,
    people: tuple[str, ...],
    last: tuple[str, ...],
    match: re.Match[str],
) -> Iterator[Draft]:
    scene = stage.scene
    code = scene.language.code
    people, bodies = _together(stage, clause, people, last)
    witnesses = _witnesses(scene, clause, people)
    signers = tuple(p for p in people if p not in witnesses)
    parties = _parties(stage, clause, signers)
    if len(parties) + (len(people) if not parties else 0) < 1 or len((*people, *parties)) < _PAIR:
        return
    day = _day(stage, clause, match)
    words = window(clause.text, *match.span())
    status = status_by_day(day, scene.linked.document.issued, status_of(code, words, "completed"))
    if status == "discussed" or (status == "planned" and day is None):
        return
    concerns = scene.keys(clause.text, "MYG")
    yield Draft(
        kind="AgreementSigning",
        day=day,
        status=status,
        evidence=(clause.span,),
        order=clause.order,
        rule="signing",
        people=people,
        bodies=parties,
        witnesses=witnesses,
        places=place_of(scene, clause),
        concerns=concerns,
        agreement=_agreement(scene, clause),
    )


def _parties(stage: Stage, clause: Clause, signers: tuple[str, ...]) -> tuple[str, ...]:
    """Return who is bound: the signers' organisations, else the bodies or countries named."""
    scene = stage.scene
    parties = stage.bodies_of(signers)
    between = _shapes(scene.language.code)["between"].search(clause.text)
    if between is not None:
        parties = tuple(dict.fromkeys((*parties, *scene.keys(between["a"], "AOC"))))
    if len(parties) < _PAIR:
        parties = tuple(dict.fromkeys((*parties, *_acting(scene, clause))))
    return parties


def _acting(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Return the bodies that act in the clause, or its countries where it names two and no body."""
    bodies = scene.keys(clause.text, _BODIES)
    if len(bodies) >= _PAIR or (bodies and scene.keys(clause.text, "P")):
        return bodies
    countries = scene.keys(clause.text, "C")
    return bodies or (countries if len(countries) == _PAIR else ())


def _agreement(scene: Scene, clause: Clause) -> str:
    found = pattern(scene.language.code, "agreement").search(clause.text)
    return found[0].lower() if found else "agreement"


def _witnesses(scene: Scene, clause: Clause, people: tuple[str, ...]) -> tuple[str, ...]:
    """Return the persons in whose presence something was done."""
    match = _shapes(scene.language.code)["witness"].search(clause.text)
    return tuple(k for k in scene.keys(match["w"], "P") if k in people) if match else ()


def _visited(stage: Stage, clause: Clause, match: re.Match[str]) -> Iterator[Draft]:
    scene = stage.scene
    groups = match.groupdict()
    visitors = scene.keys(next((v for k, v in groups.items() if k[0] == "p" and v), ""), "P")
    places = scene.keys(next((v for k, v in groups.items() if k[0] == "i" and v), ""), "CIS")
    if not visitors:
        return
    phrase = nearest_date(scene, clause, match.start())
    day = event_day(scene.linked.document.issued, phrase)
    yield Draft(
        kind="Visit",
        day=day,
        end=phrase.end if phrase else None,
        status=status_by_day(day, scene.linked.document.issued, "completed"),
        evidence=(clause.span,),
        order=clause.order,
        rule="visit",
        people=visitors,
        bodies=stage.bodies_of(visitors),
        places=places or place_of(scene, clause),
    )


def _day(stage: Stage, clause: Clause, match: re.Match[str]) -> Day | None:
    phrase = nearest_date(stage.scene, clause, match.start())
    if phrase is None and clause.part == "body":
        phrase = told_before(stage.scene, clause)
    return event_day(stage.scene.linked.document.issued, phrase)


def _end(scene: Scene, clause: Clause, match: re.Match[str]) -> date | None:
    phrase = nearest_date(scene, clause, match.start())
    return phrase.end if phrase is not None else None


def _add(drafts: list[Draft], draft: Draft) -> None:
    """Merge a draft into the event that it tells again, or add it as one more."""
    for i, known in enumerate(drafts):
        if known.kind == draft.kind and _same_event(known, draft):
            drafts[i] = merge(known, draft)
            return
    drafts.append(draft)


def _same_event(one: Draft, other: Draft) -> bool:
    if not same_day(one.day, other.day):
        return False
    shared = one.actors & other.actors
    fewer = min(len(one.actors), len(other.actors))
    if not shared:
        return False
    people = set(one.people) & set(other.people)
    if one.people and other.people and not people:
        return False
    if one.people and other.people and not (set(one.people) <= set(other.people) or set(other.people) <= set(one.people)):
        return one.day == other.day and len(people) >= _PAIR
    return len(shared) * 2 >= fewer


def _worth(draft: Draft) -> bool:
    return len(draft.actors) >= (1 if draft.kind == "Visit" else _PAIR)

