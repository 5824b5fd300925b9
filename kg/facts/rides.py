"""Launches that no pattern reads: told by a mission and a vehicle side by side, or judged by all their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.facts.clauses import Clause, Scene
from kg.facts.drafts import Draft, Stage
from kg.facts.flights import day_of, flight
from kg.facts.flown import flown_on, may_fly
from kg.facts.pairs import Pair, day_key
from kg.facts.relations import LAUNCH_DATE, LAUNCHES, Judgement, judge
from kg.facts.retold import may_be_one
from kg.facts.status import denied, window
from kg.facts.wording import shapes
from kg.patterns import expression

_VEHICLE = re.compile(r"‹V\d+›")
_CONFIDENCE = 0.6
_CLOSE = 3
_LEFT = 45


def near(stage: Stage) -> Iterator[Draft]:
    """Yield the launches told by nearness: one mission and one vehicle in a stretch of a sentence.

    Whatever verb stands between them, they were seen to mean that it flies on it.
    """
    scene = stage.scene
    for clause in scene.clauses:
        if clause.part == "contacts" or "‹V" not in clause.text:
            continue
        for part in _stretches(clause):
            flown, vehicles = scene.keys(part.text, "M"), scene.keys(part.text, "V")
            vehicle = _VEHICLE.search(part.text)
            if len(flown) != 1 or len(vehicles) != 1 or vehicle is None:
                continue
            if _apart(scene, part, vehicle) or _beside(scene, part):
                continue
            if not denied(scene.language.code, window(part.text, *vehicle.span())):
                day = day_of(scene, part, vehicle.span())
                draft = flight(stage, part, vehicle.span(), flown, day)
                if may_fly(scene, draft, flown[0]):
                    yield replace(draft, confidence=_CONFIDENCE)


def judged(stage: Stage, pairs: Sequence[Pair], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the launches that all the words around a mission and a vehicle or site speak for."""
    told = {
        (flown, name, other)
        for draft in drafts
        for flown in draft.payloads
        for name, others in (("launchedBy", draft.vehicles), ("launchSite", draft.sites))
        for other in others
    }
    for one in judge(pairs, told, LAUNCHES):
        clause, at = one.meeting.clause, one.meeting.stretch
        flown, name, other = one.said
        if denied(stage.scene.language.code, window(clause.text, *at)):
            continue
        first = _VEHICLE.search(clause.text, at[0])
        told_beside = first is not None and (
            _apart(stage.scene, clause, first) or _beside(stage.scene, clause)
        )
        if name == "launchedBy" and told_beside:
            continue
        draft = flight(stage, clause, at, (flown,), day_of(stage.scene, clause, at))
        draft = replace(draft, confidence=_CONFIDENCE)
        on = name == "launchedBy"
        draft = replace(draft, vehicles=(other,)) if on else replace(draft, sites=(other,))
        if not may_fly(stage.scene, draft, flown):
            continue
        yield _along(stage.scene, draft, drafts) if one.meeting.how else draft


