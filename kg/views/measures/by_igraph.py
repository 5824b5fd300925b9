"""The same measures by igraph, 40 times as fast; the extra `graphs` brings it.

What igraph scales otherwise is brought to the scale of networkx: betweenness comes as a number of
ways, not as a share, and eigenvector centrality mixes the components of a network.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import igraph

from kg.views.measures.pagerank import DAMPING
from kg.views.measures.weighted import Weighted


def graph_of(network: Weighted) -> igraph.Graph:
    """Return the network as igraph's graph, its weights as `weight`."""
    graph = igraph.Graph(
        n=len(network.nodes),
        edges=[(one, other) for one, other, _ in network.edges],
        directed=network.directed,
    )
    graph.es["weight"] = [weight for _, _, weight in network.edges]
    return graph


def betweenness(network: Weighted) -> list[float]:
    """Return the share of shortest ways that lead through each node."""
    count = len(network.nodes)
    pairs = (count - 1) * (count - 2) / (1 if network.directed else 2)
    found = graph_of(network).betweenness(directed=network.directed)
    return [value / pairs if pairs > 0 else 0.0 for value in found]


def eigenvector(network: Weighted) -> list[float]:
    """Return the first eigenvector of the largest component, scaled so that its largest is 1."""
    main = network.main_component()
    values = [0.0] * len(network.nodes)
    if main:
        part = graph_of(network.undirected()).induced_subgraph(main)
        found = part.eigenvector_centrality(scale=True, weights="weight")
        for node, value in zip(main, found, strict=True):
            values[node] = float(value)
    return values


def pagerank(network: Weighted) -> list[float]:
    """Return the PageRank of each node."""
    graph = graph_of(network)
    found = graph.pagerank(directed=network.directed, damping=DAMPING, weights="weight")
    return [float(value) for value in found]


def kcore(network: Weighted) -> list[float]:
    """Return the core number of each node."""
    return [float(value) for value in graph_of(network.undirected()).coreness()]


def constraint(network: Weighted) -> list[float]:
    """Return the constraint of each node; of one without ties 1."""
    found = graph_of(network.undirected()).constraint(weights="weight")
    return [1.0 if value != value else float(value) for value in found]  # noqa: PLR0124


MEASURES: Final[dict[str, Callable[[Weighted], list[float]]]] = {
    "betweenness": betweenness,
    "eigenvector": eigenvector,
    "pagerank": pagerank,
    "kcore": kcore,
    "constraint": constraint,
}
