"""The class of an unknown name, by its head noun or by the words around it."""

from __future__ import annotations

import re
from functools import cache

from kg.gates import Gate
from kg.languages import Language, load
from kg.mentions import worded
from kg.model import Span

_ORDER = ("agency", "payload", "mission", "programme", "vehicle", "site", "organisation")
KINDS = {
    "agency": "Agency",
    "organisation": "Organisation",
    "site": "Site",
    "mission": "Mission",
    "payload": "Payload",
    "programme": "Programme",
    "vehicle": "LaunchVehicle",
}
_AROUND = 45


def kind_of_name(name: str, language: Language) -> str | None:
    """Return the class that the head noun of `name` gives: "Gamma Ray Monitor" is a Payload."""
    words = " ".join(name.split())
    return next((kind for kind, pattern in _by_head(language.code) if pattern.search(words)), None)


@cache
def _by_head(code: str) -> tuple[tuple[str, Gate], ...]:
    """Return the patterns of names with their noun, by class, in the order that tells most."""
    first = load(code).set("noun-first")
    return tuple(
        (KINDS[head], _pattern(code, place, head))
        for place in worded.named(code, "kind-")
        for head in _ORDER
        if place == "kind-last" or head in first
    )


def _pattern(code: str, name: str, head: str) -> Gate:
    return worded.pattern(code, name, any_case=True, heads=worded.heads(code, head))


def kind_of_place(text: str, span: Span, also: Span, language: Language) -> str | None:
    """Return the class that the words just after or before give: "the X mission"."""
    end = max(span.end, also.end)
    after = text[end : end + _AROUND].lstrip(") ").replace("\n", " ")
    before = text[max(0, span.begin - _AROUND) : span.begin].replace("\n", " ")
    for head in ("mission", "payload", "programme", "vehicle"):
        if _first_word(language.code, head).match(after):
            return KINDS[head]
    for head in ("mission", "payload", "programme", "vehicle"):
        if _pattern(language.code, "place-before", head).search(before):
            return KINDS[head]
    return None


@cache
def _first_word(code: str, head: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{worded.heads(code, head)})s?\b", re.IGNORECASE)
