"""Where the nodes of one connected network stand: near those that few steps lead to.

Stress majorization (Gansner, Koren, North 2004, "Graph Drawing by Stress Majorization") over the
distances in steps, from a start by pivot MDS (Brandes, Pich 2006). Beyond `EXACT` nodes the
distances are those to some pivots and to neighbours (Ortmann, Klimenta, Brandes 2016, "A Sparse
Stress Model"). Cost: nodes times pivots, for each round.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

Point: TypeAlias = tuple[float, float]
Neighbours: TypeAlias = Sequence[Sequence[int]]
# Of one node: the others that hold it, how far off they should be, and how strongly they hold.
Terms: TypeAlias = list[tuple[int, float, float]]

EXACT: Final = 150
PIVOTS: Final = 40
ROUNDS: Final = 120
_STILL: Final = 1e-3
_NEAR: Final = 1e-9


def layout(neighbours: Neighbours) -> list[Point]:
    """Return a point for each node, neighbours about 1 apart; the network must be connected."""
    count = len(neighbours)
    if count == 1:
        return [(0.0, 0.0)]
    pivots = _distances(neighbours, count if count <= EXACT else PIVOTS)
    points = _start(list(pivots.values()), count)
    terms = _terms(neighbours, pivots)
    for _ in range(ROUNDS):
        if _majorize(points, terms) < _STILL:
            break
    return points


def _distances(neighbours: Neighbours, count: int) -> dict[int, list[int]]:
    """Return the steps from each of `count` pivots to all nodes; each pivot is far from others."""
    found: dict[int, list[int]] = {}
    nearest = [len(neighbours)] * len(neighbours)
    pivot = max(range(len(neighbours)), key=lambda node: len(neighbours[node]))
    while len(found) < count:
        found[pivot] = _steps(neighbours, pivot)
        nearest = list(map(min, nearest, found[pivot]))
        pivot = max(range(len(neighbours)), key=nearest.__getitem__)
    return found


def _steps(neighbours: Neighbours, start: int) -> list[int]:
    """Return the number of steps from `start` to each node (breadth first)."""
    found = [-1] * len(neighbours)
    found[start] = 0
    reached = [start]
    for node in reached:
        for other in neighbours[node]:
            if found[other] < 0:
                found[other] = found[node] + 1
                reached.append(other)
    return found


def _start(pivots: Sequence[Sequence[int]], count: int) -> list[Point]:
    """Return the projection of the centred squared distances on their two main axes."""
    squares = [[float(d * d) for d in row] for row in pivots]
    of_node = [sum(row[i] for row in squares) / len(squares) for i in range(count)]
    of_pivot = [sum(row) / count for row in squares]
    total = sum(of_pivot) / len(squares)
    centred = [
        [-0.5 * (row[i] - of_node[i] - of_pivot[p] + total) for i in range(count)]
        for p, row in enumerate(squares)
    ]
    first = _axis(centred, ())
    second = _axis(centred, (first,))
    scale = math.sqrt(count)
    return [(first[i] * scale, second[i] * scale / 2) for i in range(count)]


def _axis(rows: Sequence[Sequence[float]], known: Sequence[Sequence[float]]) -> list[float]:
    """Return the main axis of the nodes that is at right angles to the `known` (power method)."""
    count = len(rows[0])
    axis = _unit([math.cos(2.4 * (i + 1)) for i in range(count)], known)
    for _ in range(30):
        weights = [sum(map(float.__mul__, row, axis)) for row in rows]
        spread = [0.0] * count
        for weight, row in zip(weights, rows, strict=True):
            for i, value in enumerate(row):
                spread[i] += weight * value
        axis = _unit(spread, known)
    return axis


def _unit(vector: list[float], known: Sequence[Sequence[float]]) -> list[float]:
    for other in known:
        along = sum(map(float.__mul__, vector, other))
        vector = [v - along * o for v, o in zip(vector, other, strict=True)]
    length = math.hypot(*vector)
    if length < _NEAR:  # no second axis, as with two nodes
        return [0.0] * len(vector)
    return [v / length for v in vector]


def _terms(neighbours: Neighbours, pivots: Mapping[int, Sequence[int]]) -> list[Terms]:
    """Return what holds each node; a pivot stands for the nodes that are nearest to it."""
    count = len(neighbours)
    share = count / len(pivots)
    found: list[Terms] = []
    for node in range(count):
        near = set(neighbours[node])
        terms: Terms = []
        for pivot, steps in pivots.items():
            if pivot != node and pivot not in near:
                terms.append((pivot, float(steps[node]), share / steps[node] ** 2))
        found.append([*((other, 1.0, 1.0) for other in sorted(near)), *terms])
    return found


def _majorize(points: list[Point], terms: Sequence[Terms]) -> float:
    """Move each node to where the others want it; return the longest move."""
    longest = 0.0
    for node, held in enumerate(terms):
        x, y = points[node]
        wanted_x = wanted_y = total = 0.0
        for other, distance, weight in held:
            other_x, other_y = points[other]
            dx, dy = x - other_x, y - other_y
            length = math.sqrt(dx * dx + dy * dy)
            if length < _NEAR:  # on one spot: part, each its own way
                dx, dy, length = math.cos(2.4 * node), math.sin(2.4 * node), 1.0
            wanted_x += weight * (other_x + distance * dx / length)
            wanted_y += weight * (other_y + distance * dy / length)
            total += weight
        points[node] = (wanted_x / total, wanted_y / total)
        longest = max(longest, math.dist(points[node], (x, y)))
    return longest
