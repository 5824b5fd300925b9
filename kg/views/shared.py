"""The two-mode rows that networks are made of: a thing, and who shares it, with the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from kg.store.base import View
from kg.store.ledger import REAL
from kg.vocab import SKG

Pair: TypeAlias = tuple[str, str]
Members: TypeAlias = "dict[str, frozenset[int]]"

NOTHING: Final[frozenset[int]] = frozenset()


class Shared(NamedTuple):
    """A thing, and for each that shares it the sources that say so.

    `kind` is the edge attribute that counts it. Members are tied to each other, or to `others`
    where these are given. `days` are those of an event; of anything else the days of the releases
    count. A thing with a `spread` tie is an occasion: n members are tied by 1/(n-1) each, so that
    twenty people in a room are not 190 friendships. A tuple, since a large store has many.
    """

    kind: str
    thing: str
    members: Mapping[str, frozenset[int]]
    others: Mapping[str, frozenset[int]] | None = None
    days: frozenset[str] = frozenset()
    spread: bool = False


class Reader:
    """What views read: facts and events of these statuses, as the store stands now.

    By default the facts count that the default graph holds, those of the authority too. Asked for
    certain statuses it gives what releases claim with them, whether it is a fact or not.
    """

    def __init__(self, view: View, statuses: Sequence[str] = REAL) -> None:
        self.view, self.ledger = view, view.ledger()
        self._statuses, self._whole = tuple(statuses), set(statuses) == set(REAL)
        self._links: dict[str, list[Pair]] = {}
        self._facts: dict[tuple[str, ...], dict[Pair, frozenset[int]]] = {}

    def instances(self, *classes: str) -> dict[str, str]:
        """Return the things of these classes, each with the last of the classes that it has."""
        return self.ledger.instances(classes)

    def facts(self, *roles: str) -> dict[Pair, frozenset[int]]:
        """Return subject and object of the facts with these properties, and their sources."""
        if roles not in self._facts:
            said: dict[Pair, set[int]] = defaultdict(set)
            for subject, object_, source in self.ledger.claims(roles, self._statuses):
                said[subject, object_].add(source)
            found = dict.fromkeys(self._stated(roles), NOTHING)
            found.update({pair: frozenset(sources) for pair, sources in said.items()})
            self._facts[roles] = found
        return self._facts[roles]

    def links(self, *roles: str) -> list[Pair]:
        """Return subject and object of the facts with these properties, in no order."""
        for role in roles:
            if role not in self._links:
                self._links[role] = self.ledger.pairs(role)
        return [pair for role in roles for pair in self._links[role]]

    def events(self, *classes: str) -> set[str]:
        """Return the events that are said to have one of the statuses."""
        said, wanted = self._status, set(self._statuses)
        events = self.instances(*classes)
        return {
            it for it in events if not wanted.isdisjoint(said.get(it, ())) or self._silent(it, said)
        }

    def tellings(self, *classes: str) -> dict[str, set[int]]:
        """Return the sources of each event of these classes."""
        return self.ledger.tellings(classes)

    def days(self, event: str) -> frozenset[str]:
        """Return the first day of an event, of which releases may differ."""
        return frozenset(self._dates.get(event, ()))

    @cached_property
    def _dates(self) -> dict[str, set[str]]:
        return self.ledger.values(SKG.date)

    @cached_property
    def _status(self) -> dict[str, set[str]]:
        return self.ledger.values(SKG.status)

    def _stated(self, roles: tuple[str, ...]) -> list[Pair]:
        return self.links(*roles) if self._whole else []

    def _silent(self, event: str, said: Mapping[str, set[str]]) -> bool:
        """Tell whether nothing is said of the event's status."""
        return self._whole and event not in said


def by_facts(
    reader: Reader, kind: str, classes: Sequence[str], roles: Sequence[str], actors: Collection[str]
) -> Iterator[Shared]:
    """Yield the things of these classes that actors have one of these roles in."""
    things = reader.instances(*classes)
    members: dict[str, Members] = defaultdict(dict)
    for (actor, thing), sources in reader.facts(*roles).items():
        if actor in actors and thing in things:
            members[thing][actor] = sources
    for thing in sorted(members):
        yield Shared(kind, thing, members[thing])


def by_events(
    reader: Reader, kind: str, classes: Sequence[str], roles: Sequence[str], actors: Collection[str]
) -> Iterator[Shared]:
    """Yield the events of these classes that actors have one of these roles in."""
    events, told = reader.events(*classes), reader.tellings(*classes)
    members: dict[str, set[str]] = defaultdict(set)
    for event, actor in reader.links(*roles):
        if actor in actors and event in events:
            members[event].add(actor)
    for event in sorted(members):
        words = frozenset(told.get(event, ()))
        group = dict.fromkeys(sorted(members[event]), words)
        yield Shared(kind, event, group, days=reader.days(event), spread=True)
