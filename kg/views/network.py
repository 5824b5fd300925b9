"""From ties to a frozen networkx graph whose nodes and edges say where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.store.base import View
from kg.store.ledger import Ledger
from kg.views import evidence, labels
from kg.views.labels import Labels, last_part
from kg.views.ties import Pair, Sharing, Tie, ties

if TYPE_CHECKING:
    import networkx as nx


def project(view: View, name: str, actors: str, kinds: Sequence[Sharing]) -> nx.Graph[str]:
    """Return the network of the actors of a class, tied by what they share."""
    ledger = view.ledger()
    found = ties(ledger, actors, kinds)
    things = {thing for tie in found.values() for thing in tie.weights}
    called = labels.fetch(view, {actor for pair in found for actor in pair} | things)
    edges = {p: _edge(tie, kinds, ledger, called) for p, tie in found.items()}
    evidence.with_words(ledger, edges.values())
    nodes = {actor: node(actor, actors, called) for pair in edges for actor in pair}
    return frozen(name, nodes, edges)


def node(iri: str, class_: str, called: Labels) -> dict[str, Any]:
    """Return the attributes of a node."""
    return {"iri": iri, "label": called[iri], "class": last_part(class_)}


def proof(ledger: Ledger, days: Iterable[str], sources: Iterable[int]) -> dict[str, Any]:
    """Return the attributes that show an edge: first and last day, releases, sources to quote."""
    found, known = set(sources), set(days)
    return {
        "first": min(known, default=None),
        "last": max(known, default=None),
        "releases": evidence.independent(ledger, found),
        "quotes": evidence.chosen(ledger, found),
    }


def frozen(
    name: str, nodes: Mapping[str, dict[str, Any]], edges: Mapping[Pair, dict[str, Any]]
) -> nx.Graph[str]:
    """Return a graph that cannot be changed, its nodes and edges in order."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph(name=name)
    graph.add_nodes_from(sorted(nodes.items()))
    graph.add_edges_from((*pair, edges[pair]) for pair in sorted(edges))
    return nx.freeze(graph)


def _edge(tie: Tie, kinds: Sequence[Sharing], ledger: Ledger, called: Labels) -> dict[str, Any]:
    counts = {kind.name: len(tie.things[kind.name]) for kind in kinds}
    weight = round(sum(tie.weights[thing] for thing in sorted(tie.weights)), 6)
    shared = "; ".join(sorted({called[thing] for thing in tie.weights}))
    told = proof(ledger, tie.days, tie.sources)
    return {"weight": float(weight), **counts, "shared": shared, **told}
