"""Where a text could hold a match of a slow pattern: the places of words that the match needs.

Patterns that name people, posts and dates are long alternations; tried at every place of a text
they would cost most of the time that mapping takes. One Aho-Corasick pass finds the words that a
pattern cannot be without, and the pattern is tried around them alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

_SIGNS = (("’", "'"), ("\n", " "), ("\u00a0", " "), ("\u202f", " "))
_LETTERS = (("İ", "i"), ("ı", "i"), ("ſ", "s"))
"""Letters that patterns in any case take for others, which lower case alone would not tell."""


class Anchors:
    """Words of which one must stand in each match of a pattern, in any case."""

    def __init__(self, words: Iterable[str], *, whole: bool = False) -> None:
        """Prepare the search for `words`; for the first part of each, unless `whole`."""
        folded = (plain(word) for word in words)
        self.words = tuple(sorted({word if whole else word.split()[0] for word in folded}))
        self._automaton = AhoCorasick(self.words, matchkind=MatchKind.LeftmostLongest)
        self._overlapping: AhoCorasick | None = None

    def starts(self, text: str) -> list[int]:
        """Return where words of `text`, which is plain, begin with one of the anchors."""
        found = self._automaton.find_matches_as_indexes(text)
        return [begin for _, begin, _ in found if begin == 0 or not _joins(text[begin - 1])]

    def every(self, text: str) -> list[tuple[int, str]]:
        """Return where words of plain `text` begin with which anchor, with those inside others."""
        if self._overlapping is None:
            self._overlapping = AhoCorasick(self.words)
        found = self._overlapping.find_matches_as_indexes(text, overlapping=True)
        return sorted(
            (begin, self.words[which])
            for which, begin, _ in found
            if begin == 0 or not _joins(text[begin - 1])
        )

    def places(self, text: str) -> list[tuple[str, int, int]]:
        """Return the anchors that stand in plain `text` as whole words, with their offsets."""
        return [
            (self.words[which], begin, end)
            for which, begin, end in self._automaton.find_matches_as_indexes(text)
            if not (begin and text[begin - 1].isalpha()) and not text[end : end + 1].isalpha()
        ]

    def windows(self, text: str, before: int, after: int) -> list[tuple[int, int]]:
        """Return the stretches of plain `text` that reach `before` and `after` an anchor, merged."""
        return merge((at - before, at + after) for at in self.starts(text))


def merge(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches that come by their beginnings as disjoint ones, none before zero."""
    merged: list[tuple[int, int]] = []
    for begin, end in stretches:
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((max(0, begin), end))
    return merged


def at_places(
    pattern: re.Pattern[str], text: str, places: Sequence[int], windows: Iterable[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begin at one of the sorted `places`, within `windows`."""
    for begin, end in windows:
        free = begin
        for at in places[bisect_left(places, begin) : bisect_left(places, end)]:
            match = pattern.match(text, at, end) if at >= free else None
            if match is not None:
                free = match.end()
                yield match


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """Return `text` in lower case with plain apostrophes and spaces, of the same length."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    # Far quicker than a translation table, which Python applies sign by sign.
    for sign, stands_for in _SIGNS if text.isascii() else (*_SIGNS, *_LETTERS):
        low = low.replace(sign, stands_for)
    return low


def _joins(char: str) -> bool:
    return char.isalnum() or char == "_"
