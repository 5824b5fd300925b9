"""The words that show an edge: of many sources, the few that a reader sees."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from kg.store.ledger import Ledger

SHOWN: Final = 3


def independent(ledger: Ledger, sources: Iterable[int]) -> int:
    """Count releases; a release and its translations say one thing once."""
    return len(set(map(ledger.voice, sources)))


def days(ledger: Ledger, sources: Iterable[int]) -> set[str]:
    """Return the days on which sources were issued."""
    return {day for day in map(ledger.day, sources) if day}


def chosen(ledger: Ledger, sources: Iterable[int], count: int = SHOWN) -> list[int]:
    """Return up to `count` sources: the oldest first, each release once if it can."""
    ordered = sorted(set(sources))
    firsts: dict[int, int] = {}
    for source in ordered:
        firsts.setdefault(ledger.release(source), source)
    best = list(firsts.values())[:count]
    if len(best) < count:
        others = (source for source in ordered if source != firsts[ledger.release(source)])
        best = sorted([*best, *others][:count])
    return best


def with_words(ledger: Ledger, edges: Collection[dict[str, Any]]) -> None:
    """Put the words of each edge in place of its `quotes`, which are sources; one question for all."""
    found = ledger.quotes({source for edge in edges for source in edge["quotes"]})
    for edge in edges:
        quotes = (found[source] for source in edge["quotes"])
        edge["quotes"] = [
            {"text": q.text, "release": q.release, "issued": q.issued} for q in quotes
        ]
