"""A network's nodes and edges in order, their attributes flattened to columns of one type.

Nodes and edges are flattened one at a time, as a writer asks for them: an export takes the memory of
the view, a sorted list of its edges' ends, and one row.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

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


class Node(NamedTuple):
    """A node's key and its flat attributes."""

    key: str
    values: Flat

    @property
    def label(self) -> str:
        """Return the node's name, or its key where it has none."""
        return str(self.values.get("label", self.key))


class Edge(NamedTuple):
    """The keys of an edge's two nodes and its flat attributes."""

    source: str
    target: str
    values: Flat


def nodes(graph: Network) -> Iterator[Node]:
    """Yield the nodes, sorted by key."""
    for key in sorted(graph):
        yield Node(key, flatten(graph.nodes[key]))


def edges(graph: Network) -> Iterator[Edge]:
    """Yield the edges, sorted by their ends; an undirected one has its lesser end first."""
    for source, target in pairs(graph):
        yield Edge(source, target, flatten(graph.edges[source, target]))


def pairs(graph: Network) -> list[tuple[str, str]]:
    """Return the ends of the edges, sorted; an undirected edge has its lesser end first."""
    if graph.is_directed():
        return sorted(graph.edges())
    return sorted((min(ends), max(ends)) for ends in graph.edges())


def label(graph: Network, key: str) -> str:
    """Return the name of a node, or its key where it has none."""
    name = graph.nodes[key].get("label")
    return key if name is None else str(name)


def numbers(graph: Network) -> dict[str, int]:
    """Return the place of each node in the order that `nodes` gives, from 1."""
    return {key: number for number, key in enumerate(sorted(graph), start=1)}


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
        if not row.keys() <= types.keys():
            _insert(names, row)
        for name, value in row.items():
            found = TYPES[type(value)]
            if types.get(name) != found:
                types[name] = _wider(types.get(name), found)
    return [Column(name, types[name]) for name in names]


def _insert(names: list[str], row: Flat) -> None:
    """Put the names of `row` that are not yet in `names` after those that stand before them."""
    place = 0
    for name in row:
        if name not in names:
            names.insert(place, name)
        place = names.index(name) + 1


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
