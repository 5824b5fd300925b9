"""JSON with a list of nodes and a list of edges, as networkx and D3 read it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    import networkx as nx


class NodeLink:
    """Writes one graph as a JSON object, a line a node or edge."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._out = out

    def write(self, item: nx.Graph[str], /) -> None:
        """Write the graph; lists and mappings in attributes stay what they are."""
        head = {"directed": item.is_directed(), "multigraph": False, "graph": dict(item.graph)}
        nodes = [{**values, "id": key} for key, values in item.nodes(data=True)]
        nodes.sort(key=lambda node: str(node["id"]))
        lists = {"nodes": nodes, "edges": _edges(item)}
        told = [f'"{name}": {_dump(value)}' for name, value in head.items()]
        told += [f'"{name}": [{_lines(items)}]' for name, items in lists.items()]
        self._out.write(("{\n" + ",\n".join(told) + "\n}\n").encode())

    def finalize(self) -> None:
        """Do nothing: the document is whole."""


def _edges(graph: nx.Graph[str]) -> list[dict[str, Any]]:
    ends = ((a, b, values) for a, b, values in graph.edges(data=True))
    if not graph.is_directed():
        ends = ((min(a, b), max(a, b), values) for a, b, values in ends)
    found = [{**values, "source": a, "target": b} for a, b, values in ends]
    return sorted(found, key=lambda edge: (edge["source"], edge["target"]))


def _lines(items: Iterable[dict[str, Any]]) -> str:
    text = ",\n".join(map(_dump, items))
    return f"\n{text}\n" if text else ""


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain, allow_nan=False)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"JSON has no {type(value).__name__}")
