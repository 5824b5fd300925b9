"""The part of a network that a person can take in: its strongest ties, and who they tie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.export.network.columns import pairs

if TYPE_CHECKING:
    import networkx as nx

READABLE: Final = 60
"""The nodes of a picture in which all names can stand."""
FEWEST: Final = 60
PER_NODE: Final = 2.5


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a network, and how many nodes and ties the whole has."""

    graph: nx.Graph[str]
    nodes: int
    ties: int

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing was left out."""
        return (len(self.graph), self.graph.number_of_edges()) == (self.nodes, self.ties)

    def told(self) -> str:
        """Return what is shown of what there is, in a sentence."""
        if self.is_whole:
            return f"{counted(self.nodes, 'node')}, {counted(self.ties, 'tie')}."
        every = len(self.graph) == self.nodes
        shown = "all" if every else f"{len(self.graph):,} of"
        return (
            f"The strongest ties alone: {shown} {counted(self.nodes, 'node')}, "
            f"{self.graph.number_of_edges():,} of {counted(self.ties, 'tie')}."
        )


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural but for one."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def weight(graph: nx.Graph[str], source: str, target: str) -> float:
    """Return the weight of an edge, 1 where it has none."""
    given = graph.edges[source, target].get("weight")
    return 1.0 if given is None else float(given)


def strengths(graph: nx.Graph[str]) -> dict[str, float]:
    """Return the sum of the weights of each node's ties, in either direction."""
    found = dict.fromkeys(graph, 0.0)
    for source, target in pairs(graph):
        found[source] += weight(graph, source, target)
        found[target] += weight(graph, source, target)
    return found


def readable(graph: nx.Graph[str]) -> Part:
    """Return as much as one can follow with the eye: 60 nodes, and two or three ties for each."""
    nodes = min(len(graph), READABLE)
    return strongest(graph, nodes, max(FEWEST, int(PER_NODE * nodes)))


def strongest(graph: nx.Graph[str], nodes: int, ties: int) -> Part:
    """Return at most so many nodes and ties, the strongest.

    The nodes are those of the heaviest ties, as long as there is room for them; so each node that is
    shown has a tie that is shown, unless it has none at all.
    """
    ranked = sorted(pairs(graph), key=lambda ends: (-weight(graph, *ends), ends))
    chosen = sorted(graph) if len(graph) <= nodes else _ends(ranked, nodes)
    part: nx.Graph[str] = graph.__class__()
    part.graph.update(graph.graph)
    part.add_nodes_from((key, graph.nodes[key]) for key in sorted(chosen))
    inside = [ends for ends in ranked if ends[0] in part and ends[1] in part]
    kept = _spread(inside, ties)
    part.add_edges_from((*ends, graph.edges[ends]) for ends in sorted(kept))
    return Part(part, len(graph), graph.number_of_edges())


def _ends(ranked: list[tuple[str, str]], most: int) -> set[str]:
    chosen: set[str] = set()
    for ends in ranked:
        new = set(ends) - chosen
        if len(chosen) + len(new) <= most:
            chosen |= new
        if len(chosen) == most:
            break
    return chosen


def _spread(ranked: list[tuple[str, str]], most: int) -> set[tuple[str, str]]:
    """Return the ties that hold all together, then the others in order, `most` in all.

    The first are a maximum spanning forest (Kruskal 1956): what hangs together is drawn so.
    """
    from networkx.utils import UnionFind

    if len(ranked) <= most:
        return set(ranked)
    joined: UnionFind[str] = UnionFind()
    firsts: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    for source, target in ranked:
        apart = joined[source] != joined[target]
        (firsts if apart else others).append((source, target))
        joined.union(source, target)
    return set((firsts + others)[:most])
