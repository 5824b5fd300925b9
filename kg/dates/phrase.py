"""Words of a text that say when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import Day, Span

_LATELY = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words that say when: `day` is the first day, `end` the last of a stretch of days."""

    span: Span
    day: Day
    end: date | None = None
    note: str | None = None


def recent(day: Day, issued: date | None) -> bool:
    """Tell whether a day may be one of those that a release reports of: not later, nor long before it."""
    return issued is None or timedelta(0) <= issued - day.value <= _LATELY
