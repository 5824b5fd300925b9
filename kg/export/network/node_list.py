"""CSV with a row a node: its IRI, then its attributes; the companion of the edge list."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kg.export.network.columns import columns, nodes, written
from kg.export.network.comma import Rows

if TYPE_CHECKING:
    import networkx as nx


class NodeList:
    """Writes the nodes of one graph as CSV."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._rows = Rows(out)

    def write(self, item: nx.Graph[str], /) -> None:
        """Write the header and a row a node."""
        found = nodes(item)
        names = [column.name for column in columns(node.values for node in found)]
        self._rows.write(("id", *names))
        for node in found:
            values = (written(node.values.get(name, "")) for name in names)
            self._rows.write((node.key, *values))

    def finalize(self) -> None:
        """Do nothing: each row is whole."""
