"""JSON with a list of nodes and a list of edges, as networkx and D3 read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.export.network.columns import pairs
from kg.export.network.pieces import Pieces
from kg.export.plain import dump, listed

if TYPE_CHECKING:
    import networkx as nx


class NodeLink(Pieces):
    """Writes one graph as a JSON object, a line a node or edge; quotes stay lists of objects."""

    def pieces(self, graph: nx.Graph[str], /) -> Iterator[str]:
        """Yield the document, a line a node or edge."""
        return _pieces(graph)


def _pieces(graph: nx.Graph[str]) -> Iterator[str]:
    yield f'{{\n"directed": {dump(graph.is_directed())},\n"multigraph": false,\n'
    yield f'"graph": {dump(graph.graph)},\n"nodes": '
    yield from listed({**graph.nodes[key], "id": key} for key in sorted(graph))
    yield ',\n"edges": '
    yield from listed({**graph.edges[a, b], "source": a, "target": b} for a, b in pairs(graph))
    yield "\n}\n"
