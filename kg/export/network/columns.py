"""A network's nodes and edges in order, their attributes flattened to columns of one type."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

    Network: TypeAlias = nx.Graph[str]

Scalar: TypeAlias = bool | int | float | str
Flat: TypeAlias = dict[str, Scalar]

TYPES: Final = {bool: "boolean", int: "integer", float: "double", str: "string"}


@dataclass(frozen=True, slots=True)
class Column:
    """An attribute: its name and its type, "boolean", "integer", "double" or "string"."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node's key and its flat attributes."""

    key: str
    values: Flat

    @property
    def label(self) -> str:
        """Return the node's name, or its key where it has none."""
        return str(self.values.get("label", self.key))


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge's two nodes and its flat attributes."""

    source: Node
    target: Node
    values: Flat


def nodes(graph: Network) -> list[Node]:
    """Return the nodes, sorted by key."""
    found = [Node(str(key), flatten(values)) for key, values in graph.nodes(data=True)]
    return sorted(found, key=lambda node: node.key)


def edges(graph: Network) -> list[Edge]:
    """Return the edges, sorted by their ends; an undirected one has its lesser end first."""
    known = {node.key: node for node in nodes(graph)}
    ends = ((str(a), str(b), values) for a, b, values in graph.edges(data=True))
    if not graph.is_directed():
        ends = ((min(a, b), max(a, b), values) for a, b, values in ends)
    found = [Edge(known[a], known[b], flatten(values)) for a, b, values in ends]
    return sorted(found, key=lambda edge: (edge.source.key, edge.target.key))


def flatten(attributes: Mapping[str, Any]) -> Flat:
    """Return the attributes with lists and mappings unfolded; what is None is left out.

    >>> flatten({"quotes": [{"text": "They met."}], "first": None})
    {'quotes_1_text': 'They met.'}
    """
    return dict(_unfolded(attributes.items(), ""))


def _unfolded(items: Iterable[tuple[Any, Any]], above: str) -> Iterator[tuple[str, Scalar]]:
    for key, value in items:
        match value:
            case None:
                continue
            case bool() | int() | float() | str():
                yield f"{above}{key}", value
            case date():
                yield f"{above}{key}", value.isoformat()
            case Mapping():
                yield from _unfolded(value.items(), f"{above}{key}_")
            case _:
                yield from _unfolded(enumerate(value, start=1), f"{above}{key}_")


def columns(rows: Iterable[Flat]) -> list[Column]:
    """Return the columns that hold `rows`, in the order of the rows' own attributes.

    What an earlier row lacks comes after that which stands before it in a later row.
    """
    names: list[str] = []
    types: dict[str, str] = {}
    for row in rows:
        place = 0
        for name, value in row.items():
            if name not in types:
                names.insert(place, name)
            place = names.index(name) + 1
            types[name] = _wider(types.get(name), TYPES[type(value)])
    return [Column(name, types[name]) for name in names]


def _wider(known: str | None, found: str) -> str:
    if known is None or known == found:
        return found
    return "double" if {known, found} == {"integer", "double"} else "string"


def written(value: Scalar) -> str:
    """Return a value as XML Schema writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "INF" if value > 0 else "-INF"
    return str(value)
