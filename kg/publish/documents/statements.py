"""What a store states of a thing and to it, and in which graphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.publish.documents.document import Store
from kg.store.asking import PROLOGUE, batches, values
from kg.store.base import Rows, Term
from kg.store.graphs import Graphs

# A page of what points at a thing; an agency of ten thousand releases has many.
PAGE: Final = 200

_KNOWN: Final = "ASK { { ?it ?p ?o } UNION { ?s ?p ?it } }"
_OUT: Final = "SELECT ?property ?value WHERE { ?it ?property ?value }"
_IN: Final = """
SELECT ?thing ?property WHERE {{ ?thing ?property ?it }}
ORDER BY ?property ?thing LIMIT {limit} OFFSET {offset}"""
_COUNT: Final = "SELECT (COUNT(*) AS ?count) WHERE { ?thing ?property ?it }"
_GRAPHS_OUT: Final = (
    "SELECT ?graph ?property ?value WHERE { GRAPH ?graph { ?it ?property ?value } }"
)
_GRAPHS_IN: Final = """
SELECT ?graph ?thing ?property WHERE {{ {things} GRAPH ?graph {{ ?thing ?property ?it }} }}"""
_LAST: Final = """
SELECT (MAX(?day) AS ?last) WHERE {
  GRAPH ?graph { ?it ?property ?value . ?release a skg:Release ; dcterms:issued ?day }
}"""


def is_known(store: Store, iri: str) -> bool:
    """Tell whether the default graph says anything of the thing."""
    try:
        return bool(store.view.query(_KNOWN, {"it": NamedNode(iri)}))
    except ValueError:
        return False


def outgoing(store: Store, iri: str) -> list[Triple]:
    """Return the statements with the thing as subject."""
    it = NamedNode(iri)
    return [
        Triple(it, property_, value)
        for property_, value in _rows(store, _OUT, iri).rows
        if isinstance(property_, NamedNode) and value is not None
    ]


def incoming(store: Store, iri: str, page: int = 1) -> list[Triple]:
    """Return one page of the statements with the thing as object, by property and subject."""
    query = _IN.format(limit=PAGE, offset=PAGE * (page - 1))
    return [
        Triple(thing, property_, NamedNode(iri))
        for thing, property_ in _rows(store, query, iri).rows
        if isinstance(thing, NamedNode) and isinstance(property_, NamedNode)
    ]


def pages(store: Store, iri: str) -> int:
    """Return how many pages of incoming statements there are; one where there are none."""
    cell = _rows(store, _COUNT, iri).rows[0][0]
    count = int(cell.value) if isinstance(cell, Literal) else 0
    return max(1, -(-count // PAGE))


def stated(store: Store, iri: str, incoming_ones: Iterable[Triple]) -> Iterator[Quad]:
    """Yield the outgoing statements and the given incoming ones in the graphs that state them."""
    it = NamedNode(iri)
    for graph, property_, value in _rows(store, _GRAPHS_OUT, iri).rows:
        name = _stating(store, graph)
        if name is not None and isinstance(property_, NamedNode) and value is not None:
            yield Quad(it, property_, value, name)
    wanted = {(triple.subject, triple.predicate) for triple in incoming_ones}
    for batch in batches(str(subject)[1:-1] for subject, _ in wanted):
        query = _GRAPHS_IN.format(things=values("thing", batch))
        for graph, thing, property_ in _rows(store, query, iri).rows:
            name = _stating(store, graph)
            if name is not None and (thing, property_) in wanted:
                assert isinstance(thing, NamedNode)
                assert isinstance(property_, NamedNode)
                yield Quad(thing, property_, it, name)


def _stating(store: Store, graph: Term | None) -> NamedNode | None:
    """Return the graph if what it says is a fact of the default graph."""
    if isinstance(graph, NamedNode) and Graphs(store.view.base).states(graph.value):
        return graph
    return None


def last_said(store: Store, iri: str) -> date | None:
    """Return the day of the newest release that says something of the thing."""
    cell = _rows(store, _LAST, iri).rows[0][0]
    return date.fromisoformat(cell.value) if isinstance(cell, Literal) else None


def _rows(store: Store, query: str, iri: str) -> Rows:
    return store.view.select(PROLOGUE + query, {"it": NamedNode(iri)})
