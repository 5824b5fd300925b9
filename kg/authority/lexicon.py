"""The known names as a lexicon: which words may stand for which known individual.

Every name is matched in one pass by an Aho-Corasick automaton (Aho and Corasick 1975; the
`ahocorasick_rs` library) over a folded copy of the text that keeps each character's place, so
that offsets need no second look-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from kg.anchors import Anchors
from kg.model import UNTIED, Ties
from kg.names import fold, strip_accents

_SHORT = 3
_DESCRIPTION = re.compile(r"\bspace (?:agency|organi[sz]ation|centre|center)$")
"""What ends so describes an agency ("the Italian space agency ASI") and does not name it."""


class Known(NamedTuple):
    """A known individual: its key ("agency/cnes"), class, labels, and what a mapping needs.

    `names` are all its names as they are written, those of other languages than the two left out.
    """

    key: str
    kind: str
    label: str
    labels: tuple[tuple[str, str], ...]
    country: str | None = None
    since: str | None = None
    until: str | None = None
    posts: tuple[tuple[str, str], ...] = ()
    ties: Ties = UNTIED
    launched: str | None = None
    names: tuple[str, ...] = ()


class Sense(NamedTuple):
    """One reading of a surface: the individual, and whether it counts only in company."""

    key: str
    contextual: bool
    exact_case: bool
    surface: str


class Hit(NamedTuple):
    """Words of a text that are a known name: offsets, and the senses that fit their case."""

    begin: int
    end: int
    senses: tuple[Sense, ...]


@dataclass(frozen=True)
class Lexicon:
    """All known individuals and the automaton over their names.

    `names` are the flattened names in order, `senses` what each may stand for.
    """

    known: Mapping[str, Known] = field(repr=False)
    names: tuple[str, ...] = field(repr=False)
    senses: Mapping[str, tuple[Sense, ...]] = field(repr=False)
    demonyms: dict[str, str]
    by_fold: dict[str, list[str]] = field(repr=False)
    digest: str
    automaton: AhoCorasick = field(init=False, repr=False, compare=False)

    demonym_words: Anchors = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Build the automaton, which no file can hold."""
        object.__setattr__(self, "demonym_words", Anchors(self.demonyms, whole=True))
        automaton = AhoCorasick(self.names)
        object.__setattr__(self, "automaton", automaton)

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield known names in `text`, leftmost and longest, whole words only.

        Of names within names all are looked at: where the longest does not fit the case of the
        words, a shorter one may.
        """
        haystack = flatten(text)
        found = self.automaton.find_matches_as_indexes(haystack, overlapping=True)
        at = 0
        # Leftmost first, and of those that begin together the longest.
        for begin, minus, which in sorted([(begin, -end, which) for which, begin, end in found]):
            end = -minus
            if begin < at or _inside_word(haystack, begin, end):
                continue
            fitting = tuple(s for s in self.senses[self.names[which]] if _fits(s, text[begin:end]))
            if fitting:
                at = end
                yield Hit(begin, end, fitting)

    def lookup(self, name: str) -> tuple[str, ...]:
        """Return the keys of the individuals called `name`, whatever its case and accents."""
        return tuple(self.by_fold.get(fold(name), ()))


class _Plain(dict[int, str]):
    """A translation table that works out each character's plain form when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = next((p for p in (strip_accents(char).lower(), char.lower()) if len(p) == 1), char)
        if char in "’‘ʼ´`":
            plain = "'"
        elif char in "‐‑–":
            plain = "-"
        elif char.isspace():
            plain = " "
        self[code] = plain
        return plain


_PLAIN = _Plain()


def flatten(text: str) -> str:
    """Lower-case and strip accents, one character for one: offsets stay those of `text`."""
    return text.translate(_PLAIN)


def _inside_word(text: str, begin: int, end: int) -> bool:
    before = begin > 0 and text[begin - 1].isalnum() and text[begin].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return before or after


def _fits(sense: Sense, words: str) -> bool:
    """Tell whether the case of `words` fits: an acronym's exactly, a name's by its first letter."""
    if sense.exact_case:
        words = words.replace("μ", "µ")
        return words == sense.surface or (len(words) > _SHORT and words == sense.surface.upper())
    if _DESCRIPTION.search(words):
        return False
    return words[:1].isupper() or not sense.surface[:1].isupper()
