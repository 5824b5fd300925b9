"""Patterns that are tried only where the words stand that their matches cannot be without.

A sentence is asked some sixty questions by patterns, and most could not match: the verb is not
there, or the mark of a person. What each match must hold is worked out from the pattern itself, as
prefilters of search engines do (Cox 2012, "Regular Expression Matching with a Trigram Index"), and
one Aho-Corasick pass over a text finds the words of all patterns. A gate never changes an answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Final

from ahocorasick_rs import AhoCorasick

_MOST: Final = 400
"""A set of more words than this tells too little, and costs too much."""
_SHORTEST: Final = 3
_LONG: Final = 6
_TELLING: Final = 4
"""Words as long as this are rare enough to be worth more than one look."""
_CONDITIONS: Final = 3
_FOLDED: Final = (("İ", "i"), ("ı", "i"), ("ſ", "s"))
"""Letters that match others in any case, which lower case alone would not tell."""
_PLAIN: Final = re.compile(r"[\x20-\x7e\u00c0-\u017e‹›’]")
_parser: Final = import_module("re._parser")

Words = frozenset[str]
Exact = Words | None
"""All that a part of a pattern can match, where that is a short list of words."""


class Gate:
    """A pattern in any case, with what must stand in a text for it to match."""

    __slots__ = ("conditions", "group", "match", "regex")

    def __init__(self, pattern: str, group: str = "") -> None:
        """Compile `pattern` and work out what it needs; gates of one group share their look."""
        self.regex = re.compile(pattern, re.IGNORECASE)
        self.group = _group_of(group)
        self.conditions = tuple(self.group.numbers(words) for words in needed(pattern))
        self.match: Callable[..., re.Match[str] | None] = self.regex.match

    def open(self, text: str) -> bool:
        """Tell whether the words stand in `text` that a match needs."""
        here = _present(self.group, text)
        for words in self.conditions:  # noqa: SIM110, all() would take as long as the search
            if here.isdisjoint(words):
                return False
        return True

    def search(self, text: str, *within: int) -> re.Match[str] | None:
        """Return the first match in `text`, between the offsets `within` where they are given."""
        here = _present(self.group, text)
        for words in self.conditions:
            if here.isdisjoint(words):
                return None
        return self.regex.search(text, *within)

    def finditer(
        self, text: str, begin: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Return the matches in `text[begin:end]`, in order."""
        if not self.open(text):
            return iter(())
        return self.regex.finditer(text, begin, len(text) if end is None else end)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return `text` with the matches replaced."""
        return self.regex.sub(by, text) if self.open(text) else text


class _Group:
    """The words that the gates of a group made so far ask for, each with a number."""

    def __init__(self) -> None:
        self.of: dict[str, int] = {}
        self._automaton: AhoCorasick | None = None

    def numbers(self, words: Iterable[str]) -> frozenset[int]:
        """Return the numbers of `words`; what was said of texts before them is forgotten."""
        self._automaton = None
        _present.cache_clear()
        return frozenset(self.of.setdefault(word, len(self.of)) for word in sorted(words))

    def inside(self, text: str) -> frozenset[int]:
        """Return the numbers of the words that stand in folded `text`."""
        if self._automaton is None:
            self._automaton = AhoCorasick(list(self.of))
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return frozenset([which for which, _, _ in found])


@cache
def _group_of(name: str) -> _Group:
    return _Group()


@lru_cache(maxsize=512)
def _present(group: _Group, text: str) -> frozenset[int]:
    """Return the numbers of the words of a group that stand in `text`."""
    for sign, plain in _FOLDED:
        text = text.replace(sign, plain)
    return group.inside(text.lower())


@cache
def needed(pattern: str) -> tuple[Words, ...]:
    """Return sets of words in lower case: each match of `pattern` holds one of every set."""
    exact, found = _sequence(_parser.parse(pattern, re.IGNORECASE))
    if exact is not None:
        _keep(found, exact)
    best = sorted(set(found), key=_worth, reverse=True)[:_CONDITIONS]
    telling = [words for words in best if _worth(words)[0] >= _TELLING] or best[:1]
    return tuple(map(_shortest, telling))


def _worth(words: Words) -> tuple[int, int, str]:
    """Rank by the word that tells least, then by how few they are."""
    return min(map(_tells, words)), -len(words), min(words)


def _tells(word: str) -> int:
    """Return how much a word tells: its length, but for a mark's, which are rare."""
    return _TELLING if "‹" in word else min(_LONG, len(word.strip(" ,")))


