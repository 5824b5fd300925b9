"""GEXF 1.3, valid against its schema, for Gephi and its kin.

A node or edge with a `first` and a `last` day lasts from the one to the other, so that Gephi's
timeline shows when; one without days is always there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, Final

from kg.export import markup
from kg.export.network.columns import (
    Column,
    Edge,
    Flat,
    Node,
    columns,
    edges,
    flatten,
    nodes,
    written,
)

if TYPE_CHECKING:
    import networkx as nx

NAMESPACE: Final = "http://gexf.net/1.3"
TYPES: Final = {"boolean": "boolean", "integer": "long", "double": "double", "string": "string"}
_DAY: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


class Gexf:
    """Writes one graph as GEXF."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._out = out
        self._out.write(f'{markup.DECLARATION}<gexf xmlns="{NAMESPACE}" version="1.3">\n'.encode())

    def write(self, item: nx.Graph[str], /) -> None:
        """Write the graph, after the declarations of its attributes."""
        self._out.writelines(line.encode() for line in chain(_meta(item), _lines(item)))

    def finalize(self) -> None:
        """End the document."""
        self._out.write(b"</gexf>\n")


def _meta(graph: nx.Graph[str]) -> Iterator[str]:
    told = "; ".join(f"{name}: {written(value)}" for name, value in flatten(graph.graph).items())
    about = f"<description>{markup.text(told)}</description>" if told else ""
    yield f"<meta><creator>spacekg</creator>{about}</meta>\n"


def _lines(graph: nx.Graph[str]) -> Iterator[str]:
    of_nodes = columns(node.values for node in nodes(graph))
    of_edges = columns(edge.values for edge in edges(graph))
    dated = {column.name for column in (*of_nodes, *of_edges)} & {"first", "last"}
    told = {
        "mode": "dynamic" if dated else "static",
        "timeformat": "date" if dated else None,
        "timerepresentation": "interval" if dated else None,
        "defaultedgetype": "directed" if graph.is_directed() else "undirected",
    }
    yield f"<graph{markup.attributes(**told)}>\n"
    yield from _declared("node", of_nodes)
    yield from _declared("edge", of_edges)
    yield f"<nodes{markup.attributes(count=len(graph))}>\n"
    yield from (_node(node, of_nodes) for node in nodes(graph))
    yield f"</nodes>\n<edges{markup.attributes(count=graph.number_of_edges())}>\n"
    yield from (_edge(number, edge, of_edges) for number, edge in enumerate(edges(graph)))
    yield "</edges>\n</graph>\n"


def _declared(domain: str, given: Sequence[Column]) -> Iterator[str]:
    if given:
        yield f"<attributes{markup.attributes(class_=domain)}>\n"
        for number, column in enumerate(given):
            told = markup.attributes(id=number, title=column.name, type=TYPES[column.type])
            yield f"<attribute{told}/>\n"
        yield "</attributes>\n"


def _node(node: Node, given: Sequence[Column]) -> str:
    told = markup.attributes(
        id=node.key,
        label=node.label,
        start=_day(node.values, "first"),
        end=_day(node.values, "last"),
    )
    return f"<node{told}>{_values(given, node.values)}</node>\n"


def _edge(number: int, edge: Edge, given: Sequence[Column]) -> str:
    weight = edge.values.get("weight")
    told = markup.attributes(
        id=number,
        source=edge.source,
        target=edge.target,
        weight=None if weight is None else written(weight),
        start=_day(edge.values, "first"),
        end=_day(edge.values, "last"),
    )
    return f"<edge{told}>{_values(given, edge.values)}</edge>\n"


def _day(values: Flat, name: str) -> str | None:
    day = str(values.get(name, ""))
    return day if _DAY.fullmatch(day) else None


def _values(given: Sequence[Column], values: Flat) -> str:
    cells = [
        f'<attvalue for="{number}" value="{markup.quoted(written(values[column.name]))}"/>'
        for number, column in enumerate(given)
        if column.name in values
    ]
    return f"<attvalues>{''.join(cells)}</attvalues>" if cells else ""
