"""DOT, for graphviz; every name and value quoted, whatever characters it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

from kg.export.network.columns import Flat, edges, nodes, written

if TYPE_CHECKING:
    import networkx as nx

# In a label graphviz reads a backslash as the start of an escape, and a line feed as `\n`;
# a NUL would end the text for good.
_ESCAPES: Final = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\0": "\ufffd"}
)


class Dot:
    """Writes one graph as DOT."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._out = out

    def write(self, item: nx.Graph[str], /) -> None:
        """Write the graph."""
        keyword, arrow = ("digraph", "->") if item.is_directed() else ("graph", "--")
        lines = [f"  {_quoted(n.key)} {_attributes(n.values)};\n" for n in nodes(item)]
        lines += [
            f"  {_quoted(e.source.key)} {arrow} {_quoted(e.target.key)} {_attributes(e.values)};\n"
            for e in edges(item)
        ]
        self._out.write((f"{keyword} {{\n" + "".join(lines) + "}\n").encode())

    def finalize(self) -> None:
        """Do nothing: the document is whole."""


def _attributes(values: Flat) -> str:
    told = (f"{_quoted(name)}={_quoted(written(value))}" for name, value in values.items())
    return f"[{', '.join(told)}]"


def _quoted(value: str) -> str:
    return f'"{value.translate(_ESCAPES)}"'