def _along(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Return a launch whose rocket or site is told in another sentence as the one that tells them, with all aboard.

    "An Ariane 5 lifted off with X. Under the fairing with it were Y and Z": unless Y is told to fly elsewhere.
    """
    if any(set(draft.payloads) & set(known.payloads) for known in drafts):
        return draft
    same = [known for known in drafts if known.payloads and _with_it(scene, draft, known)]
    if len(same) != 1:
        return draft
    together = (*same[0].payloads, *draft.payloads)
    return replace(same[0], payloads=together, confidence=draft.confidence)


def _with_it(scene: Scene, draft: Draft, known: Draft) -> bool:
    """Tell whether what flew on the same rocket, or from the same site, flew with what a launch tells.

    Days of which the authority knows say so; else the sentences must stand close together.
    """
    alike = (draft.vehicles and known.vehicles) or set(draft.sites) & set(known.sites)
    if not alike or not may_be_one(known, draft):
        return False
    flew, others = flown_on(scene, draft), flown_on(scene, known)
    if flew and others:
        return not flew.isdisjoint(others)
    return abs(draft.order - known.order) <= _CLOSE


def dated(stage: Stage, pairs: Sequence[Pair], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the launches of what no pattern gives a day, on the likeliest day that words around it speak for."""
    told = {
        (flown, LAUNCH_DATE, day_key(draft.day))
        for draft in drafts
        for flown in draft.payloads
        if draft.day is not None
    }
    days = {day_key(phrase.day): phrase.day for phrase in stage.scene.dates}
    likeliest: dict[str, Judgement] = {}
    for one in judge(pairs, told, (LAUNCH_DATE,)):
        flown = one.said[0]
        if flown not in likeliest or likeliest[flown].weight < one.weight:
            likeliest[flown] = one
    for flown, one in likeliest.items():
        clause, at = one.meeting.clause, one.meeting.stretch
        no = denied(stage.scene.language.code, window(clause.text, *at))
        other = (
            _of_other(stage.scene, clause, at[0])
            or _instrument(stage.scene, clause, flown)
            or _of_else(stage.scene, clause, at)
        )
        if not no and not other:
            draft = flight(stage, clause, at, (flown,), days[one.said[2]])
            if may_fly(stage.scene, draft, flown):
                yield replace(draft, confidence=_CONFIDENCE)


def _of_other(scene: Scene, clause: Clause, begin: int) -> bool:
    """Tell whether a sentence launches no satellite, or only reckons from the launch of one at `begin`.

    "NASA launched a programme for SWOT in 2019"; "for the first time since the launch of SWOT in 2022".
    """
    patterns = shapes(scene.language.code, "launch")
    trigger = patterns["trigger"].search(clause.text)
    if trigger is None:
        return False
    earlier = patterns["earlier"].search(clause.text[:begin])
    return earlier is not None or patterns["not"].match(clause.text, trigger.start()) is not None


def _of_else(scene: Scene, clause: Clause, at: tuple[int, int]) -> bool:
    """Tell whether the date at an end of a stretch is one of something else: "ready by", "examined until"."""
    opens = clause.text.startswith("‹D", at[0])
    place = at[0] if opens else clause.text.rfind("‹D", *at)
    before = clause.text[max(0, place - _LEFT) : place]
    return expression(scene.language.code, "rides-else", any_case=True).search(before) is not None


def _instrument(scene: Scene, clause: Clause, flown: str) -> bool:
    """Tell whether a sentence calls what would fly an instrument: it goes up on what carries it."""
    called = expression(scene.language.code, "rides-instrument", any_case=True)
    return any(flown in scene.keys(m[0], "MY") for m in called.finditer(clause.text))


def _apart(scene: Scene, part: Clause, vehicle: re.Match[str]) -> bool:
    """Tell whether a vehicle is spoken of for itself: "the decision on Ariane 6", "Vega, before its first flight"."""
    patterns = shapes(scene.language.code, "launch")
    at = vehicle.start()
    own = patterns["debut"].search(part.text[at:])
    return own is not None or patterns["apart"].search(part.text[:at]) is not None


def _beside(scene: Scene, part: Clause) -> bool:
    """Tell whether a sentence only names what flew along: with_fellows adds it to its launch."""
    return shapes(scene.language.code, "launch")["fellows"].search(part.text) is not None


def covers(known: Draft, ride: Draft) -> bool:
    """Tell whether a launch was read from the same words, or says on what the mission flies."""
    if set(known.payloads) & set(ride.payloads) and known.vehicles:
        return True
    return known.vehicles == ride.vehicles and set(ride.evidence) <= set(known.evidence)


def _stretches(clause: Clause) -> Iterator[Clause]:
    """Yield what stands between the semicolons of a sentence."""
    begin = 0
    for match in re.finditer(";", clause.text):
        yield clause.cut(begin, match.start())
        begin = match.end()
    yield clause.cut(begin, len(clause.text))
