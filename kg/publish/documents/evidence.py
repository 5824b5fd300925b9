"""The claims that releases make of a thing, with the words that make them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.publish.documents.document import Store
from kg.store.asking import PROLOGUE, batches, values
from kg.store.base import Rows
from kg.vocab import SKG

_CLAIMS: Final = """
SELECT ?graph ?node ?property ?value WHERE {{
  GRAPH ?graph {{ ?node {role} ?it ; a skg:Claim ; ?property ?value }}
}}"""
_SPANS: Final = "SELECT DISTINCT ?span WHERE { { ?it skg:evidence ?span } UNION { ?node ?role ?it ; skg:evidence ?span } }"  # fmt: skip
_WORDS: Final = """
SELECT ?graph ?node ?property ?value WHERE {{
  {nodes} GRAPH ?graph {{ ?node nif:anchorOf ?words ; ?property ?value }}
}}"""


def of(store: Store, iri: str) -> Iterator[Quad]:
    """Yield the claims with the thing as subject or object, and the words behind them and it."""
    spans = {row[0] or "" for row in _ask(store, _SPANS, iri).values()}
    for role in ("rdf:subject", "rdf:object"):
        for quad in _quads(_ask(store, _CLAIMS.format(role=role), iri)):
            if quad.predicate.value == SKG.evidence and isinstance(quad.object, NamedNode):
                spans.add(quad.object.value)
            yield quad
    yield from _words(store, spans)


def _words(store: Store, spans: Iterable[str]) -> Iterator[Quad]:
    for batch in batches(spans):
        query = PROLOGUE + _WORDS.format(nodes=values("node", batch))
        yield from _quads(store.view.select(query))


def _ask(store: Store, query: str, iri: str) -> Rows:
    return store.view.select(PROLOGUE + query, {"it": NamedNode(iri)})


def _quads(rows: Rows) -> Iterator[Quad]:
    for graph, node, property_, value in rows.rows:
        assert isinstance(graph, NamedNode)
        assert isinstance(node, NamedNode)
        assert isinstance(property_, NamedNode)
        assert value is not None
        yield Quad(node, property_, value, graph)
