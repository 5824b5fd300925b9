"""What each match of a pattern must hold, worked out from the pattern itself.

As prefilters of search engines do (Cox 2012, "Regular Expression Matching with a Trigram Index"),
but with whole words: of "sign(?:ed|ing)? (?:an )?accord" every match holds "sign" and "accord".
A part of a pattern that is not known here needs nothing: then a gate is open too often, and never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Final

from kg.syntax import parsed

_MOST: Final = 400
"""A set of more words than this tells too little, and costs too much."""
_SHORTEST: Final = 3
_LONG: Final = 6
_TELLING: Final = 4
"""Words as long as this are rare enough to be worth more than one look."""
_CONDITIONS: Final = 3
_EVERYWHERE: Final = frozenset(
    re.findall(
        r"\S+",
        "a an and are as at by for from has in is it its of on or that the their this to was were which will with "
        "au aux avec ce cette dans de des du elle en est et il la le les leur ou par pour que qui sa ses son sont "
        "sur un une ‹",
    )
)
"""Words, and marks of no class, that stand in most sentences: to look for them tells nothing."""
_PLAIN: Final = re.compile(r"[\x20-\x7e\u00c0-\u017e‹›’]")

Words = frozenset[str]
Needs = tuple[Words, ...]
Exact = Words | None
"""All that a part of a pattern can match, where that is a short list of words."""


@cache
def needed(pattern: str) -> Needs:
    """Return sets of words in lower case: each match of `pattern` holds one of every set."""
    exact, found = _sequence(parsed(pattern))
    if exact is not None:
        _keep(found, exact)
    best = sorted(set(found), key=_worth, reverse=True)[:_CONDITIONS]
    telling = [words for words in best if _worth(words)[0] >= _TELLING] or best[:1]
    return tuple(map(_shortest, telling))


def _worth(words: Words) -> tuple[int, int, list[str]]:
    """Rank by the word that tells least, then by how few they are; no two sets rank alike."""
    return min(map(_tells, words)), -len(words), sorted(words)


def _tells(word: str) -> int:
    """Return how much a word tells: its length, but for a mark's, which are rare, and for what stands everywhere."""
    if _EVERYWHERE.issuperset(word.strip(" ',").split()):
        return 0
    return _TELLING if "‹" in word else min(_LONG, len(word.strip(" ,")))


def _fewer(words: Words) -> Words:
    """Return the words cut short where they are too many: what holds a word holds its beginning."""
    length = max(map(len, words))
    while len(words) > _MOST and length > _LONG:
        length -= 1
        words = frozenset(word[:length] for word in words)
    return words


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
    needs = [_needs(exact, found) for exact, found in parts]
    if not all(needs):
        return None, []
    either = [_union(n[0] for n in needs)]
    for marked in (True, False):
        alike = [next((w for w in n if _mark(w) is marked), None) for n in needs]
        if None not in alike:
            either.append(_union(w for w in alike if w is not None))
    return None, [words for words in map(_fewer, dict.fromkeys(either)) if len(words) <= _MOST]


def _needs(exact: Exact, found: list[Words]) -> list[Words]:
    """Return what one branch needs, that which tells most first."""
    every = list(found)
    if exact is not None:
        _keep(every, exact)
    return sorted(set(every), key=_worth, reverse=True)


def _union(sets: Iterable[Words]) -> Words:
    return frozenset().union(*sets)


def _mark(words: Words) -> bool:
    return all("‹" in word for word in words)


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
