"""Boxes moved apart until none overlaps, and groups of boxes packed on one sheet."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

ROUNDS: Final = 400
CLEARINGS: Final = 12
GAP: Final = 44.0


@dataclass(slots=True)
class Box:
    """A node with its label: the centre of the node, and how far the box reaches from it."""

    x: float
    y: float
    side: float
    up: float
    down: float

    @property
    def middle(self) -> float:
        """Return the height of the middle of the box, below that of the node if it has a label."""
        return self.y + (self.down - self.up) / 2

    def overlap(self, other: Box) -> tuple[float, float]:
        """Return how far the two reach into each other across and down; both positive if so."""
        half = (self.up + self.down + other.up + other.down) / 2
        across = self.side + other.side - abs(self.x - other.x)
        return across, half - abs(self.middle - other.middle)


def part(boxes: Sequence[Box], rounds: int = ROUNDS) -> None:
    """Push overlapping boxes apart, each pair along the shorter way, until none overlaps."""
    for _ in range(rounds):
        pushed = False
        for one, other in _close(boxes):
            across, down = one.overlap(other)
            if across > 0 and down > 0:
                _push(one, other, across, down)
                pushed = True
        if not pushed:
            return


def _close(boxes: Sequence[Box]) -> Iterator[tuple[Box, Box]]:
    """Yield the pairs of boxes that may overlap: a sweep from left to right."""
    order = sorted(boxes, key=lambda box: (box.x - box.side, box.y))
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if other.x - other.side >= one.x + one.side:
                break
            yield one, other


def _push(one: Box, other: Box, across: float, down: float) -> None:
    if across < down:
        step = math.copysign(across / 2 + 0.1, other.x - one.x)
        one.x, other.x = one.x - step, other.x + step
        return
    step = math.copysign(down / 2 + 0.1, other.middle - one.middle)
    one.y, other.y = one.y - step, other.y + step


def clear(boxes: Sequence[Box], ties: Sequence[tuple[int, int]], gap: float = 15.0) -> None:
    """Move nodes off the lines that pass them by, so that no tie seems to end at one; then `part`.

    What is crowded may stay near a line: after `CLEARINGS` rounds it is left.
    """
    for _ in range(CLEARINGS):
        moved = [_clear(boxes, node, ties, gap) for node in range(len(boxes))]
        part(boxes)
        if not any(moved):
            return


def _clear(boxes: Sequence[Box], node: int, ties: Sequence[tuple[int, int]], gap: float) -> bool:
    """Move one node off the lines that are nearer than `gap`, each by half of what lacks."""
    box, moved = boxes[node], False
    for source, target in ties:
        if node in {source, target}:
            continue
        away = _away(box, boxes[source], boxes[target], gap)
        if away is not None:
            box.x, box.y, moved = box.x + away[0] / 2, box.y + away[1] / 2, True
    return moved


def _away(box: Box, source: Box, target: Box, gap: float) -> tuple[float, float] | None:
    """Return the way off a line, at right angles to it; None where the node is not beside it."""
    dx, dy = target.x - source.x, target.y - source.y
    length = math.hypot(dx, dy)
    if not length:
        return None
    along = ((box.x - source.x) * dx + (box.y - source.y) * dy) / length
    aside = ((box.x - source.x) * dy - (box.y - source.y) * dx) / length
    if not 0 < along < length or abs(aside) >= gap:
        return None
    lacks = math.copysign(gap - abs(aside), aside)
    return dy / length * lacks, -dx / length * lacks


@dataclass(frozen=True, slots=True)
class Extent:
    """The rectangle around some boxes."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Return how wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return how high it is."""
        return self.bottom - self.top


def extent(boxes: Sequence[Box]) -> Extent:
    """Return the rectangle around `boxes`."""
    return Extent(
        min((box.x - box.side for box in boxes), default=0),
        min((box.y - box.up for box in boxes), default=0),
        max((box.x + box.side for box in boxes), default=0),
        max((box.y + box.down for box in boxes), default=0),
    )


def pack(groups: Sequence[Sequence[Box]], aspect: float = 1.6) -> None:
    """Put groups of boxes side by side, in rows, on a sheet of about this width by height."""
    sizes = [extent(group) for group in groups]
    area = sum((size.width + GAP) * (size.height + GAP) for size in sizes)
    widest = max((size.width for size in sizes), default=0)
    room = max(widest, math.sqrt(area * aspect))
    x = y = row = 0.0
    for group, size in zip(groups, sizes, strict=True):
        if x and x + size.width > room:
            x, y, row = 0.0, y + row + GAP, 0.0
        for box in group:
            box.x += x - size.left
            box.y += y - size.top
        x += size.width + GAP
        row = max(row, size.height)
