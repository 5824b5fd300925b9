"""Patterns that are tried only where a match can begin.

Python's engine tries a pattern at each place of a text, and a pattern of a hundred alternatives tries them all
at each. What the first characters of every match are is mostly told by the pattern itself, and one look ahead at them
passes over most places: "launch|lift" is tried where "[l][ai][uf]" stands. It is the first of the filters that
search engines put before patterns (as the literal prefixes of Rust's `regex`), worked out as `kg.needs` works out
words: what is not known here allows every character, so that a look ahead passes over too little, and never too much.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

from kg.syntax import parsed

_LENGTH: Final = 3
"""How many characters are looked at: a fourth tells little more."""
_MOST: Final = 2000
_CATEGORIES: Final = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_NOT_WORD": r"\W",
}
_COMMON: Final = (r"\w", r"\D", r"\S")
_ANY: Final = r"\w\W"


class Char(NamedTuple):
    """What one character of a match may be: the inside of a class, and the flag that the pattern itself gives it."""

    allowed: str
    flag: str


Beginning = tuple[Char, ...]


class Part(NamedTuple):
    """How what a part of a pattern matches may begin: wholly told in `whole`, cut short in `cut`."""

    whole: frozenset[Beginning]
    cut: frozenset[Beginning]


_NOTHING: Final = Part(frozenset([()]), frozenset())
_ANYTHING: Final = Part(frozenset(), frozenset([()]))


def guarded(pattern: str) -> str:
    """Return `pattern` with a look ahead at what its matches begin with, where that tells anything."""
    ahead = beginning(pattern)
    return f"{ahead}(?:{pattern})" if ahead else pattern


def beginning(pattern: str) -> str:
    """Return a look ahead that passes over the places where no match of `pattern` begins.

    It holds in any case or in one, as it is compiled with the pattern.
    """
    return _ahead(_sequence(parsed(pattern), ""))


def _ahead(part: Part) -> str:
    """Return the look ahead that allows these beginnings and as little more as one class a place can."""
    every = part.whole | part.cut
    length = min(map(len, every))
    places = [_class(chars) for chars in list(zip(*every, strict=False))[:length]]
    while places and not places[-1]:
        places.pop()
    if not places or not places[0]:
        return ""
    return "(?=" + "".join(place or "(?s:.)" for place in places) + ")"


def _class(chars: Iterable[Char]) -> str:
    """Return what matches any of `chars`; nothing where that would be almost every character."""
    found = frozenset(chars)
    allowed = sorted({char.allowed for char in found})
    if any(sign in one for one in allowed for sign in _COMMON):
        return ""
    inside = f"[{''.join(allowed)}]"
    flags = {char.flag for char in found}
    if flags == {"-i"}:
        return f"(?-i:{inside})"
    return f"(?i:{inside})" if "i" in flags else inside


def _sequence(items: Iterable[tuple[Any, Any]], flag: str) -> Part:
    """Return how a match of the parts of a pattern, one after another, may begin.

    Where they take no character, a look ahead among them tells what one begins with.
    """
    found = _NOTHING
    ahead: Part | None = None
    for kind, value in items:
        if not found.whole:
            break
        if ahead is None and found == _NOTHING and str(kind) == "ASSERT":
            ahead = _looked_at(value, flag)
        found = _joined(found, _part(kind, value, flag))
    return ahead if ahead is not None and found == _NOTHING else found


def _looked_at(value: Any, flag: str) -> Part | None:
    """Return how a match begins that is followed by what a look ahead asks for; nothing for one behind."""
    direction, inner = value
    if direction < 0:
        return None
    part = _sequence(inner, flag)
    return Part(frozenset(), part.whole | part.cut)


def _joined(one: Part, other: Part) -> Part:
    if len(one.whole) * (len(other.whole) + len(other.cut)) > _MOST:
        return Part(frozenset(), one.whole | one.cut)
    whole = {a + b for a in one.whole for b in other.whole}
    cut = {a + b for a in one.whole for b in other.cut}
    long = {w for w in whole if len(w) >= _LENGTH}
    return Part(frozenset(whole - long), frozenset({w[:_LENGTH] for w in cut | long}) | one.cut)


def _part(kind: Any, value: Any, flag: str) -> Part:
    read = _READERS.get(str(kind))
    return read(value, flag) if read is not None else _ANYTHING


def _literal(value: int, flag: str) -> Part:
    return _one(re.escape(chr(value)), flag)


def _one(allowed: str, flag: str) -> Part:
    return Part(frozenset([(Char(allowed, flag),)]), frozenset())


def _one_of(value: Any, flag: str) -> Part:
    allowed = ""
    for kind, inner in value:
        match str(kind):
            case "LITERAL":
                allowed += re.escape(chr(inner))
            case "RANGE":
                allowed += f"{re.escape(chr(inner[0]))}-{re.escape(chr(inner[1]))}"
            case "CATEGORY":
                allowed += _CATEGORIES[str(inner)]
            case _:
                return _one(_ANY, flag)
    return _one(allowed, flag)


def _any(_: Any, flag: str) -> Part:
    return _one(_ANY, flag)


def _nothing(_: Any, flag: str) -> Part:
    return _NOTHING


def _group(value: Any, flag: str) -> Part:
    _, more, less, inner = value
    if more & re.IGNORECASE:
        flag = "i"
    if less & re.IGNORECASE:
        flag = "-i"
    return _sequence(inner, flag)


def _branch(value: Any, flag: str) -> Part:
    parts = [_sequence(branch, flag) for branch in value[1]]
    return Part(
        frozenset().union(*(part.whole for part in parts)),
        frozenset().union(*(part.cut for part in parts)),
    )


def _repeat(value: Any, flag: str) -> Part:
    least, most, inner = value
    part = _sequence(inner, flag)
    if most != 1:
        part = Part(frozenset(), part.whole | part.cut)
    if least == 0:
        part = Part(part.whole | {()}, part.cut)
    return part


_READERS: Final[dict[str, Callable[[Any, str], Part]]] = {
    "LITERAL": _literal,
    "IN": _one_of,
    "ANY": _any,
    "NOT_LITERAL": _any,
    "AT": _nothing,
    "ASSERT": _nothing,
    "ASSERT_NOT": _nothing,
    "SUBPATTERN": _group,
    "BRANCH": _branch,
    "MAX_REPEAT": _repeat,
    "MIN_REPEAT": _repeat,
}
