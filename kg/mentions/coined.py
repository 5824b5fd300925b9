"""The shapes of names made up for what flies, and which of them are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.anchors import Anchors
from kg.languages import load
from kg.mentions.capitals import LOWER, UPPER
from kg.mentions.taken import Taken
from kg.model import Span

_DIGITED = rf"[{UPPER}][\w]*(?:-[\w]+)*-?\d+[A-Z]?"
_CAMEL = rf"[{UPPER}][\w-]*[{LOWER}µ\d-][{UPPER}][\w+-]*|[{UPPER}]{{2,}}[\w+-]*[{UPPER}\d][\w+-]*|[{UPPER}]{{3,}}"
COINED = rf"(?:{_DIGITED}|{_CAMEL}|[{UPPER}]['’][{UPPER}]{{2,}}|\d[{UPPER}]{{3,}}\w*-\w+)(?:[ -]\d{{1,2}}[A-Z]?|[ -](?:I{{2,3}}|IV|VI{{0,3}}|IX)(?![\w-]))?"
"""The shape of a name made up for a spacecraft or an instrument: "NEMO-HD", "PowerCell"."""
_FLIGHT_CODE = re.compile(r"V[ASV]\d{2,4}")
"""Flights of Arianespace, which are no missions."""


@cache
def head_anchors(code: str, head: str) -> Anchors:
    """Return the nouns of a class, to be sought in plain text."""
    return Anchors(load(code).words[f"{head}-head"])


def free(span: Span, taken: Sequence[Taken]) -> bool:
    """Tell whether nothing taken overlaps a stretch."""
    return all(t.free(span.begin, span.end) for t in taken)


def name_like(words: str, stop: frozenset[str]) -> bool:
    """Tell whether coined words may be a name: no number, no flight's code, no word of `stop`."""
    if _FLIGHT_CODE.fullmatch(words):
        return False
    return all(w.casefold() not in stop for w in words.split()) and not words.isdigit()
