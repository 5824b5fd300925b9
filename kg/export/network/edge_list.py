"""CSV with a row an edge: its two ends by IRI and by name, then its attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kg.export.network.columns import columns, edges, written
from kg.export.network.comma import Rows

if TYPE_CHECKING:
    import networkx as nx

ENDS = ("source", "target", "source_label", "target_label")


class EdgeList:
    """Writes the edges of one graph as CSV."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._rows = Rows(out)

    def write(self, item: nx.Graph[str], /) -> None:
        """Write the header and a row an edge."""
        found = edges(item)
        names = [column.name for column in columns(edge.values for edge in found)]
        self._rows.write((*ENDS, *names))
        for edge in found:
            a, b = edge.source, edge.target
            values = (written(edge.values.get(name, "")) for name in names)
            self._rows.write((a.key, b.key, a.label, b.label, *values))

    def finalize(self) -> None:
        """Do nothing: each row is whole."""
