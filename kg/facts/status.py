"""How real a clause says something is: discussed, planned, or more."""

from __future__ import annotations

import re
from functools import cache

from kg.languages import load

_LEFT, _RIGHT = 45, 25
_STOP = re.compile(r"[;:()]|\. ")


@cache
def pattern(code: str, words: str) -> re.Pattern[str]:
    """Return the pattern of a word list of a language, whole words, any case."""
    return re.compile(rf"(?<![\w-])(?:{load(code).alternatives(words)})(?![\w-])", re.IGNORECASE)


def window(text: str, begin: int, end: int) -> str:
    """Return the stretch of encoded text around a match, within its clause."""
    left = text[max(0, begin - _LEFT) : begin]
    stops = list(_STOP.finditer(left))
    left = left[stops[-1].end() :] if stops else left
    right = text[end : end + _RIGHT]
    stop = _STOP.search(right)
    return left + text[begin:end] + (right[: stop.start()] if stop else right)


def status_of(code: str, words: str, otherwise: str) -> str:
    """Return "discussed" or "planned" where `words` say so, else `otherwise`."""
    if pattern(code, "discussed").search(words):
        return "discussed"
    if pattern(code, "planned").search(words):
        return "planned"
    return otherwise
