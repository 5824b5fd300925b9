"""Communities by the Louvain method, with a fixed seed, numbered from the largest."""

from __future__ import annotations

from typing import Final

from kg.views.measures.by_networkx import graph_of
from kg.views.measures.weighted import Weighted

SEED: Final = 20200217


def communities(network: Weighted) -> list[float]:
    """Return the number of each node's group: 1 for the largest; of equal ones, the first node's.

    Blondel, Guillaume, Lambiotte and Lefebvre, Fast unfolding of communities in large networks, 2008.
    """
    import networkx as nx

    if not network.nodes:
        return []
    # The nodes are numbers, whose hashes are the same in each process.
    found = nx.community.louvain_communities(graph_of(network.undirected()), seed=SEED)
    number = [0.0] * len(network.nodes)
    for place, group in enumerate(sorted(found, key=lambda g: (-len(g), min(g))), start=1):
        for node in group:
            number[node] = float(place)
    return number
