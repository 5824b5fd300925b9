"""Ties between actors, projected from what they share.

A kind of sharing is a query for distinct (actor, thing) rows; the pairs are made here, since an
aggregate over pairs in SPARQL takes twenty times as long. Cost: the rows, plus the square of the
actors of each thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeAlias

from kg.store.base import View
from kg.views import evidence
from kg.views.asking import ask, values
from kg.views.evidence import Calendar, Source

Pair: TypeAlias = tuple[str, str]

_ENDEAVOURS = """
SELECT DISTINCT ?actor ?thing WHERE {{
  {roles} {classes} {actors}
  ?thing a ?class . ?actor ?role ?thing ; a ?actorClass .
}}"""

_EVENTS = """
SELECT DISTINCT ?actor ?thing ?date WHERE {{
  {roles} {classes} {actors}
  ?thing a ?class ; ?role ?actor . ?actor a ?actorClass .
  OPTIONAL {{ ?thing skg:date ?date }}
  OPTIONAL {{ ?thing skg:status ?status }}
  FILTER(!BOUND(?status) || ?status != "discussed")
}}"""


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

    things: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    weights: dict[str, float] = field(default_factory=dict)
    days: set[str] = field(default_factory=set)
    sources: set[Source] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Shared:
    """A thing, the actors that share it, its day if it is an event, and the words for each."""

    thing: str
    actors: frozenset[str]
    days: frozenset[str]
    sources: Mapping[str, Sequence[Source]]


def ties(view: View, actors: str, kinds: Sequence[Sharing], known: Calendar) -> dict[Pair, Tie]:
    """Return the ties between actors of the class `actors`."""
    found: dict[Pair, Tie] = defaultdict(Tie)
    for kind in kinds:
        for shared in _shared(view, actors, kind, known):
            share = 1 / (len(shared.actors) - 1) if kind.is_event else 1
            for pair in combinations(sorted(shared.actors), 2):
                _add(found[pair], kind.name, shared, pair, share)
    return found


def _add(tie: Tie, kind: str, shared: Shared, pair: Pair, share: float) -> None:
    sources = [set(shared.sources.get(actor, ())) for actor in pair]
    # Words that name both are better than two sentences that name one each.
    chosen = sources[0] & sources[1] or sources[0] | sources[1]
    tie.things[kind].add(shared.thing)
    tie.weights[shared.thing] = share
    tie.sources |= chosen
    tie.days |= shared.days or {source.issued for source in chosen if source.issued}


def _shared(view: View, actors: str, kind: Sharing, known: Calendar) -> Iterator[Shared]:
    return (_events if kind.is_event else _endeavours)(view, actors, kind, known)


def _endeavours(view: View, actors: str, kind: Sharing, known: Calendar) -> Iterator[Shared]:
    members: dict[str, set[str]] = defaultdict(set)
    for actor, thing in ask(view, _filled(_ENDEAVOURS, actors, kind)):
        if actor and thing:
            members[thing].add(actor)
    said = evidence.of_claims(view, kind.roles, known)
    for thing, group in _groups(members):
        yield Shared(thing, group, frozenset(), {a: said.get((a, thing), ()) for a in group})


def _events(view: View, actors: str, kind: Sharing, known: Calendar) -> Iterator[Shared]:
    members: dict[str, set[str]] = defaultdict(set)
    days: dict[str, set[str]] = defaultdict(set)
    for actor, thing, date in ask(view, _filled(_EVENTS, actors, kind)):
        if actor and thing:
            members[thing].add(actor)
            days[thing] |= {date} if date else set()
    said = evidence.of_events(view, kind.classes, known)
    for thing, group in _groups(members):
        words = said.get(thing, ())
        yield Shared(thing, group, frozenset(days[thing]), dict.fromkeys(group, words))


def _groups(members: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the things that at least two share, in order."""
    groups = ((thing, frozenset(members[thing])) for thing in sorted(members))
    return ((thing, group) for thing, group in groups if len(group) > 1)


def _filled(query: str, actors: str, kind: Sharing) -> str:
    return query.format(
        roles=values("role", kind.roles),
        classes=values("class", kind.classes),
        actors=values("actorClass", [actors]),
    )
