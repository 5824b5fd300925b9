"""CSV for Neo4j's bulk import (`neo4j-admin database import`): typed headers, two files.

They stand in one file because the import reads them together. Text may hold line feeds: the
import needs `--multiline-fields=true`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO, Final

from kg.export.comma import Rows
from kg.export.network.columns import Column, columns, edges, nodes, written

if TYPE_CHECKING:
    import networkx as nx

TYPES: Final = {"boolean": "boolean", "integer": "long", "double": "double", "string": "string"}
DAYS: Final = ("first", "last")
RELATIONSHIP: Final = "TIED_TO"


class Neo4jNodes:
    """Writes the nodes of one graph; `class` becomes their label."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._rows = Rows(out)

    def write(self, item: nx.Graph[str], /) -> None:
        """Write the header and a row a node."""
        found = [c for c in columns(n.values for n in nodes(item)) if c.name != "class"]
        self._rows.write(("id:ID", *_header(found), ":LABEL"))
        for key, values in nodes(item):
            cells = (written(values.get(column.name, "")) for column in found)
            self._rows.write((key, *cells, written(values.get("class", "Thing"))))

    def finalize(self) -> None:
        """Do nothing: each row is whole."""


class Neo4jRelationships:
    """Writes the edges of one graph; Neo4j gives each a direction, which it may ignore."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._rows = Rows(out)

    def write(self, item: nx.Graph[str], /) -> None:
        """Write the header and a row an edge."""
        found = columns(edge.values for edge in edges(item))
        self._rows.write((":START_ID", ":END_ID", *_header(found), ":TYPE"))
        for source, target, values in edges(item):
            cells = (written(values.get(column.name, "")) for column in found)
            self._rows.write((source, target, *cells, RELATIONSHIP))

    def finalize(self) -> None:
        """Do nothing: each row is whole."""


def _header(found: Iterable[Column]) -> list[str]:
    """Return names with their types; a colon would begin a type."""
    return [f"{column.name.replace(':', '_')}:{_type(column)}" for column in found]


def _type(column: Column) -> str:
    return "date" if column.name in DAYS and column.type == "string" else TYPES[column.type]
