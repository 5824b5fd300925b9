"""A view that remembers its last answers, for who tells the same things in several ways.

The store behind it must stay as it is meanwhile. Cost: what so many answers hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from kg.store.answering import Answering
from kg.store.base import Bindings, GraphName, Result, View
from kg.store.ledger import Ledger
from kg.store.search import LIMIT, Found

# More than a page asks, and its translation asks again.
KEPT: Final = 64

_Bound: TypeAlias = tuple[tuple[str, NamedNode | Literal], ...]


class RememberedView(Answering):
    """Answers as the view that it was made for; see `kg.store.base.View`."""

    def __init__(self, view: View, kept: int = KEPT) -> None:
        def answer(sparql: str, bound: _Bound) -> Result:
            return view.query(sparql, dict(bound))

        self._view = view
        self._answer = lru_cache(maxsize=kept)(answer)

    @property
    def base(self) -> str:
        """Return the base IRI under which entities and graphs live."""
        return self._view.base

    @property
    def where(self) -> str:
        """Return what messages call the store."""
        return self._view.where

    def query(self, sparql: str, bindings: Bindings | None = None) -> Result:
        """Answer a SPARQL query, from memory where it was asked just before."""
        return self._answer(sparql, tuple(sorted((bindings or {}).items())))

    def graphs(self) -> tuple[NamedNode, ...]:
        """Return the named graphs, sorted by IRI."""
        return self._view.graphs()

    def releases(self) -> tuple[NamedNode, ...]:
        """Return the IRIs of the releases, sorted."""
        return self._view.releases()

    def quads(self, graph: GraphName | None = None) -> Iterator[Quad]:
        """Yield the quads of one graph, or of all graphs, in a fixed order."""
        return self._view.quads(graph)

    def count(self, graph: GraphName | None = None) -> int:
        """Count the quads of one graph, or of all graphs."""
        return self._view.count(graph)

    def search(self, text: str, limit: int = LIMIT) -> Found:
        """Find words in labels and quotes."""
        return self._view.search(text, limit)

    def ledger(self) -> Ledger:
        """Return who says what."""
        return self._view.ledger()

    def close(self) -> None:
        """Let go of the view that it was made for."""
        self._answer.cache_clear()
        self._view.close()
