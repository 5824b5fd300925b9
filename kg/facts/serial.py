"""Launches told one after another in a sentence: "A was launched in 2001 and B in 2008"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.facts.clauses import Clause, Scene
from kg.facts.wording import shapes
from kg.gates import Gate

_MARK = re.compile(r"‹([MD])(\d+)›")
_SERIES = re.compile(r"(?:MD){2,}|(?:DM){2,}")
_TOLD = re.compile("‹[DVS]")
_OPENING = 110
"""How far the first date may stand from what flew: that may be described in between."""


class Flown(NamedTuple):
    """What flew and its date, as the numbers of their marks, and where both are told."""

    thing: int
    date: int
    at: tuple[int, int]


def series(scene: Scene, text: str) -> list[Flown]:
    """Return each mission of a sentence with the date that is its own, where all have one.

    Names and dates must take turns, and nothing but how things fly may stand between them.
    """
    if text.count("‹M") <= 1 or text.count("‹D") <= 1:
        return []
    patterns = shapes(scene.language.code, "launch")
    found = [m for m in _MARK.finditer(text) if m[1] == "M" or not _other(text, m, patterns)]
    found = _told_last(scene, found)
    if _SERIES.fullmatch("".join(m[1] for m in found)) is None:
        return []
    things = [int(m[2]) for m in found if m[1] == "M"]
    if len({scene.mention(n).entity for n in things}) < len(things):
        return []
    between = patterns["between-dates"]
    opening = text[found[0].end() : found[1].start()]
    rest = (text[a.end() : b.start()] for a, b in pairwise(found[1:]))
    if len(opening) > _OPENING or not all(between.fullmatch(words) for words in rest):
        return []
    return list(_paired(found))


def turns(scene: Scene, part: Clause) -> tuple[tuple[str, Clause], ...]:
    """Return two missions, each with what a sentence tells of it in its turn.

    "A and B, launched one in 2014 on Vega, the other in 2016"; "The former flew in 2014, the latter from Kourou".
    """
    found = shapes(scene.language.code, "launch")["turns"].search(part.text)
    if found is None or not all(_TOLD.search(found[name]) for name in ("one", "other")):
        return ()
    pair = scene.keys(part.text[: found.start()], "M")
    if not pair and part.order > 0:
        pair = scene.keys(scene.clauses[part.order - 1].text, "M")
    if len(pair) != len(("one", "other")):
        return ()
    return tuple(
        (thing, part.cut(*found.span(name)))
        for thing, name in zip(pair, ("one", "other"), strict=True)
    )


def _told_last(scene: Scene, found: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Return the marks, of missions named again the last: "A and B are in orbit: A flew in 2006, B in 2012"."""
    last = {scene.mention(int(m[2])).entity: m for m in found if m[1] == "M"}
    return [m for m in found if m[1] == "D" or m is last[scene.mention(int(m[2])).entity]]


def _other(text: str, date: re.Match[str], patterns: dict[str, Gate]) -> bool:
    """Tell whether a date is one of something else: "to land on", "signed on"."""
    return patterns["otherdate"].search(text[: date.start()]) is not None


def _paired(found: Sequence[re.Match[str]]) -> Iterator[Flown]:
    for one, other in zip(found[::2], found[1::2], strict=True):
        thing, date = (one, other) if one[1] == "M" else (other, one)
        yield Flown(int(thing[2]), int(date[2]), (one.start(), other.end()))
