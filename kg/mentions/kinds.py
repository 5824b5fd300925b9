"""The class of an unknown name, by its head noun or by the words around it."""

from __future__ import annotations

import re
from functools import cache

from kg.languages import Language, load
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


@cache
def _last_head(code: str, head: str) -> re.Pattern[str]:
    heads = load(code).alternatives(f"{head}-head")
    return re.compile(rf"\b(?:{heads})s?$", re.IGNORECASE)


@cache
def _first_head(code: str, head: str) -> re.Pattern[str]:
    heads = load(code).alternatives(f"{head}-head")
    return re.compile(rf"^(?:[\w-]+ ){{0,2}}?(?:{heads})s?\b", re.IGNORECASE)


@cache
def _head_before(code: str, head: str) -> re.Pattern[str]:
    heads = load(code).alternatives(f"{head}-head")
    return re.compile(
        rf"\b(?:{heads})s?(?: (?:called|named|dubbed|the|le|la|baptisée?|nommée?))?,? $", re.I
    )


def kind_of_name(name: str, language: Language) -> str | None:
    """Return the class that the head noun of `name` gives: "Gamma Ray Monitor" is a Payload."""
    words = " ".join(name.split())
    patterns = (_last_head, _first_head) if language.code == "en" else (_first_head, _last_head)
    for pattern in patterns:
        for head in _ORDER:
            if (
                pattern is _first_head
                and language.code == "en"
                and head not in ("organisation", "agency")
            ):
                continue
            if pattern(language.code, head).search(words):
                return KINDS[head]
    return None


def kind_of_place(text: str, span: Span, also: Span, language: Language) -> str | None:
    """Return the class that the words just after or before give: "the X mission"."""
    end = max(span.end, also.end)
    after = text[end : end + _AROUND].lstrip(") ").replace("\n", " ")
    before = text[max(0, span.begin - _AROUND) : span.begin].replace("\n", " ")
    for head in ("mission", "payload", "programme", "vehicle"):
        if re.match(_first_word(language.code, head), after):
            return KINDS[head]
    for head in ("mission", "payload", "programme", "vehicle"):
        if _head_before(language.code, head).search(before):
            return KINDS[head]
    return None


@cache
def _first_word(code: str, head: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{load(code).alternatives(f'{head}-head')})s?\b", re.IGNORECASE)
