"""Burt's constraint; networkx's own works each share out again and takes a minute for 60 nodes.

Burt, Structural holes and good ideas, American Journal of Sociology 110, 2004: node i spends the
share p(i,j) of its ties on j, and is constrained by j as far as it reaches j itself or by others,
(p(i,j) + sum over q of p(i,q) p(q,j)) squared, summed over its neighbours j.
"""

from __future__ import annotations

from kg.views.measures.weighted import Weighted


def constraints(network: Weighted) -> list[float]:
    """Return the constraint of each node; of one without ties, which has none to lose, 1."""
    near = network.neighbours()
    shares = [{j: weight / sum(ties.values()) for j, weight in ties.items()} for ties in near]
    return [_constraint(i, shares) if shares[i] else 1.0 for i in range(len(near))]


def _constraint(i: int, shares: list[dict[int, float]]) -> float:
    reach = dict(shares[i])
    for q, share in shares[i].items():
        for j, further in shares[q].items():
            if j in shares[i]:
                reach[j] += share * further
    return sum(value * value for value in reach.values())
