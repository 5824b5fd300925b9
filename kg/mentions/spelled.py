"""Acronyms of the authority that a text spells out by other words: "Semiconductor Industry Association (SIA)".

Such a name is somebody else's, and never bears the identifier of the one that is known by the acronym.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from kg.authority import Lexicon
from kg.capitals import UPPER
from kg.languages import Language
from kg.mentions.kinds import kind_of_name
from kg.model import Found

_INITIAL = re.compile(rf"(?<![\w’'-])[{UPPER}]")
_WORD = re.compile(rf"(?<![\w’'-])[{UPPER}][\w’'-]*")
_ALIKE = 0.6
"""How alike two words are that are one, as `difflib` reckons: "Garysh" and "Gharysh"."""
_BODIES = frozenset({"Agency", "Organisation"})


def settle(
    text: str, names: Sequence[Found], lexicon: Lexicon, language: Language
) -> tuple[Found, ...]:
    """Return the names, those of an acronym that the text spells otherwise as what it is spelled."""
    others: dict[str, Found] = {}
    for name, after in pairwise(names):
        short = text[after.span.begin : after.span.end]
        if text[name.span.end : after.span.begin] != " (" or name.keys != after.keys:
            continue
        full = text[name.span.begin : name.span.end]
        # What the lexicon itself found stands among the names of whom it means.
        spelled = name.method != "lexicon" and spells(full, short)
        if spelled and name.keys and _another(full, short, name.keys, lexicon):
            others[short] = others[full] = replace(name, name=full, keys=())
    if not others:
        return tuple(names)
    return tuple(
        one
        for name in names
        if (one := _settled(name, others.get(text[name.span.begin : name.span.end]), language))
    )


def _settled(name: Found, other: Found | None, language: Language) -> Found | None:
    """Return a name, or what it is here; nothing where that is the name of no class of things."""
    if other is None:
        return name
    kind = kind_of_name(other.name, language) or (name.kind if name.kind in _BODIES else None)
    return replace(name, name=other.name, kind=kind, keys=(), method="spelled") if kind else None


def _another(full: str, short: str, keys: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether a name spells an acronym otherwise than all who are known by it."""
    for key in keys:
        names = [name for name in lexicon.known[key].names if spells(name, short)]
        if not names or any(_alike(full, name) for name in names):
            return False
    return True


def spells(full: str, short: str) -> bool:
    """Tell whether the capitals that begin the words of a name are those of an acronym."""
    initials = "".join(_INITIAL.findall(full))
    return " " in full and initials == "".join(c for c in short if c.isupper())


def _alike(one: str, other: str) -> bool:
    """Tell whether two names that spell one acronym do so by the same words, however transcribed."""
    pairs = zip(_WORD.findall(one), _WORD.findall(other), strict=True)
    return all(SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE for a, b in pairs)
