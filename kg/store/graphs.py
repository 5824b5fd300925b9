"""Which named graph holds what: releases' facts, their evidence, the authority, the ontology."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode

from kg.errors import StoreError
from kg.vocab import AUTHORITY, INFERRED, ONTOLOGY


@dataclass(frozen=True, slots=True)
class Graphs:
    """The names of a store's graphs, all below one base IRI."""

    base: str

    @property
    def ontology(self) -> NamedNode:
        """Return the graph of the vocabulary."""
        return NamedNode(self.base + ONTOLOGY)

    @property
    def authority(self) -> NamedNode:
        """Return the graph of the known individuals."""
        return NamedNode(self.base + AUTHORITY)

    @property
    def inferred(self) -> NamedNode:
        """Return the graph of what follows from the stated facts."""
        return NamedNode(self.base + INFERRED)

    def facts(self, release: str) -> NamedNode:
        """Return the graph of what a release says."""
        return NamedNode(f"{self.base}graph/release/{self._key(release)}")

    def evidence(self, release: str) -> NamedNode:
        """Return the graph of the words with which a release says it."""
        return NamedNode(f"{self.base}graph/evidence/{self._key(release)}")

    def states(self, graph: str) -> bool:
        """Tell whether what the graph says is a fact of the default graph."""
        stating = (self.ontology.value, self.authority.value)
        return graph in stating or graph.startswith(f"{self.base}graph/release/")

    def release(self, graph: str) -> str | None:
        """Return the release of which this is a graph, of facts or of evidence."""
        for room in ("graph/release/", "graph/evidence/"):
            if graph.startswith(self.base + room):
                return f"{self.base}release/{graph.removeprefix(self.base + room)}"
        return None

    def is_ours(self, graph: str) -> bool:
        """Tell whether the graph is a release's, or one that the store keeps by itself."""
        kept = (self.ontology.value, self.authority.value, self.inferred.value)
        return graph in kept or self.release(graph) is not None

    def releases(self, graphs: Iterable[NamedNode]) -> tuple[NamedNode, ...]:
        """Return the releases whose facts are among `graphs`, sorted."""
        prefix = f"{self.base}graph/release/"
        keys = [g.value.removeprefix(prefix) for g in graphs if g.value.startswith(prefix)]
        return tuple(NamedNode(f"{self.base}release/{key}") for key in sorted(keys))

    def _key(self, release: str) -> str:
        prefix = f"{self.base}release/"
        if not release.startswith(prefix):
            raise StoreError(
                f"release <{release}> does not lie below this store's base <{self.base}>",
                "Map it with --base as the store was built with, or use another store.",
            )
        return release.removeprefix(prefix)


def pattern(graph: NamedNode | DefaultGraph) -> str:
    """Return the SPARQL group that every triple of a graph matches."""
    inner = "{ ?s ?p ?o }"
    return inner if isinstance(graph, DefaultGraph) else f"{{ GRAPH {graph} {inner} }}"
