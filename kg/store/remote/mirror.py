"""Bring here what a change must look at, so that one rule works out changes for every store.

`kg.store.changes` plans over an Oxigraph store in this process. The mirror is such a store, with the
changed graphs as they are now, and of all else only the facts in question. Terms meet there by
value, so that an engine that writes `1` for `true` holds what it was given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from kg.store.base import Rows
from kg.store.graphs import Graphs
from kg.store.remote.answers import found_quads

# Virtuoso takes seconds for many more at once.
_PAIRS = 200


class Asked(Protocol):
    """What the mirror needs of a view."""

    def select(self, sparql: str) -> Rows:
        """Answer a SELECT query."""
        ...

    def quads(self, graph: NamedNode) -> Iterable[Quad]:
        """Yield the quads of a graph."""
        ...


def mirror(
    view: Asked, graphs: Graphs, contents: Mapping[NamedNode, Collection[Triple]]
) -> ox.Store:
    """Return a store that holds what the change to `contents` depends on."""
    here = ox.Store()
    for graph in contents:
        here.extend(view.quads(graph))
    stating = [graph for graph in contents if graphs.states(graph.value)]
    new = {triple for graph in stating for triple in contents[graph]}
    old = {q.triple for g in stating for q in here.quads_for_pattern(None, None, None, g)}
    here.extend(_in_default(view, new | old))
    lost = old - new
    if lost:
        here.extend(_elsewhere(view, graphs, lost))
    return here


def _in_default(view: Asked, triples: Collection[Triple]) -> Iterator[Quad]:
    if triples and len(view.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1")):
        for values in _values(triples):
            found = view.select(f"SELECT ?s ?p ?o WHERE {{ {values} ?s ?p ?o }}")
            yield from found_quads(found, DefaultGraph())


def _elsewhere(view: Asked, graphs: Graphs, triples: Collection[Triple]) -> Iterator[Quad]:
    states = " || ".join(
        (
            f"?g IN ({graphs.ontology}, {graphs.authority})",
            f'STRSTARTS(STR(?g), "{graphs.base}graph/release/")',
        )
    )
    for values in _values(triples):
        where = f"{values} GRAPH ?g {{ ?s ?p ?o }} FILTER({states})"
        found = view.select(f"SELECT ?s ?p ?o ?g WHERE {{ {where} }}")
        yield from found_quads(found)


def _values(triples: Collection[Triple]) -> Iterator[str]:
    """Yield the subjects and predicates to look up, some at a time.

    Objects are compared here: Virtuoso finds no text with a language that stands in VALUES.
    """
    pairs = sorted({f"({t.subject} {t.predicate})" for t in triples})
    for start in range(0, len(pairs), _PAIRS):
        yield f"VALUES (?s ?p) {{ {' '.join(pairs[start : start + _PAIRS])} }}"
