"""Colours that the colour-blind tell apart (Okabe, Ito 2008, "Color Universal Design").

Each has a tone for light paper and one for dark. What a colour tells, a shape or the legend tells too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Tone:
    """One colour, on light and on dark paper."""

    light: str
    dark: str


TONES: Final = (
    Tone("#0072b2", "#4fa8e0"),
    Tone("#e69f00", "#f0b429"),
    Tone("#009e73", "#2fc79a"),
    Tone("#cc79a7", "#e09cc3"),
    Tone("#d55e00", "#f08043"),
    Tone("#56b4e9", "#a5dbfa"),
    Tone("#b8a800", "#f0e442"),
    Tone("#7a828c", "#9aa3ad"),
)
OTHER: Final = len(TONES) - 1
"""Grey: for the categories beyond the colours, the least frequent."""

SQUARE: Final = frozenset(
    ("Mission", "Payload", "Programme", "Endeavour", "LaunchVehicle", "Agreement")
)
"""Classes of things that are drawn as squares; actors, countries and all else are discs."""


@dataclass(frozen=True, slots=True)
class Colouring:
    """What the colours tell: each node's category, and the tone of each category."""

    attribute: str
    of_node: Mapping[str, str]
    tones: Mapping[str, int]

    def tone(self, key: str) -> int:
        """Return the number of a node's tone."""
        return self.tones[self.of_node[key]]


def colouring(graph: nx.Graph[str]) -> Colouring:
    """Return colours by community, where the nodes have one, else by class.

    Communities are ranked by size, classes by name, so that a class keeps its colour when a node
    more or less is shown.
    """
    attribute = "community" if any("community" in d for _, d in graph.nodes(data=True)) else "class"
    of_node = {key: str(graph.nodes[key].get(attribute, "other")) for key in sorted(graph)}
    counts = Counter(of_node.values())
    ranked = sorted(counts, key=lambda name: (-counts[name], len(name), name))
    names = ranked if len(ranked) <= len(TONES) else ranked[:OTHER]
    if attribute == "class":
        names = sorted(names)
    tones = {name: min(place, OTHER) for place, name in enumerate(names)}
    return Colouring(attribute, of_node, {name: tones.get(name, OTHER) for name in ranked})


def is_square(class_: str) -> bool:
    """Tell whether nodes of this class are drawn as squares."""
    return class_ in SQUARE
