"""A network as marks on paper: where each node, tie and label stands, before any format."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kg.export.network.columns import label, pairs
from kg.export.network.drawing import lettering
from kg.export.network.drawing.layout import Point, layout
from kg.export.network.drawing.palette import Colouring, colouring
from kg.export.network.drawing.placing import Box, clear, extent, pack, part
from kg.export.network.strongest import READABLE, Part, strengths, weight

if TYPE_CHECKING:
    import networkx as nx

LETTERS: Final = 12.0
MARGIN: Final = 36.0
WIDER: Final = 1.25
_PADDING: Final = 5.0
_STEEP: Final = 0.3


@dataclass(frozen=True, slots=True)
class Scale:
    """How large things are, in pixels: the step from node to node, radii, widths of lines."""

    step: float
    radii: tuple[float, float]
    widths: tuple[float, float]
    rounds: int
    """How often boxes may be pushed apart: a crowd of many nodes is left as it is at last."""


FEW: Final = Scale(105.0, (5.5, 17.0), (1.2, 7.0), 400)
MANY: Final = Scale(150.0, (4.0, 15.0), (0.6, 3.0), 25)


@dataclass(frozen=True, slots=True)
class Mark:
    """A node: its centre and radius, its tone, its label in lines."""

    key: str
    name: str
    class_: str
    x: float
    y: float
    radius: float
    tone: int
    lines: tuple[str, ...]
    above: bool
    labelled: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A tie: the marks that it joins, by their place, and how wide it is."""

    source: int
    target: int
    width: float
    weight: float


@dataclass(frozen=True, slots=True)
class Picture:
    """All marks, lines and colours of a drawn network; `width` and `height` hold the marks."""

    part: Part
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    colouring: Colouring
    width: float
    height: float

    @property
    def is_directed(self) -> bool:
        """Tell whether its lines are arrows."""
        return bool(self.part.graph.is_directed())


def draw(shown: Part) -> Picture:
    """Return the picture of a part of a network; of few nodes all labels stand."""
    keys = sorted(shown.graph)
    few = len(keys) <= READABLE
    scale = FEW if few else MANY
    texts = {key: lettering.lines(label(shown.graph, key)) for key in keys}
    radii = _radii(shown.graph, scale)
    points, groups = _points(shown.graph, scale)
    above = _above(shown.graph, points)
    boxes = {
        key: _box(points[key], radii[key], texts[key] if few else (), above=key in above)
        for key in keys
    }
    for group in groups:
        _settle(shown.graph, group, boxes, scale)
    pack([[boxes[key] for key in group] for group in groups])
    whole = extent(list(boxes.values()))
    colours = colouring(shown.graph)
    marks = [
        Mark(
            key=key,
            name=label(shown.graph, key),
            class_=str(shown.graph.nodes[key].get("class", "")),
            x=boxes[key].x - whole.left + MARGIN,
            y=boxes[key].y - whole.top + MARGIN,
            radius=radii[key],
            tone=colours.tone(key),
            lines=texts[key],
            above=key in above,
            labelled=True,
        )
        for key in keys
    ]
    return Picture(
        shown,
        tuple(marks if few else _labelled(marks)),
        _lines(shown.graph, keys, scale),
        colours,
        whole.width + 2 * MARGIN,
        whole.height + 2 * MARGIN,
    )


def _radii(graph: nx.Graph[str], scale: Scale) -> dict[str, float]:
    """Return radii whose squares grow as the weights of a node's ties."""
    found = strengths(graph)
    most = max(found.values(), default=0) or 1
    least, largest = scale.radii
    return {
        key: least + (largest - least) * math.sqrt(max(s, 0) / most) for key, s in found.items()
    }


def _points(graph: nx.Graph[str], scale: Scale) -> tuple[dict[str, Point], list[list[str]]]:
    """Return where each node stands in its connected part, and the parts, the largest first."""
    import networkx as nx

    found = [sorted(group) for group in nx.connected_components(graph.to_undirected(as_view=True))]
    groups = sorted(found, key=lambda group: (-len(group), group))
    points: dict[str, Point] = {}
    for group in groups:
        place = {key: number for number, key in enumerate(group)}
        around: list[set[int]] = [set() for _ in group]
        for source, target in graph.subgraph(group).edges():
            if source != target:
                around[place[source]].add(place[target])
                around[place[target]].add(place[source])
        laid = layout([sorted(near) for near in around])
        points |= {
            key: (x * scale.step * WIDER, y * scale.step)
            for key, (x, y) in zip(group, laid, strict=True)
        }
    return points, groups


def _above(graph: nx.Graph[str], points: Mapping[str, Point]) -> set[str]:
    """Return the nodes whose ties lead down, so that their labels are better off above."""
    down = dict.fromkeys(graph, 0.0)
    for source, target in graph.edges():
        (x1, y1), (x2, y2) = points[source], points[target]
        slope = (y2 - y1) / (math.hypot(x2 - x1, y2 - y1) or 1)
        down[source] += slope
        down[target] -= slope
    return {key for key, slope in down.items() if slope > _STEEP * graph.degree(key)}


def _box(point: Point, radius: float, lines: Sequence[str], *, above: bool) -> Box:
    """Return the room of a node and of its label."""
    wide = max((lettering.width(line, LETTERS) for line in lines), default=0.0) / 2
    words = len(lines) * LETTERS * lettering.LINE + (3 if lines else 0)
    near, far = radius + _PADDING, radius + words + _PADDING
    up, down = (far, near) if above else (near, far)
    return Box(*point, max(radius, wide) + _PADDING, up, down)


def _settle(
    graph: nx.Graph[str], group: Sequence[str], boxes: Mapping[str, Box], scale: Scale
) -> None:
    """Move the nodes of one part until none lies on another, nor, if few, on a foreign tie."""
    inside = [boxes[key] for key in group]
    part(inside, scale.rounds)
    if scale is FEW:
        place = {key: number for number, key in enumerate(group)}
        clear(inside, [(place[a], place[b]) for a, b in pairs(graph) if a in place])


def _labelled(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks, of which those have labels for whose labels there is room.

    The largest come first; the page finds room for more when its reader goes nearer.
    """
    taken: list[Box] = []
    shown = set()
    for mark in sorted(marks, key=lambda mark: (-mark.radius, mark.key)):
        room = _box((mark.x, mark.y), mark.radius, mark.lines, above=mark.above)
        if not any(min(room.overlap(other)) > 0 for other in taken):
            taken.append(room)
            shown.add(mark.key)
    return [replace(mark, labelled=mark.key in shown) for mark in marks]


def _lines(graph: nx.Graph[str], keys: Sequence[str], scale: Scale) -> tuple[Line, ...]:
    place = {key: number for number, key in enumerate(keys)}
    weights = {ends: weight(graph, *ends) for ends in pairs(graph)}
    width = _widths(list(weights.values()), *scale.widths)
    return tuple(Line(place[a], place[b], width(w), w) for (a, b), w in weights.items())


def _widths(weights: Sequence[float], thinnest: float, thickest: float) -> Callable[[float], float]:
    """Return the width of a line by its weight; the widest is no wider than it is heavier."""
    least, most = min(weights, default=0), max(weights, default=0)
    if most <= least:
        return lambda _: thinnest * 1.3
    widest = min(thickest, thinnest * most / least) if least > 0 else thickest
    return lambda weight: thinnest + (widest - thinnest) * (weight - least) / (most - least)
