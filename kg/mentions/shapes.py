"""The shapes of names of bodies and sites: head nouns, "the company X", "built by X", "X GmbH".

Each is a pattern of a language's file with the words that none of its names is without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.anchors import Anchors
from kg.capitals import UPPER, WORD
from kg.gates import Gate
from kg.languages import Language, load
from kg.mentions import worded
from kg.patterns import name_gate

HEADS = ("agency", "site", "organisation")
_FIRST = rf"(?:{WORD}|\d[{UPPER}]+(?=[ ][{UPPER}]))"
"""The first word of a firm's name: "3D PLUS" too."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of names: the class it gives, how it finds them, and the words it cannot be without.

    `capital` tells that these words begin with a capital in all its names.
    """

    kind: str
    method: str
    anchors: Anchors
    gate: Gate
    capital: bool = False


class _Sort(NamedTuple):
    """A shape as the languages' files have it: its pattern, and the list of its words."""

    name: str
    words: str
    kind: str
    method: str
    capital: bool = False


_SORTS = (
    _Sort("agency", "agency-head", "Agency", "head-noun", True),
    _Sort("site", "site-head", "Site", "head-noun", True),
    _Sort("organisation", "organisation-head", "Organisation", "head-noun", True),
    _Sort("organisation-lower", "organisation-head", "Organisation", "head-noun"),
    _Sort("site-lower", "site-head", "Site", "head-noun"),
    _Sort("named", "shape-named", "Organisation", "head-noun"),
    _Sort("named-acronym", "shape-named-acronym", "Organisation", "company"),
    _Sort("place", "shape-place", "Site", "lower-head"),
    _Sort("embassy", "shape-embassy", "Site", "lower-head"),
    _Sort("ministry", "shape-ministry", "Organisation", "foreign"),
    _Sort("leader", "shape-leader", "Organisation", "company"),
    _Sort("acting-by", "shape-acting", "Organisation", "acting"),
    _Sort("acting-subject", "shape-acting", "Organisation", "acting"),
    _Sort("acting-inverted", "shape-acting", "Organisation", "acting"),
    _Sort("foreign", "shape-foreign", "Organisation", "foreign", True),
    _Sort("foreign-german", "shape-foreign-german", "Organisation", "foreign", True),
    _Sort("apposed", "shape-apposed", "Organisation", "company"),
    _Sort("company", "shape-company", "Organisation", "company"),
)
"""In the order in which they are looked for; a language is without those that its file lacks."""


@cache
def shapes(code: str) -> tuple[Shape, ...]:
    """Return the shapes of a language, in the order in which they are looked for."""
    language = load(code)
    return (*_worded(language), _company_ending(language))


def _worded(language: Language) -> Iterator[Shape]:
    for sort in _SORTS:
        name = f"shape-{sort.name}"
        if not worded.has(language.code, name):
            continue
        words = language.words[sort.words]
        gate = worded.pattern(
            language.code,
            name,
            words=language.alternatives(sort.words),
            titled=_titled(words),
            capital=_capital(words),
            first=_FIRST,
        )
        yield Shape(sort.kind, sort.method, Anchors(words), gate, sort.capital)


def _titled(words: tuple[str, ...]) -> str:
    """Return alternatives in which each word of a head begins with a capital, or all are capitals."""
    forms = {" ".join(w[:1].upper() + w[1:] for w in head.split()) for head in words}
    return _alternatives(forms | {head.upper() for head in words})


def _capital(words: tuple[str, ...]) -> str:
    """Return alternatives in which the first word of a head begins with a capital."""
    forms = {head[:1].upper() + head[1:] for head in words}
    return _alternatives(forms | {"-".join(map(str.capitalize, h.split("-"))) for h in words})


def _alternatives(forms: set[str]) -> str:
    longest = sorted(map(re.escape, forms), key=lambda f: (-len(f), f))
    return "|".join(longest).replace(r"\ ", r"[ ]")


def _company_ending(language: Language) -> Shape:
    """Return the pattern of a name before "Inc.", "GmbH" or "S.A."."""
    forms = language.alternatives("company-ending")
    full = (
        rf"(?=[{UPPER}])(?<![\w’'-])((?:{WORD}[ ](?:&[ ])?){{0,3}}{WORD}),?[ ](?:{forms})(?![\w-])"
    )
    anchors = Anchors(language.words["company-ending"])
    return Shape("Organisation", "company", anchors, name_gate(full, language.code))
