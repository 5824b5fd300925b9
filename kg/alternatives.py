"""A long choice between patterns, taken apart: each alternative as a pattern of its own.

Of thirty ways to say that somebody visits a place a sentence has the words of one or two. Where the alternatives can
be tried one by one, those whose words are not there need not be. Each keeps the groups of all the others, under
their names and numbers, so that its matches are what the whole pattern's would be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_FEWEST: Final = 4
_SHORTEST: Final = 25
"""Fewer alternatives, or shorter ones, are sooner tried together."""
_TOKEN: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?P<\w+>|\(\?[^)]|.", re.DOTALL)
_HEAD: Final = re.compile(r"(?:\\b|\(\?<!\[\\w-\]\))?")
"""What may stand before a choice in brackets: it takes no characters, and so matches in one way alone."""
_REPEATS: Final = ("*", "+", "?", "{")


class Alternative(NamedTuple):
    """One alternative, and the same with the groups of the others."""

    alone: str
    grouped: str


def alternatives(pattern: str) -> tuple[Alternative, ...]:
    """Return what a pattern chooses between: the first to match, by place and then by order, is its match.

    There are none where the pattern is no long choice.
    """
    each = [inner for one in _split(pattern) for inner in _within(one)]
    if not _long(each):
        return ()
    groups = ["".join(f"{group})" for group in _groups(one)) for one in each]
    return tuple(
        Alternative(one, _grouped("".join(groups[:at]), one, "".join(groups[at + 1 :])))
        for at, one in enumerate(each)
    )


def _long(each: list[str]) -> bool:
    return len(each) >= _FEWEST and sum(map(len, each)) >= _SHORTEST * len(each)


def _within(pattern: str) -> list[str]:
    """Return what an alternative itself chooses between, where all of it is a long choice in brackets."""
    found = _HEAD.match(pattern)
    begin = found.end() if found else 0
    if pattern.startswith("(?:", begin):
        end = _close(pattern, begin)
        each = list(_split(pattern[begin + len("(?:") : end]))
        head, tail = pattern[:begin], pattern[end + 1 :]
        if _long(each) and not tail.startswith(_REPEATS) and not list(_groups(tail)):
            return [f"{head}(?:{one}){tail}" for one in each]
    return [pattern]


def _grouped(before: str, pattern: str, after: str) -> str:
    """Return a pattern between the groups of others, which never match."""
    each = (before and f"(?!){before}", pattern, after and f"(?!){after}")
    return f"(?:{'|'.join(one for one in each if one)})"


def _close(pattern: str, begin: int) -> int:
    """Return where the bracket closes that opens at `begin`."""
    depth = 0
    for token in _TOKEN.finditer(pattern, begin):
        depth += _depth(token[0])
        if depth == 0:
            return token.start()
    return len(pattern)


def _depth(sign: str) -> int:
    return sign.startswith("(") - (sign == ")")


def _split(pattern: str) -> Iterator[str]:
    """Yield the alternatives of a pattern that no bracket holds."""
    depth = begin = 0
    for token in _TOKEN.finditer(pattern):
        depth += _depth(token[0])
        if token[0] == "|" and not depth:
            yield pattern[begin : token.start()]
            begin = token.end()
    yield pattern[begin:]


def _groups(pattern: str) -> Iterator[str]:
    """Yield how each group of a pattern opens."""
    for token in _TOKEN.finditer(pattern):
        if token[0] == "(" or token[0].startswith("(?P<"):
            yield token[0]
