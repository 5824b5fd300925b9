"""The shapes of a picture as SVG elements: nodes, ties, arrow heads, labels."""

from __future__ import annotations

import math
from typing import Final

from kg.export import markup
from kg.export.network.drawing import lettering
from kg.export.network.drawing.picture import LETTERS, Line, Mark

_ARROW: Final = 5.0


def number(value: float) -> str:
    """Return a coordinate: a tenth of a pixel is enough for any eye."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def at(x: float, y: float) -> str:
    """Return the attributes of a place."""
    return f' x="{number(x)}" y="{number(y)}"'


def sign(x: float, y: float, radius: float, tone: int, *, square: bool) -> str:
    """Return a disc or a square of about the same size."""
    if not square:
        return f'<circle class="c{tone}" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>'
    half = radius * 0.9
    side = markup.attributes(width=number(2 * half), height=number(2 * half), rx=2)
    return f'<rect class="c{tone}"{at(x - half, y - half)}{side}/>'


def tie(source: Mark, target: Mark, line: Line, *, arrow: bool, aside: float) -> str:
    """Return a tie as a line, or as an arrow that ends where its target begins.

    `aside` moves it to its left, so that two arrows between two nodes do not lie on each other.
    """
    dx, dy = target.x - source.x, target.y - source.y
    length = math.hypot(dx, dy) or 1.0
    dx, dy = dx / length, dy / length
    x1, y1 = source.x + dy * aside, source.y - dx * aside
    x2, y2 = target.x + dy * aside, target.y - dx * aside
    if source is target:
        return _loop(source, line)
    if not arrow:
        return _line(x1, y1, x2, y2, line.width)
    head = _ARROW + line.width * 1.3
    reach = target.radius + 2
    tip = (x2 - dx * reach, y2 - dy * reach)
    base = (tip[0] - dx * head, tip[1] - dy * head)
    wings = [(base[0] + s * dy * head / 2, base[1] - s * dx * head / 2) for s in (1, -1)]
    points = " ".join(f"{number(x)},{number(y)}" for x, y in (tip, *wings))
    return f'{_line(x1, y1, *base, line.width)}<polygon points="{points}"/>'


def _line(x1: float, y1: float, x2: float, y2: float, width: float) -> str:
    told = markup.attributes(x1=number(x1), y1=number(y1), x2=number(x2), y2=number(y2))
    return f'<line{told} stroke-width="{number(width)}"/>'


def _loop(mark: Mark, line: Line) -> str:
    """Return a tie of a node with itself: a ring at its shoulder."""
    far = mark.radius * 0.9
    place = f'cx="{number(mark.x + far)}" cy="{number(mark.y - far)}" r="{number(mark.radius)}"'
    return f'<circle class="loop" {place} stroke-width="{number(line.width)}"/>'


def label(mark: Mark) -> str:
    """Return the lines of a label, below its node or above it."""
    step = LETTERS * lettering.LINE
    if mark.above:
        first = mark.y - mark.radius - 5 - step * (len(mark.lines) - 1)
    else:
        first = mark.y + mark.radius + LETTERS + 1
    return "".join(
        f"<tspan{at(mark.x, first + place * step)}>{markup.text(line)}</tspan>"
        for place, line in enumerate(mark.lines)
    )
