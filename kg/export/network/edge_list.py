"""CSV with a row an edge: its two ends by IRI and by name, then its attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, ClassVar, Final

from kg.export.comma import Rows, SheetRows
from kg.export.network.columns import columns, edges, label, written

if TYPE_CHECKING:
    import networkx as nx

ENDS: Final = ("source", "target", "source_label", "target_label")


class EdgeList:
    """Writes the edges of one graph as CSV."""

    rows: ClassVar[type[Rows]] = Rows

    def __init__(self, out: BinaryIO, /) -> None:
        self._rows = self.rows(out)

    def write(self, item: nx.Graph[str], /) -> None:
        """Write the header and a row an edge."""
        names = [column.name for column in columns(edge.values for edge in edges(item))]
        self._rows.write((*ENDS, *names))
        for source, target, values in edges(item):
            cells = (written(values.get(name, "")) for name in names)
            self._rows.write((source, target, label(item, source), label(item, target), *cells))

    def finalize(self) -> None:
        """Do nothing: each row is whole."""


class EdgeSheet(EdgeList):
    """Writes the edges of one graph as CSV for a spreadsheet."""

    rows = SheetRows
