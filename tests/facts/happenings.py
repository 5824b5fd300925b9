"""Read the events of a few sentences with the packaged authority, and show them compactly."""

from __future__ import annotations

from datetime import date
from functools import cache

from kg.model import Day, Event, Release
from kg.pipeline import Mapper

ISSUED = date(2019, 6, 20)
_LENGTH = {"day": 10, "month": 7, "year": 4}
_SHOWN = ("participant", "payload", "vehicle", "site")


@cache
def mapper() -> Mapper:
    """Return the mapper with the packaged authority, the same for all."""
    made = Mapper()
    assert made.lexicon.known
    return made


def told(text: str, language: str, *kinds: str) -> list[str]:
    """Return the events of these kinds in a release of 20 June 2019, sorted, one line each."""
    release = Release(text=text, origin="test", issued=ISSUED, language=language)
    found = mapper().map(release).events
    assert len({e.key for e in found}) == len(found), "two events share one key"
    return sorted(_line(e) for e in found if e.kind in kinds)


def facts(text: str, language: str, *predicates: str) -> list[str]:
    """Return the facts with these predicates, as "subject predicate object"."""
    release = Release(text=text, origin="test", issued=ISSUED, language=language)
    found = mapper().map(release).facts
    return sorted(
        f"{_tail(f.subject)} {f.predicate} {_tail(f.object)}"
        for f in found
        if f.predicate in predicates
    )


def _line(event: Event) -> str:
    names = sorted({_tail(k) for p, k in event.links if p in _SHOWN})
    planned = ["planned"] if event.status == "planned" else []
    return " ".join([written(event.day), *planned, *names])


def written(day: Day | None) -> str:
    """Return a day as precisely as it is told."""
    return day.value.isoformat()[: _LENGTH[day.precision]] if day else "undated"


def _tail(key: str) -> str:
    return key.split("/", 1)[1]
