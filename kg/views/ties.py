"""Ties between actors, projected from what they share.

The rows are two-mode, an actor and a thing; the pairs are made here, since an aggregate over
pairs in SPARQL takes twenty times as long. Cost: the rows, plus the square of the actors of
each thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, TypeAlias

from kg.store.ledger import DISCUSSED, Ledger
from kg.views import evidence
from kg.vocab import SKG

Pair: TypeAlias = tuple[str, str]
Members: TypeAlias = "dict[str, set[str]]"

_NOTHING: Final[set[int]] = set()


@dataclass(frozen=True, slots=True)
class Sharing:
    """A kind of thing that actors share: `name` is the edge attribute that counts it.

    `roles` lead from the actor to an endeavour, or from an event to the actor. An event of n
    actors ties each two of them by 1/(n-1): twenty people in a room are not 190 friendships.
    """

    name: str
    classes: tuple[str, ...]
    roles: tuple[str, ...]
    is_event: bool = False


@dataclass(slots=True)
class Tie:
    """What two actors share: things by kind, the weight, the days and the sources that say so."""

    things: Members = field(default_factory=lambda: defaultdict(set))
    weights: dict[str, float] = field(default_factory=dict)
    days: set[str] = field(default_factory=set)
    sources: set[int] = field(default_factory=set)

    def add(self, kind: str, thing: str, share: float) -> None:
        """Put down a thing that the two share."""
        self.things[kind].add(thing)
        self.weights[thing] = share


def ties(ledger: Ledger, actors: str, kinds: Sequence[Sharing]) -> dict[Pair, Tie]:
    """Return the ties between actors of the class `actors`."""
    found: dict[Pair, Tie] = defaultdict(Tie)
    known = ledger.instances((actors,)).keys()
    for kind in kinds:
        (_by_events if kind.is_event else _by_endeavours)(ledger, known, kind, found)
    return found


def _by_endeavours(
    ledger: Ledger, actors: Collection[str], kind: Sharing, found: dict[Pair, Tie]
) -> None:
    things = ledger.instances(kind.classes)
    members: Members = defaultdict(set)
    for link in ledger.links(kind.roles):
        if link.subject in actors and link.object in things:
            members[link.object].add(link.subject)
    said = _said(ledger, kind.roles, members)
    for thing, group in _groups(members):
        for pair in combinations(group, 2):
            first, second = (said.get((actor, thing), _NOTHING) for actor in pair)
            # Words that name both are better than two sentences that name one each.
            sources = first & second or first | second
            tie = found[pair]
            tie.add(kind.name, thing, 1)
            tie.sources |= sources
            tie.days |= evidence.days(ledger, sources)


def _said(ledger: Ledger, roles: Sequence[str], members: Members) -> dict[Pair, set[int]]:
    """Return the sources of what each actor has to do with each thing, both as `members` has them."""
    said: dict[Pair, set[int]] = defaultdict(set)
    for actor, thing, source in ledger.claims(roles):
        if actor in members.get(thing, ()):
            said[actor, thing].add(source)
    return said


def _by_events(
    ledger: Ledger, actors: Collection[str], kind: Sharing, found: dict[Pair, Tie]
) -> None:
    events = ledger.instances(kind.classes).keys() - _unreal(ledger)
    members: Members = defaultdict(set)
    for link in ledger.links(kind.roles):
        if link.object in actors and link.subject in events:
            members[link.subject].add(link.object)
    said, when = ledger.tellings(kind.classes), ledger.values(SKG.date)
    for event, group in _groups(members):
        sources = said.get(event, _NOTHING)
        days = when.get(event) or evidence.days(ledger, sources)
        for pair in combinations(group, 2):
            tie = found[pair]
            tie.add(kind.name, event, 1 / (len(group) - 1))
            tie.sources |= sources
            tie.days |= days


def _unreal(ledger: Ledger) -> set[str]:
    """Return the events that no release does more than discuss."""
    statuses = ledger.values(SKG.status)
    return {event for event, found in statuses.items() if found == {DISCUSSED}}


def _groups(members: Members) -> Iterator[tuple[str, list[str]]]:
    """Yield the things that at least two share, in order."""
    return ((it, sorted(members[it])) for it in sorted(members) if len(members[it]) > 1)
