"""Agencies, tied by the programmes, missions, meetings, agreements and launches that they share.

A programme or mission ties each two of its agencies by 1, an occasion of n agencies by 1/(n-1).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from kg.views.shared import Reader, Shared, by_events, by_facts
from kg.views.spec import ViewSpec
from kg.vocab import SKG

TAKES_PART: Final = (SKG.participatesIn, SKG.leads, SKG.contributes)
PRESENT: Final = (SKG.participant, SKG.witness)
MEETINGS: Final = (SKG.Meeting, SKG.Visit)
# For whom something flies, beside those that take part in it.
FLIES_FOR: Final = (SKG.customer, SKG.operatedBy)
KINDS: Final = ("programmes", "missions", "meetings", "agreements", "launches")


def rows(reader: Reader) -> Iterator[Shared]:
    """Yield what ties agencies."""
    return shared_by(reader, reader.instances(SKG.Agency))


def shared_by(reader: Reader, actors: Collection[str]) -> Iterator[Shared]:
    """Yield what ties these actors."""
    yield from by_facts(reader, "programmes", (SKG.Programme,), TAKES_PART, actors)
    yield from by_facts(reader, "missions", (SKG.Mission, SKG.Payload), TAKES_PART, actors)
    yield from by_events(reader, "meetings", MEETINGS, PRESENT, actors)
    yield from _agreements(reader, actors)
    yield from _launches(reader, actors)


def _agreements(reader: Reader, actors: Collection[str]) -> Iterator[Shared]:
    """Yield agreements with their parties and those that sign; a signing of an unnamed one too."""
    signed = dict(sorted(reader.links(SKG.signs)))
    found: dict[str, dict[str, frozenset[int]]] = defaultdict(dict)
    days: dict[str, frozenset[str]] = defaultdict(frozenset)
    for signing in by_events(
        reader, "agreements", (SKG.AgreementSigning,), (SKG.participant,), actors
    ):
        agreement = signed.get(signing.thing, signing.thing)
        days[agreement] |= signing.days
        _join(found[agreement], signing.members)
    for (agreement, actor), sources in reader.facts(SKG.party).items():
        if actor in actors:
            _join(found[agreement], {actor: sources})
    for thing in sorted(found):
        yield Shared("agreements", thing, found[thing], days=days[thing], spread=True)


def _launches(reader: Reader, actors: Collection[str]) -> Iterator[Shared]:
    """Yield launches with the agencies that were there, and those for which something flew."""
    told = reader.tellings(SKG.Launch)
    concerned = flown_for(reader, actors)
    found: dict[str, dict[str, frozenset[int]]] = defaultdict(dict)
    launches = reader.events(SKG.Launch)
    for launch, it in reader.links(*PRESENT, SKG.payload):
        if launch in launches:
            words = frozenset(told.get(launch, ()))
            there = {it} if it in actors else concerned.get(it, set())
            _join(found[launch], dict.fromkeys(there, words))
    for thing in sorted(found):
        days = reader.days(thing)
        yield Shared("launches", thing, found[thing], days=days, spread=True)


def flown_for(reader: Reader, actors: Collection[str]) -> dict[str, set[str]]:
    """Return for each endeavour the actors that it flies for, or that take part in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for thing, actor in reader.facts(*FLIES_FOR):
        if actor in actors:
            found[thing].add(actor)
    for actor, thing in reader.facts(*TAKES_PART):
        if actor in actors:
            found[thing].add(actor)
    return found


def _join(members: dict[str, frozenset[int]], more: Mapping[str, frozenset[int]]) -> None:
    for actor, sources in more.items():
        members[actor] = members.get(actor, frozenset()) | sources


VIEW: Final = ViewSpec(
    "agencies",
    "Agencies, tied by shared programmes, missions, meetings, agreements and launches.",
    KINDS,
    rows,
)
