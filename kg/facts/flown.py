"""What the authority knows of flights: when something flew, and on what, against what a text presumes."""

from __future__ import annotations

from datetime import date, timedelta

from kg.facts import tied
from kg.facts.clauses import Scene
from kg.facts.drafts import Draft

WHOLE = len("2000-01-01")
"""How long a day is in which no part is missing."""
_ABOUT = timedelta(days=3)
"""As far may a day be told from another that is known: time zones, and launches put off by a day."""
_PRECISE = {"day": WHOLE, "month": len("2000-01"), "year": len("2000")}


def flown_on(scene: Scene, draft: Draft) -> set[str]:
    """Return when what a launch tells of is known to have flown, as precisely as is known."""
    days = (scene.linked.entities[key].launched for key in draft.payloads)
    return {day for day in days if day is not None}


def may_fly(scene: Scene, draft: Draft, payload: str) -> bool:
    """Tell whether nothing that is known speaks against something on a launch: its day, its rocket."""
    entities = scene.linked.entities
    flew = entities[payload]
    others = any(
        tied.ELSEWHERE in tied.how(flew, entities[rocket])
        and not any(_line(rocket) == _line(known) for known in flew.ties.flight)
        for rocket in draft.vehicles
    )
    return not others and not _elsewhen(scene, draft, payload)


def may_be_meant(scene: Scene, draft: Draft, payload: str) -> bool:
    """Tell whether a launch told without what flew may be that of something spoken of before.

    On what is known to have flown another rocket may have been planned for it.
    """
    if draft.status == "completed":
        return may_fly(scene, draft, payload)
    return not _elsewhen(scene, draft, payload)


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
        return len(known) == WHOLE and date.fromisoformat(known) < issued - _ABOUT
    if day.precision == "day" and len(known) == WHOLE:
        return abs(date.fromisoformat(known) - day.value) > _ABOUT
    as_told = day.value.isoformat()[: _PRECISE[day.precision]]
    return not (as_told.startswith(known) or known.startswith(as_told))
