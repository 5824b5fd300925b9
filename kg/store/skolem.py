"""Give blank nodes IRIs that depend on the graph's content alone (RDF 1.1 calls it skolemising).

An ontology's restrictions are blank nodes in Turtle. In a store they would take a new name with
each reading, so that no dump equals another; named after their canonical label they do not.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    NamedNode,
    Quad,
    Triple,
)


def without_blank_nodes(quads: Iterable[Quad], prefix: str) -> set[Triple]:
    """Return the quads' triples, each blank node as an IRI that starts with `prefix`."""
    triples = {quad.triple for quad in quads}
    named = {t for t in triples if not _has_blank_node(t)}
    dataset = Dataset(Quad(*t) for t in triples - named)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return named | {_named(quad.triple, prefix) for quad in dataset}


def _has_blank_node(triple: Triple) -> bool:
    return isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode)


def _named(triple: Triple, prefix: str) -> Triple:
    subject, value = triple.subject, triple.object
    return Triple(
        NamedNode(prefix + subject.value) if isinstance(subject, BlankNode) else subject,
        triple.predicate,
        NamedNode(prefix + value.value) if isinstance(value, BlankNode) else value,
    )
