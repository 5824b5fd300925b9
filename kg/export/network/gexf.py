"""GEXF 1.3, valid against its schema, for Gephi and its kin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, Final

from kg.export import markup
from kg.export.network.columns import Column, Edge, Flat, Node, columns, edges, nodes, written

if TYPE_CHECKING:
    import networkx as nx

NAMESPACE: Final = "http://gexf.net/1.3"
TYPES: Final = {"boolean": "boolean", "integer": "long", "double": "double", "string": "string"}


class Gexf:
    """Writes one graph as GEXF."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._out = out
        self._out.write(
            f'{markup.DECLARATION}<gexf xmlns="{NAMESPACE}" version="1.3">\n'
            "<meta><creator>spacekg</creator></meta>\n".encode()
        )

    def write(self, item: nx.Graph[str], /) -> None:
        """Write the graph, after the declarations of its attributes."""
        self._out.writelines(line.encode() for line in _lines(item))

    def finalize(self) -> None:
        """End the document."""
        self._out.write(b"</gexf>\n")


def _lines(graph: nx.Graph[str]) -> Iterator[str]:
    the_nodes, the_edges = nodes(graph), edges(graph)
    of_nodes = columns(node.values for node in the_nodes)
    of_edges = columns(edge.values for edge in the_edges)
    direction = "directed" if graph.is_directed() else "undirected"
    yield f"<graph{markup.attributes(mode='static', defaultedgetype=direction)}>\n"
    yield from _declared("node", of_nodes)
    yield from _declared("edge", of_edges)
    yield f"<nodes{markup.attributes(count=len(the_nodes))}>\n"
    yield from (_node(node, of_nodes) for node in the_nodes)
    yield f"</nodes>\n<edges{markup.attributes(count=len(the_edges))}>\n"
    yield from (_edge(number, edge, of_edges) for number, edge in enumerate(the_edges))
    yield "</edges>\n</graph>\n"


def _declared(domain: str, given: Sequence[Column]) -> Iterator[str]:
    if given:
        yield f"<attributes{markup.attributes(class_=domain)}>\n"
        for number, column in enumerate(given):
            told = markup.attributes(id=number, title=column.name, type=TYPES[column.type])
            yield f"<attribute{told}/>\n"
        yield "</attributes>\n"


def _node(node: Node, given: Sequence[Column]) -> str:
    told = markup.attributes(id=node.key, label=node.label)
    return f"<node{told}>{_values(given, node.values)}</node>\n"


def _edge(number: int, edge: Edge, given: Sequence[Column]) -> str:
    weight = edge.values.get("weight")
    told = markup.attributes(
        id=number,
        source=edge.source.key,
        target=edge.target.key,
        weight=None if weight is None else written(weight),
    )
    return f"<edge{told}>{_values(given, edge.values)}</edge>\n"


def _values(given: Sequence[Column], values: Flat) -> str:
    cells = [
        f"<attvalue{markup.attributes(for_=number, value=written(values[column.name]))}/>"
        for number, column in enumerate(given)
        if column.name in values
    ]
    return f"<attvalues>{''.join(cells)}</attvalues>" if cells else ""
