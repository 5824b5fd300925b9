"""GraphML, as networkx, igraph, yEd, Gephi and Cytoscape read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, Final

from kg.export import markup
from kg.export.network.columns import Column, Flat, columns, edges, nodes, written

if TYPE_CHECKING:
    import networkx as nx

NAMESPACE: Final = "http://graphml.graphdrawing.org/xmlns"
# GraphML has types of its own for the numbers; Python's integers may be long ones.
TYPES: Final = {"boolean": "boolean", "integer": "long", "double": "double", "string": "string"}


class GraphMl:
    """Writes one graph as GraphML."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._out = out
        self._out.write(f'{markup.DECLARATION}<graphml xmlns="{NAMESPACE}">\n'.encode())

    def write(self, item: nx.Graph[str], /) -> None:
        """Write the graph, after the keys of its attributes."""
        self._out.writelines(line.encode() for line in _lines(item))

    def finalize(self) -> None:
        """End the document."""
        self._out.write(b"</graphml>\n")


def _lines(graph: nx.Graph[str]) -> Iterator[str]:
    the_nodes, the_edges = nodes(graph), edges(graph)
    of_nodes = columns(node.values for node in the_nodes)
    of_edges = columns(edge.values for edge in the_edges)
    yield from _keys("node", of_nodes)
    yield from _keys("edge", of_edges)
    direction = "directed" if graph.is_directed() else "undirected"
    yield f"<graph{markup.attributes(edgedefault=direction)}>\n"
    for node in the_nodes:
        data = _data("node", of_nodes, node.values)
        yield f"<node{markup.attributes(id=node.key)}>{data}</node>\n"
    for edge in the_edges:
        ends = markup.attributes(source=edge.source.key, target=edge.target.key)
        yield f"<edge{ends}>{_data('edge', of_edges, edge.values)}</edge>\n"
    yield "</graph>\n"


def _keys(domain: str, given: Sequence[Column]) -> Iterator[str]:
    for number, column in enumerate(given):
        key = markup.attributes(id=f"{domain}{number}", for_=domain)
        named = f' attr.name="{markup.quoted(column.name)}" attr.type="{TYPES[column.type]}"'
        yield f"<key{key}{named}/>\n"


def _data(domain: str, given: Sequence[Column], values: Flat) -> str:
    cells = (
        f'<data key="{domain}{number}">{markup.text(written(values[column.name]))}</data>'
        for number, column in enumerate(given)
        if column.name in values
    )
    return "".join(cells)
