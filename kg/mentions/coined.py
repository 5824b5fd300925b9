"""Where names made up for what flies are sought, and which of them are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.anchors import Anchors
from kg.languages import load
from kg.mentions.taken import Taken
from kg.model import Span

_FLIGHT_CODE = re.compile(r"V[ASV]\d{2,4}")
"""Flights of Arianespace, which are no missions."""


@cache
def head_anchors(code: str, head: str) -> Anchors:
    """Return the nouns of a class, to be sought in plain text."""
    return Anchors(load(code).words[f"{head}-head"])


@cache
def nameless(code: str) -> frozenset[str]:
    """Return capitalised words that name nothing that flies: planets, and methods called after people."""
    language = load(code)
    return language.set("celestial") | language.set("technique")


def free(span: Span, taken: Sequence[Taken]) -> bool:
    """Tell whether nothing taken overlaps a stretch."""
    return all(t.free(span.begin, span.end) for t in taken)


def name_like(words: str, stop: frozenset[str]) -> bool:
    """Tell whether coined words may be a name: no number, no flight's code, no word of `stop`."""
    if _FLIGHT_CODE.fullmatch(words):
        return False
    return all(w.casefold() not in stop for w in words.split()) and not words.isdigit()
