"""GraphML, as networkx, igraph, yEd, Gephi and Cytoscape read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO, Final, TypeAlias

from kg.export import markup
from kg.export.network.columns import Column, Flat, columns, edges, flatten, nodes, written

if TYPE_CHECKING:
    import networkx as nx

NAMESPACE: Final = "http://graphml.graphdrawing.org/xmlns"
# GraphML has types of its own for the numbers; Python's integers may be long ones.
TYPES: Final = {"boolean": "boolean", "integer": "long", "double": "double", "string": "string"}

Domains: TypeAlias = Mapping[str, Sequence[Column]]


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
    own = flatten(graph.graph)
    domains: Domains = {
        "graph": columns([own]),
        "node": columns(node.values for node in nodes(graph)),
        "edge": columns(edge.values for edge in edges(graph)),
    }
    for domain in domains:
        yield from _keys(domain, domains)
    direction = "directed" if graph.is_directed() else "undirected"
    yield f"<graph{markup.attributes(edgedefault=direction)}>{_data('graph', domains, own)}\n"
    for node in nodes(graph):
        data = _data("node", domains, node.values)
        yield f"<node{markup.attributes(id=node.key)}>{data}</node>\n"
    for edge in edges(graph):
        ends = markup.attributes(source=edge.source, target=edge.target)
        yield f"<edge{ends}>{_data('edge', domains, edge.values)}</edge>\n"
    yield "</graph>\n"


def _keys(domain: str, domains: Domains) -> Iterator[str]:
    for number, column in enumerate(domains[domain]):
        key = markup.attributes(id=f"{domain}{number}", for_=domain)
        named = f' attr.name="{markup.quoted(column.name)}" attr.type="{TYPES[column.type]}"'
        yield f"<key{key}{named}/>\n"


def _data(domain: str, domains: Domains, values: Flat) -> str:
    cells = (
        f'<data key="{domain}{number}">{markup.text(written(values[column.name]))}</data>'
        for number, column in enumerate(domains[domain])
        if column.name in values
    )
    return "".join(cells)
