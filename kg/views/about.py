"""What belongs to a topic, or to a programme or mission: the things, and the releases about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kg.views.shared import Pair, Reader
from kg.vocab import SKG


@dataclass(frozen=True, slots=True)
class Subject:
    """The things that have to do with a subject, and the numbers of the releases about it."""

    things: frozenset[str]
    said: frozenset[int] = frozenset()


def subject(reader: Reader, iri: str) -> Subject:
    """Return what belongs to a topic or an endeavour.

    To a topic: the events, endeavours and releases that are filed under it. To an endeavour: its
    parts and payloads, and the events, agreements and launches that are about one of these.
    """
    filed = {one for one, topic in reader.links(SKG.topic) if topic == iri}
    things = _below({iri, *filed}, _parts(reader))
    happened = reader.links(SKG.concerns, SKG.payload)
    things |= {event for event, thing in happened if thing in things}
    signings = reader.links(SKG.signs)
    things |= {agreement for signing, agreement in signings if signing in things}
    things |= {signing for signing, agreement in signings if agreement in things}
    said = {number for number, release in reader.ledger.releases().items() if release in filed}
    return Subject(frozenset(things), frozenset(said))


def wholes(reader: Reader) -> dict[str, set[str]]:
    """Return each endeavour with the programmes that it is part of, directly or not."""
    above = _grouped(reader.links(SKG.partOf))
    return {part: _below({part}, above) - {part} for part in above}


def _parts(reader: Reader) -> dict[str, set[str]]:
    parts = [(whole, part) for part, whole in reader.links(SKG.partOf)]
    return _grouped([*parts, *reader.links(SKG.carries)])


def _grouped(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return dict(found)


def _below(starts: Collection[str], steps: dict[str, set[str]]) -> set[str]:
    """Return all that can be reached by steps, the starts included."""
    found, waiting = set(starts), list(starts)
    while waiting:
        new = steps.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found
