"""Gatherings told in several sentences: one says that it took place, others who was there.

"The review took place in Rome on Tuesday. Ms X opened it. ... Agency B was represented by Mr Y."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from kg.dates import DatePhrase, recent
from kg.facts.clauses import Clause
from kg.facts.drafts import Draft, Stage, merge, place_of, same_day
from kg.facts.kinship import first_pair
from kg.facts.meetings import dated, real
from kg.facts.status import denied, status_of
from kg.facts.timing import told, told_before
from kg.facts.wording import shapes
from kg.model import Day

_BODIES = "AO"
_PAIR = 2
_REACH = 6
_BEFORE = 12
_SURE = 0.7
_RULE = "gathering"


def read(stage: Stage) -> list[Draft]:
    """Return the gatherings at which two at least are said to have been."""
    patterns = shapes(stage.scene.language.code, "gathers")
    found = []
    for clause in stage.scene.clauses if "held" in patterns else ():
        held = patterns["held"].search(clause.text)
        if held is None or clause.quoted or clause.part == "contacts" or _no(stage, clause, held):
            continue
        gathering = _gathering(stage, clause, held)
        if gathering is not None:
            found.append(gathering)
    return found


def joined(drafts: Sequence[Draft], gathering: Draft) -> list[Draft]:
    """Return the events with a gathering: told with the meeting of its own sentence, or as one more."""
    found = list(drafts)
    own = [i for i, d in enumerate(found) if d.order == gathering.order and d.kind != "Visit"]
    for i in own:
        if found[i].kind == "Meeting" and same_day(found[i].day, gathering.day):
            found[i] = merge(found[i], gathering)
    again = own or any(_same(gathering, d) for d in found)
    return found if again else [*found, gathering]


def settle(stage: Stage, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the events, each gathering once, with the meetings of a series before or after them."""
    found = [d for d in drafts if d.rule != _RULE]
    for gathering in drafts:
        if gathering.rule == _RULE:
            found = _once(found, gathering)
    found.sort(key=lambda d: d.order)
    return sorted([*found, *_series(stage, found)], key=lambda d: d.order)


def _once(drafts: Sequence[Draft], gathering: Draft) -> list[Draft]:
    """Return the events with a gathering, in that meeting at which the same people were."""
    for i, known in enumerate(drafts):
        if known.kind == "Meeting" and known.people and _same(gathering, known):
            return [*drafts[:i], merge(known, gathering), *drafts[i + 1 :]]
    return [*drafts, gathering]


