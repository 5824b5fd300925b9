"""Measures by networkx, and by our own code where networkx needs scipy or takes too long."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from kg.errors import UsageError
from kg.views.measures.constraint import constraints
from kg.views.measures.pagerank import pageranks
from kg.views.measures.weighted import Weighted

if TYPE_CHECKING:
    import networkx as nx

_STEPS: Final = 20_000
_TOLERANCE: Final = 1e-14


def graph_of(network: Weighted) -> nx.Graph[int]:
    """Return the network as a graph whose nodes are numbers."""
    import networkx as nx

    graph: nx.Graph[int] = nx.DiGraph() if network.directed else nx.Graph()
    graph.add_nodes_from(range(len(network.nodes)))
    graph.add_weighted_edges_from(network.edges)
    return graph


def betweenness(network: Weighted) -> list[float]:
    """Return the share of shortest ways that lead through each node (Brandes 2001)."""
    import networkx as nx

    return _listed(nx.betweenness_centrality(graph_of(network)), network)


def eigenvector(network: Weighted) -> list[float]:
    """Return the first eigenvector of the largest component, scaled so that its largest is 1."""
    import networkx as nx

    if not network.nodes:
        return []
    main = graph_of(network.undirected()).subgraph(network.main_component())
    try:
        found = nx.eigenvector_centrality(main, max_iter=_STEPS, tol=_TOLERANCE, weight="weight")
    except nx.PowerIterationFailedConvergence as error:
        raise UsageError(
            f"the eigenvector is not found in {_STEPS} steps, so alike are the network's parts",
            "Leave eigenvector out, or narrow the network down.",
        ) from error
    top = max(found.values())
    return _listed({node: value / top for node, value in found.items()}, network)


def kcore(network: Weighted) -> list[float]:
    """Return the core number of each node."""
    import networkx as nx

    return _listed(nx.core_number(graph_of(network.undirected())), network)


def _listed(values: dict[int, float], network: Weighted) -> list[float]:
    return [float(values.get(node, 0.0)) for node in range(len(network.nodes))]


MEASURES: Final[dict[str, Callable[[Weighted], list[float]]]] = {
    "betweenness": betweenness,
    "eigenvector": eigenvector,
    "pagerank": pageranks,
    "kcore": kcore,
    "constraint": constraints,
}
