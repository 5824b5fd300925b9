"""Cytoscape JSON (`.cyjs`), for the Cytoscape desktop and Cytoscape.js.

The desktop makes a column of each attribute and knows no lists of objects, so attributes are
flattened as in a table; `name` is what it shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.export.network.columns import edges, flatten, label, nodes
from kg.export.network.pieces import Pieces
from kg.export.plain import dump, listed

if TYPE_CHECKING:
    import networkx as nx


class Cytoscape(Pieces):
    """Writes one graph as Cytoscape JSON, a line a node or edge."""

    def pieces(self, graph: nx.Graph[str], /) -> Iterator[str]:
        """Yield the document, a line a node or edge."""
        return _pieces(graph)


def _pieces(graph: nx.Graph[str]) -> Iterator[str]:
    about = {"name": "network", **flatten(graph.graph), "directed": graph.is_directed()}
    yield '{\n"format_version": "1.0",\n"generated_by": "spacekg",\n'
    yield f'"target_cytoscapejs_version": "~3",\n"data": {dump(about)},\n'
    yield '"elements": {\n"nodes": '
    yield from listed(
        {"data": {**node.values, "id": node.key, "name": node.label}} for node in nodes(graph)
    )
    yield ',\n"edges": '
    yield from listed({"data": data} for data in _edges(graph))
    yield "\n}\n}\n"


def _edges(graph: nx.Graph[str]) -> Iterator[dict[str, Any]]:
    between = "to" if graph.is_directed() else "and"
    for number, (source, target, values) in enumerate(edges(graph)):
        name = f"{label(graph, source)} {between} {label(graph, target)}"
        # Cytoscape wants ids that no node has; an edge's number alone could be a node's key.
        yield {**values, "id": f"edge {number}", "source": source, "target": target, "name": name}
