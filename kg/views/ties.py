"""From two-mode rows to ties: which two are tied, how strongly, and by which sources.

The pairs are made here, since an aggregate over pairs in SPARQL takes many times as long. Cost:
the rows, plus the square of the members of each thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeAlias

from kg.views.shared import Pair, Shared

Factors: TypeAlias = Mapping[str, float]
Node: TypeAlias = str


@dataclass(slots=True)
class Tie:
    """What two share: how many things of each kind, the weight, the days, the sources.

    `things` holds each thing with the number of its sources; `dated` are the sources whose day
    counts, because what they say has no day of its own.
    """

    weight: float = 0.0
    counts: dict[str, int] = field(default_factory=dict)
    things: dict[str, tuple[bool, int]] = field(default_factory=dict)
    days: set[str] = field(default_factory=set)
    told: set[int] = field(default_factory=set)
    dated: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Presence:
    """What shows a node: the days of its events, and the sources that name it."""

    days: set[str] = field(default_factory=set)
    told: set[int] = field(default_factory=set)
    dated: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Ties:
    """A network before it is written down: ties by pair, and what shows their ends."""

    ties: dict[Pair, Tie]
    ends: dict[Node, Presence]

    def only(self, pairs: Iterable[Pair]) -> Ties:
        """Return the network with these ties, and the ends that they leave."""
        kept = {pair: self.ties[pair] for pair in pairs}
        ends = {end for pair in kept for end in pair}
        return Ties(kept, {end: self.ends[end] for end in sorted(ends)})


def pairs(shared: Shared) -> Iterator[Pair]:
    """Yield the pairs that a thing ties, in order; nobody is tied to itself."""
    if shared.others is None:
        yield from combinations(sorted(shared.members), 2)
        return
    others = sorted(shared.others)
    for member in sorted(shared.members):
        yield from ((member, other) for other in others if member != other)


def ties_some(shared: Shared) -> bool:
    """Tell whether a thing can tie anybody."""
    return len(shared.members) > 1 or bool(shared.others)


def strength(shared: Shared) -> float:
    """Return how strongly a thing ties each two: 1, or of an occasion of n members 1/(n-1)."""
    return 1 / (len(shared.members) - 1) if shared.spread and len(shared.members) > 1 else 1.0


def project(rows: Iterable[Shared], factors: Factors) -> Ties:
    """Return the ties of all rows whose kind has a factor; a tie without weight is none."""
    ties: dict[Pair, Tie] = defaultdict(Tie)
    ends: dict[Node, Presence] = defaultdict(Presence)
    for shared in rows:
        if factor := factors.get(shared.kind):
            _tie(shared, factor * strength(shared), ties, ends)
    return Ties(ties, ends)


def _tie(shared: Shared, weight: float, ties: dict[Pair, Tie], ends: dict[Node, Presence]) -> None:
    kind, thing, members, others, days, spread = shared
    others = members if others is None else others
    tied: set[str] = set()
    for pair in pairs(shared):
        first, second = members[pair[0]], others[pair[1]]
        # Words that name both are better than two sentences that name one each.
        sources = first if first is second else first & second or first | second
        tie = ties[pair]
        tie.weight += weight
        tie.counts[kind] = tie.counts.get(kind, 0) + 1
        tie.things[thing] = spread, len(sources)
        tie.days |= days
        (tie.told if days else tie.dated).update(sources)
        tied.update(pair)
    for end in tied:
        presence = ends[end]
        presence.days |= days
        words = presence.told if days else presence.dated
        words.update(members.get(end, ()), others.get(end, ()) if others is not members else ())
