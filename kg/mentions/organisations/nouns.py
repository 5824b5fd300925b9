"""The head nouns of bodies and sites, as patterns of a language."""

from __future__ import annotations

import re
from functools import cache

from kg.languages import load
from kg.mentions.shapes import HEADS


@cache
def heads(code: str) -> re.Pattern[str]:
    """Return the head nouns of bodies and sites: a name trimmed of its noun is none."""
    words = load(code).words
    every = [*words.get("shape-named", ()), *(h for kind in HEADS for h in words[f"{kind}-head"])]
    longest = sorted(map(re.escape, set(every)), key=lambda h: (-len(h), h))
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE)


@cache
def strong(code: str) -> re.Pattern[str]:
    """Return the nouns that begin or end the name of a body of its own."""
    own = load(code).set("organisation-strong")
    nouns = [noun for noun in load(code).words["organisation-head"] if noun in own]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, nouns))})(?!\w)", re.IGNORECASE)
