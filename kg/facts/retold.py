"""Launches told more than once: which tellings are of one flight, and which say less than another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.facts.clauses import Scene
from kg.facts.drafts import Draft, merge, same_day
from kg.facts.flown import WHOLE, flown_on

_RANK = {"day": 0, "month": 1, "year": 2}


def add(drafts: list[Draft], draft: Draft) -> None:
    """Add a telling to the launches, or what it says to the one that it is of."""
    for i, known in enumerate(drafts):
        shared = set(known.payloads) & set(draft.payloads) or set(known.people) & set(draft.people)
        if (shared and may_be_one(known, draft)) or _one_flight(known, draft):
            # What is told last is what the next sentence goes on about.
            drafts[i] = replace(merge(known, draft), order=draft.order)
            return
    drafts.append(draft)


def may_be_one(one: Draft, other: Draft) -> bool:
    """Tell whether rockets and days leave it open that two tellings are of one launch."""
    if one.vehicles and other.vehicles and not _of_family(one.vehicles, other.vehicles):
        return False
    return same_day(one.day, other.day)


def fellows(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the launches, as one those of what flew on one day, for all that is known, where a text dates one.

    "SARAL was launched on 25 February 2013. Canada's NEOSSat flew too."
    """
    found: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.day is None):
        own = {day for day in flown_on(scene, draft) if len(day) == WHOLE}
        same = [i for i, d in enumerate(found) if own & flown_on(scene, d) and may_be_one(d, draft)]
        if draft.day is None and len(same) == 1:
            found[same[0]] = merge(found[same[0]], draft)
        else:
            found.append(draft)
    return sorted(found, key=lambda d: d.order)


def once(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Leave out vague tellings of what another one dates better: a satellite flies once."""
    return [
        d
        for d in drafts
        if not any(_better(o, d) or _member(scene, o, d) for o in drafts if o is not d)
    ]


def _one_flight(one: Draft, other: Draft) -> bool:
    """Tell whether two tellings give one rocket and one day: it does not fly twice on it."""
    precise = one.day is not None and one.day.precision == "day"
    return (
        precise and one.day == other.day and bool(one.vehicles) and one.vehicles == other.vehicles
    )


def _of_family(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two names may be of one rocket: "Ariane 5" and "Ariane 5 ECA"."""
    short, long = sorted((one[0], other[0]), key=len)
    return tuple(one) == tuple(other) or long.startswith(f"{short}-")


def _member(scene: Scene, one: Draft, other: Draft) -> bool:
    """Tell whether a launch is that of the satellite of which another names the series alone.

    "Launch of the first Pléiades satellite" in a title is that of Pléiades 1A.
    """
    entities = scene.linked.entities
    if other.day is not None or one.day is None or len(other.payloads) != 1:
        return False
    series = entities[other.payloads[0]]
    first = [entities[k].label.casefold().split()[0] for k in one.payloads]
    return series.kind == "Programme" and series.label.casefold().split()[0] in first


def _better(one: Draft, other: Draft) -> bool:
    """Tell whether a launch dates more closely all that flew on another."""
    if not other.payloads or not set(other.payloads) <= set(one.payloads) or one.day is None:
        return False
    return other.day is None or _RANK[one.day.precision] < _RANK[other.day.precision]
