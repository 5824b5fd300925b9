"""Launches: what or who flew, on what, from where, when; done or planned, in one sentence or more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from kg.encoding import marks
from kg.facts import rides
from kg.facts.clauses import Clause, Scene
from kg.facts.drafts import Draft, Stage, same_day
from kg.facts.flights import day_of, flight, same_site
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
from kg.facts.retold import add, fellows, once
from kg.facts.serial import Flown, series, turns
from kg.facts.status import denied, window
from kg.facts.unnamed import RECENT, take
from kg.facts.wording import held, shapes
from kg.gates import Gate
from kg.model import Day
from kg.patterns import expression

_APART, _REACH = 60, 250
_DATED_BEFORE = re.compile(r"‹V\d+›.*‹D\d+›|‹D\d+›.*‹V\d+›")
_NAMELESS = ("scheduled", "frame", "bearer")
"""The patterns of sentences that tell a launch without the words for it."""
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
            for part, told_here in _launches(stage, clause):
                bare += [d for d in told_here if not take(stage.scene, clause, part, d, drafts)]
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
    told = once(stage.scene, fellows(stage.scene, [d for d in drafts if _tells(d)]))
    return [*told, *_maiden(stage, told)]


def _launches(stage: Stage, clause: Clause) -> Iterator[tuple[Clause, Iterator[Draft]]]:
    """Yield the parts of a clause with the launches that each tells."""
    scene = stage.scene
    each = series(scene, clause.text)
    by_turns = () if each else turns(scene, clause)
    if by_turns:
        yield clause, _by_turns(stage, clause, by_turns)
        return
    if not each:
        for part in _parts(scene, clause):
            yield part, _told(stage, part)
        return
    customers(stage, clause)
    yield clause, _one_by_one(stage, clause, each)


def _one_by_one(stage: Stage, clause: Clause, each: Sequence[Flown]) -> Iterator[Draft]:
    """Yield the launches that a sentence tells one after another, with the rocket and site that they share."""
    scene, text = stage.scene, clause.text
    patterns = shapes(scene.language.code, "launch")
    trigger = patterns["trigger"]
    together = patterns["together"].search(text, each[-1].at[1])
    shared = text[: each[0].at[1]] + (text[each[-1].at[1] :] if together else "")
    same = same_site(scene, clause, each[-1].at) if together else ()
    # "V took A in 2001 and W took B in 2008": what comes before a thing is its own.
    led = "‹V" in text[: each[0].at[0]] and "‹V" not in text[slice(*each[0].at)]
    starts = (each[i].at[1] if led else one.at[0] for i, one in enumerate(each[1:]))
    begins = [0, *starts]
    for one, begin, end in zip(each, begins, [*begins[1:], len(text)], strict=True):
        at = (one.at[0] - begin, one.at[1] - begin)
        flown = (scene.mention(one.thing).entity,)
        draft = flight(stage, clause.cut(begin, end), at, flown, scene.dates[one.date].day)
        # "A flew on a Falcon 9 on 7 October; B will follow": on what is not told.
        again = begin > 0 and trigger.search(text[one.at[0] : end]) is not None
        apart = begin > 0 and (again or ";" in text[each[0].at[1] : end])
        words = "" if apart else shared
        vehicles, sites = scene.keys(words, "V"), scene.keys(words, "S")
        yield replace(
            draft,
            vehicles=draft.vehicles or (vehicles if len(vehicles) == 1 else ()),
            sites=draft.sites or (sites if len(sites) == 1 else ()) or same,
        )


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
    if any(patterns[name].search(clause.text) for name in _NAMELESS if name in patterns):
        return True
    just_told = bool(drafts) and 0 < clause.order - drafts[-1].order <= RECENT
    return just_told and any(
        patterns[name].search(clause.text) for name in ("next", "more") if name in patterns
    )


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
    whole = whole or bool(_respective(scene, clause.text))
    listed = patterns["list"].search(clause.text)
    if listed is not None and not _announced(patterns, clause.text, listed.start("m")):
        listed = None
    end = listed.start("m") if listed else len(clause.text)
    contrast = expression(scene.language.code, "launches-contrast")
    begin = 0
    for match in patterns["part"].finditer(clause.text, 0, end):
        # "A rocket carrying X and Y was launched": what comes before tells no launch of its own.
        before = clause.text[begin : match.start()]
        if whole and contrast.search(match[0]) is None:
            continue
        shared = "‹V" in before and not match[0].startswith(";")
        if shared and _trigger(scene, before) is None:
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
    each = _respective(scene, part.text) or _former(scene, part)
    if each:
        for thing, when, at in each:
            yield flight(stage, part, at, (scene.mention(thing).entity,), scene.dates[when].day)
        return
    relative = expression(scene.language.code, "launch-relative")
    dated = [
        m
        for m in patterns["dated"].finditer(part.text)
        if relative.match(m[0]) or not patterns["earlier"].search(part.text[: m.start()])
    ]
    if dated:
        # "Lofted A in 2008 and, in 2012, B".
        dated += patterns["day-first"].finditer(part.text, dated[0].end())
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


def _by_turns(stage: Stage, part: Clause, each: Sequence[tuple[str, Clause]]) -> Iterator[Draft]:
    """Yield two launches told each by its turn, with the rocket or site that both are told to have."""
    scene = stage.scene
    before = part.text[: part.text.find(each[0][1].text)]
    vehicles, sites = scene.keys(before, "V"), scene.keys(before, "S")
    for thing, own in each:
        at = (0, len(own.text))
        draft = flight(stage, own, at, (thing,), day_of(scene, own, at))
        yield replace(
            draft,
            vehicles=draft.vehicles or (vehicles if len(vehicles) == 1 else ()),
            sites=draft.sites or (sites if len(sites) == 1 else ()),
        )


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


def _former(scene: Scene, part: Clause) -> list[tuple[int, int, tuple[int, int]]]:
    """Return the two missions of the sentence before with their dates: "the former in 2018, the latter in 2019"."""
    found = shapes(scene.language.code, "launch")["former"].search(part.text)
    if found is None or part.order == 0 or scene.keys(part.text, "MYG"):
        return []
    before = scene.clauses[part.order - 1].text
    things = {scene.mention(n).entity: f"‹M{n}›" for code, n in marks(before) if code == "M"}
    two = len(things) == len("de")
    dates = held(found, "d") + held(found, "e")
    return _paired("".join(things.values()), dates, found.span()) if two else []


def _paired(things: str, dates: str, at: tuple[int, int]) -> list[tuple[int, int, tuple[int, int]]]:
    """Return the numbers of things and dates, first with first, second with second."""
    return [(t, d, at) for (_, t), (_, d) in zip(marks(things), marks(dates), strict=True)]


def _plain(stage: Stage, part: Clause) -> Iterator[Draft]:
    scene = stage.scene
    patterns = shapes(scene.language.code, "launch")
    # A part may go on about the launch of another: "X was launched in May; Y will follow in June".
    trigger = _trigger(scene, part.text)
    if trigger is None or patterns["not"].match(part.text, trigger.start()):
        return
    if patterns["putoff"].search(part.text) or _only_times(scene, part.text, trigger):
        return
    aboard = crew(scene, part.text)
    flown = craft(scene, part.text) if aboard else payloads(scene, part.text, trigger)
    flown = companions(scene, part.text, flown)
    day = day_of(scene, part, trigger.span(), crewed=bool(aboard))
    draft = flight(stage, part, trigger.span(), flown, day)
    since = patterns.get("since")
    if since is not None and since.search(part.text[: trigger.start()]):
        # "Two years after the launch": the day is not the launch's.
        apart = _alone(scene, part.text, trigger)
        draft = replace(draft, day=None, sites=()) if apart else draft
    yield replace(draft, people=aboard)


def _trigger(scene: Scene, text: str) -> re.Match[str] | None:
    """Return what tells a launch: words for it, else a frame that is neither denied nor of a person's journey."""
    patterns = shapes(scene.language.code, "launch")
    for name in ("trigger", "follow", "next"):
        sure = patterns[name].search(text)
        if sure is not None:
            return sure
    for name in ("frame", "bearer", "more"):
        found = patterns[name].search(text)
        if found is not None and not _of_people(patterns, text[: found.end()], found[0]):
            around = window(text[: found.end()], *found.span())
            return None if denied(scene.language.code, around) else found
    return None


def _of_people(patterns: dict[str, Gate], before: str, words: str) -> bool:
    """Tell whether a journey is that of persons named before its words, and of nothing that these call "it"."""
    if patterns["travellers"].search(before) is not None:
        return True
    return "‹P" in before and patterns["its"].search(words) is None


def _only_times(scene: Scene, text: str, trigger: re.Match[str]) -> bool:
    """Tell whether a launch only says when something else was: "on the morning of the launch"."""
    times = shapes(scene.language.code, "launch").get("time")
    if times is None or not _alone(scene, text, trigger):
        return False
    return times.search(text[: trigger.start()]) is not None


def _alone(scene: Scene, text: str, trigger: re.Match[str]) -> bool:
    """Tell whether a launch is told of by its noun alone, of which nothing more is said."""
    return expression(scene.language.code, "launches-ends").match(text, trigger.end()) is not None
