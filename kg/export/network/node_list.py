"""CSV with a row a node: its IRI, then its attributes; the companion of the edge list."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kg.export.comma import Rows
from kg.export.network.columns import columns, nodes, written

if TYPE_CHECKING:
    import networkx as nx


class NodeList:
    """Writes the nodes of one graph as CSV."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._rows = Rows(out)

    def write(self, item: nx.Graph[str], /) -> None:
        """Write the header and a row a node."""
        names = [column.name for column in columns(node.values for node in nodes(item))]
        self._rows.write(("id", *names))
        for key, values in nodes(item):
            self._rows.write((key, *(written(values.get(name, "")) for name in names)))

    def finalize(self) -> None:
        """Do nothing: each row is whole."""
