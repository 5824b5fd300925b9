"""Ties between actors, projected from what they share.

The rows are two-mode, an actor and a thing; the pairs are made here, since an aggregate over
pairs in SPARQL takes twenty times as long. Cost: the rows, plus the square of the actors of
each thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeAlias

from kg.store.base import View
from kg.views.evidence import Archive, Source
from kg.views.patterns import days, instances, links, unreal

Pair: TypeAlias = tuple[str, str]
Members: TypeAlias = "dict[str, set[str]]"


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
    """What two actors share: things by kind, the weight, the days and the words that say so."""

    things: Members = field(default_factory=lambda: defaultdict(set))
    weights: dict[str, float] = field(default_factory=dict)
    days: set[str] = field(default_factory=set)
    sources: set[Source] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Shared:
    """A thing, its days if it is an event, and for each actor that shares it the words."""

    thing: str
    days: frozenset[str]
    sources: Mapping[str, frozenset[Source]]


def ties(view: View, actors: str, kinds: Sequence[Sharing], archive: Archive) -> dict[Pair, Tie]:
    """Return the ties between actors of the class `actors`."""
    found: dict[Pair, Tie] = defaultdict(Tie)
    known = frozenset(instances(view, (actors,)))
    for kind in kinds:
        read = _events if kind.is_event else _endeavours
        for shared in read(view, known, kind, archive):
            share = 1 / (len(shared.sources) - 1) if kind.is_event else 1
            for pair in combinations(sorted(shared.sources), 2):
                _add(found[pair], kind.name, shared, pair, share)
    return found


def _add(tie: Tie, kind: str, shared: Shared, pair: Pair, share: float) -> None:
    first, second = (shared.sources[actor] for actor in pair)
    # Words that name both are better than two sentences that name one each.
    chosen = first & second or first | second
    tie.things[kind].add(shared.thing)
    tie.weights[shared.thing] = share
    tie.sources |= chosen
    tie.days |= shared.days or {source.issued for source in chosen if source.issued}


def _endeavours(
    view: View, actors: frozenset[str], kind: Sharing, archive: Archive
) -> Iterator[Shared]:
    known = instances(view, kind.classes)
    members: Members = defaultdict(set)
    for link in links(view, kind.roles):
        if link.subject in actors and link.object in known:
            members[link.object].add(link.subject)
    said = archive.of_claims(kind.roles)
    for thing, group in _groups(members):
        yield Shared(thing, frozenset(), {a: frozenset(said.get((a, thing), ())) for a in group})


def _events(
    view: View, actors: frozenset[str], kind: Sharing, archive: Archive
) -> Iterator[Shared]:
    known = instances(view, kind.classes).keys() - unreal(view)
    members: Members = defaultdict(set)
    for link in links(view, kind.roles):
        if link.object in actors and link.subject in known:
            members[link.subject].add(link.object)
    said, when = archive.of_events(kind.classes), days(view)
    for thing, group in _groups(members):
        words = frozenset(said.get(thing, ()))
        yield Shared(thing, frozenset(when.get(thing, ())), dict.fromkeys(group, words))


def _groups(members: Members) -> Iterator[tuple[str, list[str]]]:
    """Yield the things that at least two share, in order."""
    return ((it, sorted(members[it])) for it in sorted(members) if len(members[it]) > 1)