def _series(stage: Stage, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield those of whom a sentence says just that: "the next dialogue will be held in Rome"."""
    scene = stage.scene
    pattern = shapes(scene.language.code, "gathers").get("series")
    busy = {d.order for d in drafts}
    for clause in scene.clauses if pattern is not None else ():
        match = pattern.search(clause.text) if pattern and clause.order not in busy else None
        if match is None or clause.part != "body" or clause.quoted:
            continue
        at = match.start(), max(match.end(), match.end("when"))
        phrase, status = _when(stage, clause, at)
        bodies = scene.keys(clause.text, _BODIES)
        last = [d for d in drafts if d.kind == "Meeting" and d.order < clause.order]
        if len(bodies) < _PAIR:
            pairs = (*(d.bodies for d in reversed(last)), first_pair(scene))
            bodies = next((p for p in pairs if len(p) >= _PAIR and set(bodies) <= set(p)), ())
        told_so = phrase is not None and real(phrase, status) and not _vague(stage, phrase)
        if told_so and len(bodies) >= _PAIR:
            yield _meeting(stage, clause, phrase, status, bodies=bodies)


def _vague(stage: Stage, phrase: DatePhrase) -> bool:
    """Tell whether a date is no more than "next year"."""
    words = stage.scene.linked.document.text[phrase.span.begin : phrase.span.end]
    return phrase.day.precision == "year" and not any(c.isdigit() for c in words)


def _no(stage: Stage, clause: Clause, held: re.Match[str]) -> bool:
    """Tell whether the words deny it, or the gathering is something else: "the signing ceremony"."""
    code = stage.scene.language.code
    before = clause.text[max(0, held.start() - _BEFORE) : held.start()]
    return shapes(code, "gathers")["other"].search(before + held[0]) is not None or denied(
        code, before
    )


def _gathering(stage: Stage, clause: Clause, held: re.Match[str]) -> Draft | None:
    """Return the gathering that a clause says was held, with those whom the next ones name."""
    scene = stage.scene
    patterns = shapes(scene.language.code, "gathers")
    phrase, status = _when(stage, clause, held.span())
    issued = scene.linked.document.issued
    if not real(phrase, status):
        return None
    if phrase is not None and (_old(phrase.day, issued) or _vague(stage, phrase)):
        return None
    absent = shapes(scene.language.code, "event").get("absent")
    people = [_there(stage, clause)]
    evidence = [clause.span]
    for later in scene.clauses[clause.order + 1 : clause.order + 1 + _REACH]:
        if later.part != clause.part or patterns["held"].search(later.text):
            break
        speaks = patterns["speaks"].search(later.text)
        text = absent.sub(" ", later.text) if absent is not None else later.text
        named = scene.keys(text, "P") if speaks is not None and not later.quoted else ()
        if named:
            people.append(named)
            evidence.append(later.span)
    everybody = tuple(dict.fromkeys(key for some in people for key in some))
    between = patterns["between"].search(clause.text)
    named_bodies = scene.keys(between["a"] or between["b"], _BODIES) if between is not None else ()
    bodies = tuple(dict.fromkeys((*stage.bodies_of(everybody), *named_bodies)))
    others = [b for b in named_bodies if b not in stage.bodies_of(everybody)]
    if len(everybody) + len(others) < _PAIR:
        return None
    found = _meeting(stage, clause, phrase, status, bodies=bodies)
    return replace(found, people=everybody, evidence=tuple(evidence))


def _meeting(
    stage: Stage,
    clause: Clause,
    phrase: DatePhrase | None,
    status: str,
    *,
    bodies: tuple[str, ...],
) -> Draft:
    return Draft(
        kind="Meeting",
        day=phrase.day if phrase else None,
        end=phrase.end if phrase else None,
        status=status,
        evidence=(clause.span,),
        order=clause.order,
        rule=_RULE,
        bodies=bodies,
        places=place_of(stage.scene, clause),
        concerns=stage.scene.keys(clause.text, "MYG"),
        confidence=_SURE,
    )


def _old(day: Day, issued: date | None) -> bool:
    """Tell whether a release only looks back to that day."""
    return issued is None or (day.value <= issued and not recent(day, issued))


def _there(stage: Stage, clause: Clause) -> tuple[str, ...]:
    """Return those whom the clause itself says were there, or who gave it."""
    there = shapes(stage.scene.language.code, "gathers")["there"].search(clause.text)
    if there is None:
        return ()
    begin = 0 if there.lastgroup == "host" else there.end()
    return stage.scene.keys(clause.text[begin:], "P")


def _when(stage: Stage, clause: Clause, at: tuple[int, int]) -> tuple[DatePhrase | None, str]:
    """Return the date of a gathering, and its status by what its own words say and that date."""
    scene = stage.scene
    said = told(scene, clause.text, at)
    status = status_of(scene.language.code, clause.text[slice(*at)], said)
    return dated(scene, clause, at, status, partial(told_before, scene, clause, lately=True))


def _same(gathering: Draft, draft: Draft) -> bool:
    """Tell whether an event told elsewhere is this one: of a signing, the ceremony."""
    if draft.kind == "Visit" or not same_day(gathering.day, draft.day):
        return False
    return bool(set(gathering.people) & set(draft.people)) or (
        not gathering.people and len(set(gathering.bodies) & set(draft.bodies)) >= _PAIR
    )
