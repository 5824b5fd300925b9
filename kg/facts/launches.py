"""Launches: what or who flew, on what, from where, when; done or planned, in one sentence or more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from kg.encoding import marks
from kg.facts import rides
from kg.facts.clauses import Clause, Scene
from kg.facts.drafts import Draft, Stage, merge, same_day
from kg.facts.flights import RELATIVE, day_of, flight
from kg.facts.pairs import Pair
from kg.facts.passengers import (
    companions,
    craft,
    crew,
    customers,
    enumerated,
    payloads,
    with_fellows,
)
from kg.facts.reports import report, with_lead
from kg.facts.retold import add, may_be_one, once
from kg.facts.wording import shapes
from kg.gates import Gate
from kg.model import Day

_RECENT = 2
_APART, _REACH = 60, 250
_DATED_BEFORE = re.compile(r"‹V\d+›.*‹D\d+›|‹D\d+›.*‹V\d+›")
_ENDS = re.compile(r"(?: on ‹D\d+›)?(?:[,.;]|$)")
"""What follows a launch that is told of by its noun alone."""
_SHEET = 8
_ENTRY = re.compile(r"\W*(?:launch|lancement|tir)(?: date| de lancement)? ?:", re.IGNORECASE)
_NAMED = re.compile(
    r"\W*(?:name|satellite|mission|spacecraft|nom|sonde)(?: (?:of|du) (?:the )?\w+)? ?: ?‹[MY]\d+›",
    re.IGNORECASE,
)
_CONTRAST = re.compile(r";|\b(?:while|whereas|tandis|alors)\b")
_MAIDENS = (("v", "d"), ("w", "e"), ("x", "f"))
"""The groups of vehicles and of the dates of their first flights."""


def read(stage: Stage, pairs: Sequence[Pair] = ()) -> list[Draft]:
    """Return the launches of a document, each once; what they say of customers goes to the stage.

    `pairs` are names that the document brings together, to be judged where no pattern speaks.
    """
    drafts: list[Draft] = []
    bare: list[Draft] = []
    for clause in stage.scene.clauses:
        if clause.part != "contacts" and _speaks(stage.scene, clause, drafts):
            for part in _parts(stage.scene, clause):
                told_here = _told(stage, part)
                bare += [d for d in told_here if not _take(stage.scene, clause, part, d, drafts)]
    report(stage.scene, bare, drafts)
    # One after the other: what is judged goes by what was read before.
    for draft in chain(rides.near(stage), rides.judged(stage, pairs, drafts)):
        if not any(rides.covers(known, draft) for known in drafts):
            add(drafts, draft)
    for draft in rides.dated(stage, pairs, drafts):
        add(drafts, draft)
    drafts = [with_fellows(stage.scene, d, drafts) for d in drafts]
    drafts = [_clocked(stage.scene, d) for d in drafts]
    drafts = [with_lead(stage.scene, d) for d in drafts]
    told = once(stage.scene, [d for d in drafts if _tells(d)])
    return [*told, *_maiden(stage, told)]


def _tells(draft: Draft) -> bool:
    """Tell whether a draft says more than that something flies: when, on what, or from where."""
    flown = draft.payloads or draft.people
    told = draft.day or draft.vehicles or draft.sites
    return bool(flown and told) and draft.status != "discussed"


def _clocked(scene: Scene, draft: Draft) -> Draft:
    """Date by the release's own day a launch that is told with its hour alone: "parti à 6 h 31"."""
    clock = shapes(scene.language.code, "launch").get("clock")
    issued = scene.linked.document.issued
    if clock is None or issued is None or draft.day is not None or draft.status != "completed":
        return draft
    told = [c.text for c in scene.clauses if c.span in draft.evidence]
    timed = any(clock.search(text) and "‹D" not in text for text in told)
    return replace(draft, day=Day(issued)) if timed else draft


