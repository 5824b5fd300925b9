"""Small releases for tests of the store: facts are numbers, so that they overlap at will."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.model import ReleaseGraph
from kg.store.base import View
from kg.vocab import DEFAULT_BASE, evidence_graph, facts_graph

SAYS = NamedNode("https://w3id.org/spacekg/ontology#participatesIn")
QUOTE = NamedNode("https://w3id.org/spacekg/ontology#note")


def fact(number: int) -> Triple:
    """Return the fact of that number."""
    return Triple(
        NamedNode(f"{DEFAULT_BASE}id/agency/a{number}"), SAYS, Literal(f"é {number}", language="fr")
    )


def evidence(number: int, key: str) -> Triple:
    """Return what shows the fact in the words of the release."""
    return Triple(
        NamedNode(f"{DEFAULT_BASE}release/test/{key}/text#char=0,{number + 1}"),
        QUOTE,
        Literal(f'the words "{number}"'),
    )


def release(key: str, numbers: Iterable[int]) -> ReleaseGraph:
    """Return the release `key`, which says the facts of these numbers."""
    wanted = sorted(set(numbers))
    return ReleaseGraph(
        f"{DEFAULT_BASE}release/test/{key}",
        facts_graph(DEFAULT_BASE, "test", key),
        evidence_graph(DEFAULT_BASE, "test", key),
        tuple(fact(n) for n in wanted),
        tuple(evidence(n, key) for n in wanted),
    )


def base_quads(numbers: Iterable[int]) -> list[Quad]:
    """Return facts as an authority or ontology file gives them, in its default graph."""
    return [Quad(t.subject, t.predicate, t.object) for t in map(fact, numbers)]


def dump(view: View) -> list[str]:
    """Return the store's quads as lines, in the store's own order."""
    return [str(quad) for quad in view.quads()]
