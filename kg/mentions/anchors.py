"""Where a text could hold a match of a slow pattern: the places of words that the match needs.

The patterns of this room are long alternations; tried at every place of a text they would cost
most of the time that mapping takes. One Aho-Corasick pass finds the words that a pattern cannot
be without, and the pattern is tried around them alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind


class Anchors:
    """Words of which one must stand in each match of a pattern, in any case."""

    def __init__(self, words: Iterable[str]) -> None:
        """Prepare the search for `words`; of one with several parts, the first is looked for."""
        firsts = sorted({word.split()[0].lower() for word in words})
        self._automaton = AhoCorasick(firsts, matchkind=MatchKind.LeftmostLongest)

    def starts(self, text: str) -> list[int]:
        """Return where a word of `text` (in lower case) begins with one of the anchors."""
        found = self._automaton.find_matches_as_indexes(text)
        return [begin for _, begin, _ in found if begin == 0 or not _joins(text[begin - 1])]

    def windows(self, text: str, before: int, after: int) -> list[tuple[int, int]]:
        """Return the stretches of `text` that reach `before` and `after` an anchor, merged."""
        merged: list[tuple[int, int]] = []
        for at in self.starts(text):
            begin, end = max(0, at - before), min(len(text), at + after)
            if merged and begin <= merged[-1][1]:
                merged[-1] = (merged[-1][0], end)
            else:
                merged.append((begin, end))
        return merged


def lower(text: str) -> str:
    """Return `text` in lower case, of the same length."""
    plain = text.lower()
    return plain if len(plain) == len(text) else "".join(c.lower()[:1] for c in text)


def _joins(char: str) -> bool:
    return char.isalnum() or char == "_"
