"""How real a clause says something is: discussed, planned, or more."""

from __future__ import annotations

import re

from kg.facts.wording import shapes
from kg.patterns import word_list

_LEFT, _RIGHT = 45, 25
_CUT_LEFT, _CUT_RIGHT = re.compile(r"^\w+"), re.compile(r"\w+$")
_STOP = re.compile(r"[;:()]|\. ")


def window(text: str, begin: int, end: int) -> str:
    """Return the stretch of encoded text around a match, within its clause, of whole words."""
    left = (
        _CUT_LEFT.sub("", text[max(0, begin - _LEFT - 1) : begin])
        if begin > _LEFT
        else text[:begin]
    )
    stops = list(_STOP.finditer(left))
    left = left[stops[-1].end() :] if stops else left
    right = text[end : end + _RIGHT + 1]
    right = _CUT_RIGHT.sub("", right) if len(right) > _RIGHT else right
    stop = _STOP.search(right)
    return left + text[begin:end] + (right[: stop.start()] if stop else right)


def status_of(code: str, words: str, otherwise: str) -> str:
    """Return "discussed" or "planned" where `words` say so, else `otherwise`."""
    conditional = shapes(code, "status").get("conditional")
    if word_list(code, "discussed").search(words) or (conditional and conditional.search(words)):
        return "discussed"
    if word_list(code, "planned").search(words) or shapes(code, "status")["future"].search(words):
        return "planned"
    return otherwise


def denied(code: str, words: str) -> bool:
    """Tell whether `words` say that something is not so: "not only" says that it is."""
    negative = word_list(code, "negative")
    if negative.search(words) is None:
        return False
    return negative.search(shapes(code, "status")["affirmed"].sub(" ", words)) is not None
