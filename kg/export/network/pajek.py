"""Pajek's `.net`: numbered names and weighted ties, and nothing else.

Pajek reads `&#34;` as the character of that number, and has no other escape; so the characters
that would end a name or a line are written as such references (Pajek manual, "Unicode").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.export.network.columns import label, numbers, pairs, written
from kg.export.network.pieces import Pieces

if TYPE_CHECKING:
    import networkx as nx

_UNSAFE: Final = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029]|&(?=#\d+;)')


class Pajek(Pieces):
    """Writes one graph as a Pajek network."""

    def pieces(self, graph: nx.Graph[str], /) -> Iterator[str]:
        """Yield the document, line by line."""
        return (f"{line}\n" for line in _lines(graph))


def _lines(graph: nx.Graph[str]) -> Iterator[str]:
    known = numbers(graph)
    yield f"*Vertices {len(graph)}"
    for key, number in known.items():
        yield f'{number} "{_UNSAFE.sub(_reference, label(graph, key))}"'
    yield "*Arcs" if graph.is_directed() else "*Edges"
    for source, target in pairs(graph):
        weight = graph.edges[source, target].get("weight", 1)
        yield f"{known[source]} {known[target]} {written(weight)}"


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
