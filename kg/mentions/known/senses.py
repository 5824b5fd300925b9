"""Which of the senses of a name count where it stands, and the choice between several that do.

`CHOICES` are made in turn, each of those that the one before has left.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from re import Pattern

from kg.authority import Hit, Sense
from kg.languages import load
from kg.mentions.known.company import called, counts, flown_from, sees_off, tool_follows, whole
from kg.mentions.known.occurrence import BODIES, FLYING, PLACES, Occurrence
from kg.patterns import expression

Senses = tuple[Sense, ...]
_FLIGHT = 260
"""How far before a town's name the flight from it may be told."""
_SEVERAL = 2


def counting(one: Occurrence) -> Hit:
    """Return the hit with the senses that count by themselves or by the words around them."""
    hit = one.hit
    senses = tuple(s for s in hit.senses if counts(one, s))
    if len(hit.senses) >= _SEVERAL:
        for choice in CHOICES:
            senses = choice(one, senses)
    return hit if len(senses) == len(hit.senses) else hit._replace(senses=senses)


def launch_site(one: Occurrence, senses: Senses) -> Senses:
    """Prefer a launch site to a town of its name where a flight left: "by Vega from Kourou"."""
    sites = one.of("Site")
    if not sites or len(sites) == len(one.hit.senses):
        return senses
    code = one.language.code
    before = one.before(_FLIGHT).rpartition("\n\n")[2]
    left = expression(code, "mention-known-from").search(before) and _launch(code).search(before)
    return sites if left else senses


def country_of_language(one: Occurrence, senses: Senses) -> Senses:
    """Prefer a country by its name to a city that another language calls so: "Mexico"."""
    if len(senses) < _SEVERAL or any(one.kind_of(s) not in PLACES for s in senses):
        return senses
    name = (one.words, one.language.code)
    return tuple(s for s in senses if name in one.labels(s)) or senses


def town_or_site(one: Occurrence, senses: Senses) -> Senses:
    """Prefer a town to a site of its name, or the site where something flies from it."""
    if not {"City", "Site"} <= {one.kind_of(s) for s in senses}:
        return senses
    wanted = "Site" if flown_from(one) or sees_off(one) else "City"
    return tuple(s for s in senses if one.kind_of(s) == wanted)


def firm_or_craft(one: Occurrence, senses: Senses) -> Senses:
    """Prefer a firm, but where a noun just beside it tells a module or a mission: "Leonardo"."""
    bodies = one.of(*BODIES)
    if not bodies or one.numbered() or not any(one.flies(s) for s in one.hit.senses):
        return senses
    flying = tuple(s for s in senses if one.flies(s) and called(one, s))
    return flying or (one.of("Payload") if tool_follows(one) else ()) or bodies


def as_written(one: Occurrence, senses: Senses) -> Senses:
    """Prefer an acronym written as one to a town's name in capitals: MADRAS is no Madras."""
    exact = tuple(s for s in senses if s.surface == one.words)
    return exact if exact and one.words.isupper() and not one.in_capitals() else senses


def as_called(one: Occurrence, senses: Senses) -> Senses:
    """Prefer what the noun beside it calls it, of words and of what flies: Themis the rocket, or the probes."""
    if len(senses) < _SEVERAL:
        return senses
    flown = any(one.kind_of(s) in FLYING or one.kind_of(s) == "LaunchVehicle" for s in senses)
    if not flown and not all(s.contextual for s in senses):
        return senses
    return tuple(s for s in senses if called(one, s)) or senses


@cache
def _launch(code: str) -> Pattern[str]:
    return whole(load(code).words["launch"])


CHOICES: tuple[Callable[[Occurrence, Senses], Senses], ...] = (
    launch_site,
    country_of_language,
    town_or_site,
    firm_or_craft,
    as_written,
    as_called,
)
