"""A network stripped to what measures read: nodes by number, and weighted edges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

Edge: TypeAlias = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Weighted:
    """Nodes in order, and each edge once: from, to, weight, by the numbers of the nodes."""

    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]
    directed: bool = False

    @classmethod
    def of(cls, graph: nx.Graph[str]) -> Weighted:
        """Return the bare network of a view's graph."""
        weights = {(one, other): weight for one, other, weight in graph.edges(data="weight")}
        return cls.made(graph, weights, directed=graph.is_directed())

    @classmethod
    def made(
        cls, nodes: Iterable[str], weights: Mapping[tuple[str, str], float], *, directed: bool
    ) -> Weighted:
        """Return a network with these nodes and weights by pair."""
        ordered = tuple(sorted(nodes))
        number = {node: place for place, node in enumerate(ordered)}
        edges = [(number[one], number[other], float(w)) for (one, other), w in weights.items()]
        if not directed:
            edges = [(min(a, b), max(a, b), weight) for a, b, weight in edges]
        return cls(ordered, tuple(sorted(edges)), directed)

    def undirected(self) -> Weighted:
        """Return the network without directions, the weights of both added up."""
        if not self.directed:
            return self
        weights: dict[tuple[int, int], float] = defaultdict(float)
        for one, other, weight in self.edges:
            weights[min(one, other), max(one, other)] += weight
        edges = tuple((*pair, weights[pair]) for pair in sorted(weights))
        return Weighted(self.nodes, edges)

    def neighbours(self) -> list[dict[int, float]]:
        """Return for each node the weights of its ties by neighbour, without directions."""
        found: list[dict[int, float]] = [{} for _ in self.nodes]
        for one, other, weight in self.undirected().edges:
            found[one][other] = found[other][one] = weight
        return found

    def degrees(self) -> list[float]:
        """Return to how many others each node is tied."""
        return [float(len(near)) for near in self.neighbours()]

    def strengths(self) -> list[float]:
        """Return the sum of the weights of each node's ties."""
        return [sum(near.values(), 0.0) for near in self.neighbours()]

    def main_component(self) -> list[int]:
        """Return the nodes of the largest component; of several, that with the first node."""
        near, seen = self.neighbours(), set[int]()
        best: list[int] = []
        for start in range(len(self.nodes)):
            if start not in seen:
                found = _reached(start, near)
                seen |= found
                best = max(best, sorted(found), key=len)
        return best


def _reached(start: int, near: list[dict[int, float]]) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        new = near[waiting.pop()].keys() - found
        found |= new
        waiting += new
    return found
