"""Keep what follows true while stated triples come and go, without starting over.

The method is delete and rederive (Gupta, Mumick and Subrahmanian, "Maintaining views
incrementally", SIGMOD 1993): take out all that a lost triple helped to infer, put back what
still follows another way, then add what new triples bring. Cost: the change and its
consequences, not the size of the store.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from pyoxigraph import Triple

from kg.inference.rules import consequences, follows
from kg.inference.schema import Schema
from kg.inference.triples import Amended, Closed, Triples


@dataclass(frozen=True, slots=True)
class Maintenance:
    """What a change of the stated triples does to the inferred ones."""

    added: frozenset[Triple]
    removed: frozenset[Triple]


def conclude(stated: Iterable[Triple], schema: Schema, known: Triples) -> set[Triple]:
    """Return what follows from `stated` and `known`, but is not in `known`.

    `known` holds `stated` already, and whatever else they may be joined with.
    """
    state = Amended(known)
    return _forward(stated, schema, state)


def maintain(
    before: Closed, schema: Schema, added: Collection[Triple], removed: Collection[Triple]
) -> Maintenance:
    """Return how the inferred triples change when stated ones are added and removed.

    `before` is the state before the change; `added` are not stated yet, `removed` are.
    """
    state = Amended(before.stated, before.inferred)
    doubted = _doubted(removed, before, schema, state)
    for triple in (*doubted, *removed):
        state.take(triple)
    supported = [t for t in (*doubted, *removed) if follows(t, schema, state)]
    for triple in supported:
        state.put(triple)
    inferred = set(supported) | _forward(supported, schema, state)
    fresh = [triple for triple in added if triple not in state]
    for triple in added:
        state.put(triple)
    inferred |= _forward(fresh, schema, state)
    inferred -= set(added)
    lost = doubted | {triple for triple in added if triple in before.inferred}
    kept = lost & inferred
    return Maintenance(
        added=frozenset(t for t in inferred - kept if t not in before.inferred),
        removed=frozenset(lost - kept),
    )


def _doubted(
    removed: Collection[Triple], before: Closed, schema: Schema, state: Triples
) -> set[Triple]:
    """Return the inferred triples that rest on a removed one, perhaps among others."""
    doubted: set[Triple] = set()
    waiting = list(removed)
    while waiting:
        for triple in consequences(waiting.pop(), schema, state):
            if triple not in doubted and triple in before.inferred:
                doubted.add(triple)
                waiting.append(triple)
    return doubted


def _forward(start: Iterable[Triple], schema: Schema, state: Amended) -> set[Triple]:
    """Put into `state` all that follows from `start`, and return it."""
    found: set[Triple] = set()
    waiting = list(start)
    while waiting:
        for triple in consequences(waiting.pop(), schema, state):
            if triple not in state:
                state.put(triple)
                found.add(triple)
                waiting.append(triple)
    return found
