"""The stretches of a text that are taken: disjoint, sorted, asked by bisection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from kg.model import Span


class Taken:
    """Stretches of text that names hold already; a stretch that overlaps none of them is free."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        """Take `spans`, which do not overlap each other."""
        pairs = sorted((s.begin, s.end) for s in spans)
        self._begins = [begin for begin, _ in pairs]
        self._ends = [end for _, end in pairs]

    def free(self, begin: int, end: int) -> bool:
        """Tell whether nothing taken overlaps the stretch."""
        after = bisect_right(self._ends, begin)
        return after == len(self._begins) or self._begins[after] >= end

    def add(self, begin: int, end: int) -> None:
        """Take a free stretch."""
        at = bisect_left(self._begins, begin)
        self._begins.insert(at, begin)
        self._ends.insert(at, end)