def _maiden(stage: Stage, told: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the first flights of vehicles that a text dates, and tells of nothing aboard."""
    scene = stage.scene
    pattern = shapes(scene.language.code, "launch").get("maiden")
    for clause in scene.clauses if pattern is not None else ():
        for match in pattern.finditer(clause.text) if pattern is not None else ():
            for vehicle, when in _MAIDENS:
                vehicles = scene.keys(match.groupdict().get(vehicle), "V")
                day = scene.dates[marks(match[when])[0][1]].day if vehicles else None
                known = any(d.vehicles == vehicles and same_day(d.day, day) for d in told)
                if vehicles and not known:
                    draft = flight(stage, clause, match.span(), (), day)
                    yield replace(draft, vehicles=vehicles, sites=())


def _speaks(scene: Scene, clause: Clause, drafts: Sequence[Draft]) -> bool:
    """Tell whether a clause speaks of a launch at all, or of one to come after the one before."""
    patterns = shapes(scene.language.code, "launch")
    trigger = patterns["trigger"].search(clause.text)
    if trigger is not None:
        return patterns["not"].match(clause.text, trigger.start()) is None
    if "scheduled" in patterns and patterns["scheduled"].search(clause.text):
        return True
    follows = patterns.get("next")
    just_told = bool(drafts) and 0 < clause.order - drafts[-1].order <= _RECENT
    return just_told and follows is not None and follows.search(clause.text) is not None


def _parts(scene: Scene, clause: Clause) -> Iterator[Clause]:
    """Yield the parts of a clause that tell different launches: "X on A, while Y took B".

    A list of what flew ("four satellites: A, for B; C, for D") stays in one part.
    """
    patterns = shapes(scene.language.code, "launch")
    if "aside" in patterns:
        # "X, on which A and B will fly, is due in 2031": the date is that of X.
        clause = clause._replace(text=patterns["aside"].sub("", clause.text))
    # "A and B, launched in 2018 and 2020 respectively, while C ...": their list stays whole.
    whole = "each" in patterns and patterns["each"].search(clause.text) is not None
    listed = patterns["list"].search(clause.text)
    if listed is not None and not _announced(patterns, clause.text, listed.start("m")):
        listed = None
    end = listed.start("m") if listed else len(clause.text)
    begin = 0
    for match in patterns["part"].finditer(clause.text, 0, end):
        # "A rocket carrying X and Y was launched": what comes before tells no launch of its own.
        before = clause.text[begin : match.start()]
        if whole and _CONTRAST.search(match[0]) is None:
            continue
        shared = "‹V" in before and not match[0].startswith(";")
        if shared and patterns["trigger"].search(before) is None:
            continue
        yield clause.cut(begin, match.start())
        begin = match.end()
    yield clause.cut(begin, len(clause.text))


def _announced(patterns: dict[str, Gate], text: str, begin: int) -> bool:
    """Tell whether a list is of what flew: a launch is told before it, or nowhere in its parts.

    "Several missions were reviewed: A, of X; B, to be launched in 2023": B alone flies then.
    """
    within = patterns["trigger"].search(text, begin)
    return patterns["trigger"].search(text, 0, begin) is not None or (
        within is None or ";" not in text[begin : within.start()]
    )


def _told(stage: Stage, part: Clause) -> Iterator[Draft]:
    """Yield the launches of a part: each object with a date of its own, else what its words tell."""
    scene = stage.scene
    patterns = shapes(scene.language.code, "launch")
    customers(stage, part)
    each = _respective(scene, part.text)
    if each:
        for thing, when, at in each:
            yield flight(stage, part, at, (scene.mention(thing).entity,), scene.dates[when].day)
        return
    dated = [
        m
        for m in patterns["dated"].finditer(part.text)
        if RELATIVE.match(m[0]) or not patterns["earlier"].search(part.text[: m.start()])
    ]
    for match in dated:
        day = scene.dates[marks(match["d"])[0][1]].day
        named = scene.keys(match["m"], "MYG")
        every = enumerated(scene, part.text, 0) if len(dated) == 1 else ()
        # "A for X, B for Y and C, on 2 September": the day is that of them all.
        flown = every if set(named) & set(every) else named
        if len(dated) == 1:
            flown = companions(scene, part.text, flown)
        yield flight(stage, part, match.span(), flown, day)
    if not dated:
        yield from _plain(stage, part)
        return
    # "A rocket took off on 10 August 1992 with X; ... from Y in 2001": the rocket is not that of Y.
    own = part.cut(0, dated[0].start())
    trigger = patterns["trigger"].search(own.text)
    apart = trigger is not None and dated[0].start() - trigger.end() > _APART
    if apart and _DATED_BEFORE.search(own.text):
        yield from _plain(stage, own)


def _respective(scene: Scene, text: str) -> list[tuple[int, int, tuple[int, int]]]:
    """Return each object of a list with the date that is its own, and where both are told.

    "A and B, launched in 1976 and 1992"; "launched by X in 1976 and by Y in 1992 respectively".
    """
    patterns = shapes(scene.language.code, "launch")
    each = patterns["respective"].search(text)
    if each is not None and len(marks(each["m"])) == len(marks(each["ds"])):
        return _paired(each["m"], each["ds"], each.span())
    word = patterns["each"].search(text) if "each" in patterns else None
    if word is None:
        return []
    begin, end = max(0, word.start() - _REACH), word.end() + _REACH
    when = " ".join(re.findall(r"‹D\d+›", text[begin:end]))
    for listed in patterns["objects"].finditer(text, begin, min(end, len(text))):
        if len(marks(listed["m"])) == len(marks(when)) > 1:
            return _paired(listed["m"], when, (word.start(), word.end()))
    return []


def _paired(things: str, dates: str, at: tuple[int, int]) -> list[tuple[int, int, tuple[int, int]]]:
    """Return the numbers of things and dates, first with first, second with second."""
    return [(t, d, at) for (_, t), (_, d) in zip(marks(things), marks(dates), strict=True)]


def _plain(stage: Stage, part: Clause) -> Iterator[Draft]:
    scene = stage.scene
    patterns = shapes(scene.language.code, "launch")
    # A part may go on about the launch of another: "X was launched in May; Y will follow in June".
    trigger = patterns["trigger"].search(part.text) or patterns["follow"].search(part.text)
    if trigger is None or patterns["not"].match(part.text, trigger.start()):
        return
    if patterns["putoff"].search(part.text) or _only_times(patterns, part.text, trigger):
        return
    aboard = crew(scene, part.text)
    flown = craft(scene, part.text) if aboard else payloads(scene, part.text, trigger)
    flown = companions(scene, part.text, flown)
    day = day_of(scene, part, trigger.span(), crewed=bool(aboard))
    draft = flight(stage, part, trigger.span(), flown, day)
    since = patterns.get("since")
    alone = _ENDS.match(part.text, trigger.end()) is not None
    if since is not None and alone and since.search(part.text[: trigger.start()]):
        draft = replace(draft, day=None, sites=())
    yield replace(draft, people=aboard)


def _only_times(patterns: dict[str, Gate], text: str, trigger: re.Match[str]) -> bool:
    """Tell whether a launch only says when something else was: "on the morning of the launch"."""
    times = patterns.get("time")
    noun = _ENDS.match(text, trigger.end()) is not None
    return times is not None and noun and times.search(text[: trigger.start()]) is not None


def _take(scene: Scene, clause: Clause, part: Clause, draft: Draft, drafts: list[Draft]) -> bool:
    """Add a telling to the launches; one without payload completes, or speaks of, one before.

    Returns whether the telling found its launch.
    """
    if not draft.payloads and not draft.people:
        if _complete(scene, part, drafts, draft):
            return True
        own = shapes(scene.language.code, "launch")["own"].search(part.text)
        told = draft.vehicles and draft.day is not None
        first = shapes(scene.language.code, "launch").get("first")
        bare = draft.day is None and not draft.vehicles and not draft.sites
        if (own is None or bare) and not told:
            return False
        if first is not None and first.search(part.text):
            return False
        # "A was ordered from X; a rocket will launch it": what the part before names alone.
        before = scene.keys(clause.text[: max(0, clause.text.find(part.text))], "M")
        about = before if len(before) == 1 else _spoken_of(scene, clause)
        flown = companions(scene, part.text, about)
        draft = replace(draft, payloads=flown)
    add(drafts, draft)
    return bool(draft.payloads or draft.people)


def _titled(scene: Scene) -> tuple[str, ...]:
    """Return the missions that the title names."""
    return tuple(k for c in scene.clauses if c.part == "title" for k in scene.keys(c.text, "M"))


def _spoken_of(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Return the mission that the sentence before names: the only one, or the one it begins with.

    A line "Launch:" of a sheet is about what its line "Name:" names.
    """
    for line in scene.clauses[max(0, clause.order - _SHEET) : clause.order]:
        entry = _NAMED.match(line.text) if _ENTRY.match(clause.text) else None
        if entry is not None:
            return scene.keys(entry[0], "MY")
    for before in reversed(scene.clauses[max(0, clause.order - _RECENT) : clause.order]):
        named = scene.keys(before.text, "M")
        if named and not before.quoted:
            opens = re.match(r"[^‹]{0,25}‹M\d+›", before.text)
            if not opens and scene.topic in _titled(scene):
                return (scene.topic,) if scene.topic else ()
            return named if len(named) == 1 else named[:1] if opens else ()
    return (scene.topic,) if scene.topic else ()


def _complete(scene: Scene, part: Clause, drafts: list[Draft], draft: Draft) -> bool:
    """Let a sentence that names no payload complete the launches told just before it."""
    if not (draft.vehicles or draft.sites or draft.day):
        return False
    recent = [i for i, d in enumerate(drafts) if d.order <= draft.order <= d.order + _RECENT]
    told = {drafts[i].order for i in recent}
    for i in recent:
        if drafts[i].order == max(told) and may_be_one(drafts[i], draft):
            flown = companions(scene, part.text, drafts[i].payloads)
            drafts[i] = replace(merge(drafts[i], draft), payloads=flown)
    # "A flies on Vega; a Dnepr will orbit it": another rocket's launch is another launch.
    merged = any(may_be_one(drafts[i], draft) for i in recent)
    own = shapes(scene.language.code, "launch")["own"].search(part.text)
    return bool(recent) and (merged or own is None)
