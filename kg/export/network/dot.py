"""DOT, for graphviz; every name and value quoted, whatever characters it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.export.network.columns import Flat, edges, nodes, written
from kg.export.network.pieces import Pieces

if TYPE_CHECKING:
    import networkx as nx

# In a label graphviz reads a backslash as the start of an escape, and a line feed as `\n`;
# a NUL would end the text for good.
_ESCAPES: Final = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\0": "\ufffd"}
)
# It reads references of HTML too: what looks like one must not be one.
_REFERENCE: Final = re.compile(r"&(?=#?\w+;)")


class Dot(Pieces):
    """Writes one graph as DOT."""

    def pieces(self, graph: nx.Graph[str], /) -> Iterator[str]:
        """Yield the document, line by line."""
        return _lines(graph)


def _lines(graph: nx.Graph[str]) -> Iterator[str]:
    keyword, arrow = ("digraph", "->") if graph.is_directed() else ("graph", "--")
    yield f"{keyword} {{\n"
    for node in nodes(graph):
        yield f"  {_quoted(node.key)} {_attributes(node.values)};\n"
    for edge in edges(graph):
        ends = f"{_quoted(edge.source)} {arrow} {_quoted(edge.target)}"
        yield f"  {ends} {_attributes(_quiet(edge.values))};\n"
    yield "}\n"


def _quiet(values: Flat) -> Flat:
    """Return a tie's attributes with its name as a tooltip: as a label it would be drawn."""
    return {("tooltip" if name == "label" else name): value for name, value in values.items()}


def _attributes(values: Flat) -> str:
    told = (f"{_quoted(name)}={_quoted(written(value))}" for name, value in values.items())
    return f"[{', '.join(told)}]"


def _quoted(value: str) -> str:
    return f'"{_REFERENCE.sub("&amp;", value).translate(_ESCAPES)}"'
