"""PageRank by power iteration; networkx's own needs scipy.

Brin and Page, The anatomy of a large-scale hypertextual web search engine, 1998. Whoever has no tie
that leads on goes anywhere, each node as likely.
"""

from __future__ import annotations

from typing import Final

from kg.views.measures.weighted import Weighted

DAMPING: Final = 0.85
# The error shrinks by the damping each step: after 250 it is below 1e-17.
_STEPS: Final = 250
_TOLERANCE: Final = 1e-15


def pageranks(network: Weighted) -> list[float]:
    """Return the PageRank of each node; they sum to 1."""
    count = len(network.nodes)
    if not count:
        return []
    out = [0.0] * count
    arcs = list(network.edges)
    if not network.directed:
        arcs += [(other, one, weight) for one, other, weight in network.edges]
    for one, _, weight in arcs:
        out[one] += weight
    steps = [(one, other, DAMPING * weight / out[one]) for one, other, weight in arcs]
    ranks = [1 / count] * count
    for _ in range(_STEPS):
        lost = sum(rank for rank, weight in zip(ranks, out, strict=True) if not weight)
        new = [(1 - DAMPING + DAMPING * lost) / count] * count
        for one, other, share in steps:
            new[other] += ranks[one] * share
        moved = sum(abs(a - b) for a, b in zip(new, ranks, strict=True))
        ranks = new
        if moved < _TOLERANCE:
            break
    return ranks
