"""Launches told more than once: which tellings are of one flight, and which say less than another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kg.facts import tied
from kg.facts.clauses import Scene
from kg.facts.drafts import Draft, merge, same_day
from kg.facts.tied import ELSEWHERE

_WHOLE = len("2000-01-01")
_ABOUT = timedelta(days=3)
"""As far may a day be told from another that is known: time zones, and launches put off by a day."""
_PRECISE = {"day": _WHOLE, "month": len("2000-01"), "year": len("2000")}
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
        own = {day for day in flown_on(scene, draft) if len(day) == len("2000-01-01")}
        same = [i for i, d in enumerate(found) if own & flown_on(scene, d) and may_be_one(d, draft)]
        if draft.day is None and len(same) == 1:
            found[same[0]] = merge(found[same[0]], draft)
        else:
            found.append(draft)
    return sorted(found, key=lambda d: d.order)


def flown_on(scene: Scene, draft: Draft) -> set[str]:
    """Return when what a launch tells of is known to have flown, as precisely as is known."""
    days = (scene.linked.entities[key].launched for key in draft.payloads)
    return {day for day in days if day is not None}


def may_fly(scene: Scene, draft: Draft, payload: str) -> bool:
    """Tell whether nothing that is known speaks against something on a launch: its day, its rocket."""
    entities = scene.linked.entities
    flew = entities[payload]
    others = any(
        ELSEWHERE in tied.how(flew, entities[rocket])
        and not any(_line(rocket) == _line(known) for known in flew.ties.flight)
        for rocket in draft.vehicles
    )
    return not others and not _elsewhen(scene, draft, payload)


def _line(rocket: str) -> str:
    """Return what rockets of one line are called alike: "pslv" of "launch-vehicle/pslv-c57"."""
    return rocket.rpartition("/")[2].partition("-")[0]


def _elsewhen(scene: Scene, draft: Draft, payload: str) -> bool:
    """Tell whether something is known to have flown on another day than a launch tells.

    What is planned may well have been put off.
    """
    entity, issued = scene.linked.entities[payload], scene.linked.document.issued
    known, day = entity.launched, draft.day
    if known is None or day is None or issued is None or entity.kind != "Mission":
        return False
    this_year = day.precision == "year" and day.value.year == issued.year
    if draft.status != "completed" or day.value > issued or this_year:
        return len(known) == _WHOLE and date.fromisoformat(known) < issued - _ABOUT
    if day.precision == "day" and len(known) == _WHOLE:
        return abs(date.fromisoformat(known) - day.value) > _ABOUT
    as_told = day.value.isoformat()[: _PRECISE[day.precision]]
    return not (as_told.startswith(known) or known.startswith(as_told))


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