def _shortest(words: Words) -> Words:
    """Leave out words that hold another of them: where they stand, it does."""
    kept: list[str] = []
    for word in sorted(words, key=lambda w: (len(w), w)):
        if not any(short in word for short in kept):
            kept.append(word)
    return frozenset(kept)


def _sequence(items: Iterable[tuple[Any, Any]]) -> tuple[Exact, list[Words]]:
    """Return what the parts of a pattern, one after another, match exactly, and what they need."""
    found: list[Words] = []
    run: Words = frozenset([""])
    whole = True
    for item in items:
        exact, more = _part(*item)
        found += more
        joined = _joined(run, exact)
        if joined is not None:
            run = joined
            continue
        whole = False
        _keep(found, run)
        run = exact if exact is not None else frozenset([""])
    if not whole:
        _keep(found, run)
        return None, found
    return run, found


def _keep(found: list[Words], words: Words) -> None:
    if min(map(_tells, words)) >= _SHORTEST:
        found.append(words)


def _joined(run: Words, exact: Exact) -> Exact:
    if exact is None or len(run) * len(exact) > _MOST:
        return None
    return frozenset([one + other for one in run for other in exact])


def _part(kind: Any, value: Any) -> tuple[Exact, list[Words]]:
    """Return what one part of a parsed pattern matches exactly, and what it needs."""
    read = _READERS.get(str(kind))
    return read(value) if read is not None else (None, [])


def _literal(value: int) -> tuple[Exact, list[Words]]:
    char = chr(value).lower()
    return (frozenset([char]) if _PLAIN.fullmatch(char) else None), []


def _nothing(_: Any) -> tuple[Exact, list[Words]]:
    return frozenset([""]), []


def _one_of(value: Any) -> tuple[Exact, list[Words]]:
    chars = [_literal(code)[0] for kind, code in value if str(kind) == "LITERAL"]
    if len(chars) < len(value) or None in chars:
        return None, []
    return frozenset().union(*(c for c in chars if c is not None)), []


def _group(value: Any) -> tuple[Exact, list[Words]]:
    return _sequence(value[-1])


def _branch(value: Any) -> tuple[Exact, list[Words]]:
    parts = [_sequence(branch) for branch in value[1]]
    every: Words = frozenset()
    if all(exact is not None for exact, _ in parts):
        every = every.union(*(exact for exact, _ in parts if exact is not None))
        if len(every) <= _MOST:
            return every, []
    bests = [_best(exact, found) for exact, found in parts]
    if any(best is None for best in bests):
        return None, []
    every = frozenset().union(*(best for best in bests if best is not None))
    return None, [every] if len(every) <= _MOST else []


def _best(exact: Exact, found: list[Words]) -> Exact:
    """Return the words that tell most of what a branch needs."""
    every = list(found)
    if exact is not None:
        _keep(every, exact)
    return max(every, key=_worth, default=None)


def _repeat(value: Any) -> tuple[Exact, list[Words]]:
    least, most, inner = value
    exact, found = _sequence(inner)
    if (least, most) == (1, 1):
        return exact, found
    if (least, most) == (0, 1):
        return (exact | {""} if exact is not None else None), []
    if not least:
        return None, []
    if exact is not None:
        _keep(found, exact)
    return None, found


_READERS: Final[dict[str, Callable[[Any], tuple[Exact, list[Words]]]]] = {
    "LITERAL": _literal,
    "IN": _one_of,
    "AT": _nothing,
    "ASSERT": _nothing,
    "ASSERT_NOT": _nothing,
    "SUBPATTERN": _group,
    "BRANCH": _branch,
    "MAX_REPEAT": _repeat,
    "MIN_REPEAT": _repeat,
}
