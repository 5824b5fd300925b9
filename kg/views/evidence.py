"""The words that show a node or an edge: of many sources, the few that a reader sees."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from kg.store.ledger import Ledger

SHOWN: Final = 3


def bounds(ledger: Ledger, days: Collection[str], dated: Collection[int]) -> tuple[str, str]:
    """Return the first and the last of days and of the days of sources, "" where none is known."""
    # Sources sort by day, those without a day first.
    first = ledger.day(min(dated, default=0)) or _first(ledger, dated)
    last = ledger.day(max(dated, default=0))
    known = [day for day in (*days, first, last) if day]
    return min(known, default=""), max(known, default="")


def _first(ledger: Ledger, dated: Iterable[int]) -> str:
    return min((day for day in map(ledger.day, dated) if day), default="")


def chosen(ledger: Ledger, sources: Iterable[int], count: int = SHOWN) -> list[int]:
    """Return up to `count` sources: the oldest first, each release once if it can."""
    ordered = sorted(sources)
    firsts: dict[int, int] = {}
    for source in ordered:
        firsts.setdefault(ledger.release(source), source)
        if len(firsts) == count:
            return list(firsts.values())
    others = (source for source in ordered if source != firsts[ledger.release(source)])
    return sorted([*firsts.values(), *others][:count])


def with_words(ledger: Ledger, items: Collection[dict[str, Any]]) -> None:
    """Put the words of each item in place of its `quotes`, which are sources; asked once for all."""
    found = ledger.quotes({source for item in items for source in item["quotes"]})
    for item in items:
        quotes = (found[source] for source in item["quotes"])
        item["quotes"] = [
            {"text": q.text, "release": q.release, "issued": q.issued} for q in quotes
        ]
