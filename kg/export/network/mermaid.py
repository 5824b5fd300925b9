"""Mermaid, for Obsidian, GitHub and other Markdown: at most 60 nodes, the strongest ties.

Mermaid refuses more than 500 ties, and has one escape: `#34;` is the character of that number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.export.network.columns import label, numbers, pairs
from kg.export.network.drawing.palette import TONES, colouring
from kg.export.network.pieces import Pieces
from kg.export.network.strongest import readable, weight

if TYPE_CHECKING:
    import networkx as nx

_UNSAFE: Final = re.compile(r"[^\w .,:/()’'+-]")


class Mermaid(Pieces):
    """Writes one graph as a Mermaid flowchart."""

    def pieces(self, graph: nx.Graph[str], /) -> Iterator[str]:
        """Yield the document, line by line."""
        return (f"{line}\n" for line in _lines(graph))


def _lines(graph: nx.Graph[str]) -> Iterator[str]:
    part = readable(graph)
    known, colours = numbers(part.graph), colouring(part.graph)
    arrow = "-->" if graph.is_directed() else "---"
    yield "flowchart LR"
    yield f"    %% {part.told()}"
    for key, number in known.items():
        yield f'    n{number}["{_quoted(label(part.graph, key))}"]:::c{colours.tone(key)}'
    for source, target in pairs(part.graph):
        given = weight(part.graph, source, target)
        yield f"    n{known[source]} {arrow}|{given:g}| n{known[target]}"
    for tone in sorted(set(colours.tones.values())):
        yield f"    classDef c{tone} stroke:{TONES[tone].light},stroke-width:3px"


def _quoted(text: str) -> str:
    return _UNSAFE.sub(lambda found: f"#{ord(found[0])};", text) or " "
