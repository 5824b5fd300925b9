"""What a store states of a thing and to it, and in which graphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.publish.documents.document import Store
from kg.store.asking import PROLOGUE, batches, values
from kg.store.base import Rows, Term
from kg.store.graphs import Graphs
from kg.views.labels import last_part
from kg.views.statements import NAMES, ROLES
from kg.vocab import OWL, RDF, SKG

# So many statements from a thing, and so many to it, make a page: an agency has thousands of both.
PAGE: Final = 40
FIRST: Final = frozenset((RDF.type, *NAMES, OWL.sameAs))

_KNOWN: Final = "ASK { { ?it ?p ?o } UNION { ?s ?p ?it } }"
_OUT: Final = "SELECT ?property ?value WHERE { ?it ?property ?value }"
_IN: Final = "SELECT ?thing ?property WHERE { ?thing ?property ?it }"
_GRAPHS_OUT: Final = (
    "SELECT ?graph ?property ?value WHERE { GRAPH ?graph { ?it ?property ?value } }"
)
_GRAPHS_IN: Final = """
SELECT ?graph ?thing ?property WHERE {{ {things} GRAPH ?graph {{ ?thing ?property ?it }} }}"""
# How many there are for each thing of which more is said than fits on a page.
_MANY: Final = f"""
SELECT ?it (COUNT(*) AS ?count) WHERE {{{{ {{pattern}} }}}}
GROUP BY ?it HAVING (COUNT(*) > {PAGE})"""
_MANY_OUT: Final = _MANY.format(pattern="?it ?property ?value")
_MANY_IN: Final = _MANY.format(pattern="?thing ?property ?it FILTER(ISIRI(?it))")
# The graphs first, each once: a release says more than one thing of it.
_LAST: Final = """
SELECT (MAX(?day) AS ?last) WHERE {
  {
    SELECT DISTINCT ?graph WHERE {
      #+values
      GRAPH ?graph { ?it ?property ?value }
    }
  }
  GRAPH ?graph { ?release a skg:Release ; dcterms:issued ?day }
}"""


def is_known(store: Store, iri: str) -> bool:
    """Tell whether the default graph says anything of the thing."""
    return bool(store.view.query(_KNOWN, {"it": NamedNode(iri)}))


@dataclass(frozen=True, slots=True)
class Said:
    """All statements from a thing and all to it, those that readers look for first.

    Names and kinds come first, then events from the newest on, then other properties of the vocabulary by name, and
    posts and what else there is last.
    """

    outgoing: tuple[Triple, ...]
    incoming: tuple[Triple, ...]

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self.outgoing or self.incoming)

    @property
    def pages(self) -> int:
        """Return how many pages show them all; one at least."""
        return _pages(max(len(self.outgoing), len(self.incoming)))

    def page(self, number: int) -> list[Triple]:
        """Return the statements on a page, those from the thing first; the first page is 1."""
        some = slice(PAGE * (number - 1), PAGE * number)
        return [*self.outgoing[some], *self.incoming[some]]


# Who reads or writes all pages of a thing asks once. Engines sort far slower than this does.
@lru_cache(maxsize=2)
def said(store: Store, iri: str) -> Said:
    """Return what the default graph states of a thing and to it. A store that is read stays as it is."""
    it = NamedNode(iri)
    outgoing = (Triple(it, property_, value) for property_, value in _rows(store, _OUT, iri).rows
                if isinstance(property_, NamedNode) and value is not None)  # fmt: skip
    incoming = (Triple(thing, property_, it) for thing, property_ in _rows(store, _IN, iri).rows
                if isinstance(thing, NamedNode) and isinstance(property_, NamedNode))  # fmt: skip
    return Said(
        tuple(sorted(outgoing, key=lambda t: (*_rank(t), str(t.object)))),
        tuple(_newest_first(sorted(incoming, key=lambda t: (*_rank(t), str(t.subject))))),
    )


def pages(store: Store) -> dict[str, int]:
    """Return how many pages show all of a thing, for each that needs several: asked of all at once."""
    found: dict[str, int] = {}
    for query in (_MANY_OUT, _MANY_IN):
        for iri, count in store.view.select(query).values():
            assert iri is not None
            assert count is not None
            found[iri] = max(found.get(iri, 1), _pages(int(count)))
    return found


def _pages(count: int) -> int:
    return max(1, -(-count // PAGE))


def _rank(triple: Triple) -> tuple[int, str]:
    property_ = triple.predicate.value
    if property_ in FIRST:
        return 0, property_
    if property_ in ROLES:
        return 1, ""
    return (2 if property_.startswith(SKG.iri) else 3), property_


def _newest_first(incoming: list[Triple]) -> list[Triple]:
    """Turn the events round: their IRIs begin with their days, the oldest first."""
    events = [t for t in incoming if t.predicate.value in ROLES]
    # Stable: those of one day stay in their order.
    events.sort(key=lambda t: last_part(str(t.subject)[1:-1])[: len("2020-02-14")], reverse=True)
    return [*events, *(t for t in incoming if t.predicate.value not in ROLES)]


def stated(store: Store, iri: str, triples: Iterable[Triple]) -> Iterator[Quad]:
    """Yield these statements from the thing and to it in the graphs that state them."""
    it, wanted = NamedNode(iri), set(triples)
    for graph, property_, value in _rows(store, _GRAPHS_OUT, iri).rows:
        name = _stating(store, graph)
        if name is None or not isinstance(property_, NamedNode) or value is None:
            continue
        if Triple(it, property_, value) in wanted:
            yield Quad(it, property_, value, name)
    subjects = (triple.subject for triple in wanted if triple.object == it)
    for batch in batches(subject.value for subject in subjects if isinstance(subject, NamedNode)):
        query = _GRAPHS_IN.format(things=values("thing", batch))
        for graph, thing, property_ in _rows(store, query, iri).rows:
            name = _stating(store, graph)
            assert isinstance(thing, NamedNode)
            assert isinstance(property_, NamedNode)
            if name is not None and Triple(thing, property_, it) in wanted:
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
