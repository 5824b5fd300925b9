"""What a store is: `View` reads, `Writer` admits and removes releases, `Store` is both.

A store's default graph holds each fact once: the union of the releases' facts, the authority
and the ontology. Named graphs hold who said what; evidence is in named graphs alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self, TypeAlias

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.model import ReleaseGraph
from kg.store.ledger import Ledger
from kg.store.results import Boolean, Graph, Result, Rows, Term
from kg.store.search import LIMIT, Found

__all__ = [
    "Admission",
    "Bindings",
    "Boolean",
    "Graph",
    "GraphName",
    "Result",
    "Rows",
    "Store",
    "Term",
    "View",
    "Writer",
]

GraphName: TypeAlias = NamedNode | DefaultGraph
Bindings: TypeAlias = Mapping[str, NamedNode | Literal]


@dataclass(frozen=True, slots=True)
class Admission:
    """What a change did to the store: quads added and removed, over all graphs."""

    added: int
    removed: int

    @property
    def changed(self) -> bool:
        """Tell whether the store differs from before."""
        return bool(self.added or self.removed)


class View(Protocol):
    """Read-only access to a store, whichever engine holds it."""

    @property
    def base(self) -> str:
        """Return the base IRI under which the store's entities and graphs live."""
        ...

    @property
    def where(self) -> str:
        """Return what messages call the store: its folder, its URL or "memory"."""
        ...

    def query(self, sparql: str, bindings: Bindings | None = None) -> Result:
        """Answer a SPARQL query; `bindings` are RDF terms for its variables, never pasted text."""
        ...

    def select(self, sparql: str, bindings: Bindings | None = None) -> Rows:
        """Answer a SELECT query."""
        ...

    def graphs(self) -> tuple[NamedNode, ...]:
        """Return the named graphs, sorted by IRI."""
        ...

    def releases(self) -> tuple[NamedNode, ...]:
        """Return the IRIs of the releases that the store holds, sorted."""
        ...

    def quads(self, graph: GraphName | None = None) -> Iterator[Quad]:
        """Yield the quads of one graph, or of all graphs, in a fixed order."""
        ...

    def count(self, graph: GraphName | None = None) -> int:
        """Count the quads of one graph, or of all graphs."""
        ...

    def search(self, text: str, limit: int = LIMIT) -> Found:
        """Find words in what things are called, and in the words that releases are quoted with."""
        ...

    def ledger(self) -> Ledger:
        """Return who says what, as the store stands now."""
        ...

    def close(self) -> None:
        """Let go of the engine; the view answers no more."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class Writer(Protocol):
    """Changes a store, one release a transaction: wholly or not at all."""

    def admit(self, graph: ReleaseGraph) -> Admission:
        """Put a release in, in place of what it said before."""
        ...

    def admit_all(self, graphs: Sequence[ReleaseGraph]) -> tuple[str, ...]:
        """Put many releases in, quicker than one by one; return those that changed the store.

        Each is in wholly or not at all, whatever happens.
        """
        ...

    def remove(self, release: str) -> Admission:
        """Take a release out, and the links of its translations to it.

        Facts that others say stay in the default graph.
        """
        ...

    def load_base(self, ontology: Iterable[Quad], authority: Iterable[Quad]) -> Admission:
        """Put the ontology and the authority in, in place of their former versions."""
        ...

    def base_digest(self) -> str:
        """Return the digest of the ontology and the authority that are in; "" where they are not."""
        ...

    def infer(self, *, on: bool = True) -> Admission:
        """Put what follows from the facts into a graph of its own, kept true from then on.

        Without `on`, take it out, and infer nothing any more.
        """
        ...


class Store(View, Writer, Protocol):
    """A store that can be read and written."""
