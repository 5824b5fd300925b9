"""What any store asks of a graph before it takes it in."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping

from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from kg.errors import StoreError
from kg.model import ReleaseGraph
from kg.store.graphs import Graphs
from kg.store.skolem import without_blank_nodes


def check(graph: ReleaseGraph, graphs: Graphs) -> tuple[NamedNode, NamedNode]:
    """Return the names of a release's graphs of facts and of evidence.

    Raises StoreError where they are not named after the release, or hold a blank node.
    """
    facts, evidence = graphs.facts(graph.release), graphs.evidence(graph.release)
    if (facts.value, evidence.value) != (graph.facts_graph, graph.evidence_graph):
        raise StoreError(
            f"the graphs of <{graph.release}> are not named after it",
            "Name them as the model says, or map the release again.",
        )
    for triple in (*graph.facts, *graph.evidence):
        if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode):
            raise StoreError(
                f"<{graph.release}> has a blank node: {triple}",
                "Give the node an IRI, then admit it again.",
            )
    return facts, evidence


def base_contents(
    graphs: Graphs, ontology: Iterable[Quad], authority: Iterable[Quad]
) -> dict[NamedNode, Collection[Triple]]:
    """Return the graphs of the ontology and the authority, their blank nodes named."""
    genid = f"{graphs.base}.well-known/genid/"
    return {
        graphs.ontology: without_blank_nodes(ontology, f"{genid}ontology-"),
        graphs.authority: without_blank_nodes(authority, f"{genid}authority-"),
    }


def digest(contents: Mapping[NamedNode, Collection[Triple]]) -> str:
    """Return a SHA-256 of the graphs' sorted lines."""
    found = hashlib.sha256()
    for graph in sorted(contents, key=str):
        for line in sorted(map(str, contents[graph])):
            found.update(f"{graph} {line}\n".encode())
    return found.hexdigest()
