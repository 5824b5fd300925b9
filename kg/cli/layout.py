"""Text for a terminal: paragraphs and tables that keep to a width."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Final

WIDTH: Final = 100
GAP: Final = "  "


def paragraph(text: str, *, indent: int = 0, hanging: int | None = None) -> str:
    """Return `text` wrapped to the width; lines after the first are indented by `hanging`."""
    rest = " " * (indent if hanging is None else hanging)
    return textwrap.fill(text, WIDTH, initial_indent=" " * indent, subsequent_indent=rest)


def table(header: Sequence[str], rows: Sequence[Sequence[str]], *, width: int = WIDTH) -> str:
    """Return an aligned table; where it is too wide, its widest columns are wrapped."""
    widths = _fitted([header, *rows], width)
    rule = tuple("─" * w for w in widths)
    lines = [_line(header, widths), _line(rule, widths)]
    for row in rows:
        lines += _wrapped(row, widths)
    return "\n".join(lines)


def _fitted(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return a width a column, the widest ones shortened until all fit into `width`."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    room = width - len(GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > 1:
        widest = max(range(len(widths)), key=lambda i: widths[i])
        widths[widest] -= 1
    return widths


def _wrapped(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    cells = [textwrap.wrap(c, w) or [""] for c, w in zip(row, widths, strict=True)]
    height = max(map(len, cells))
    padded = [cell + [""] * (height - len(cell)) for cell in cells]
    return [_line(line, widths) for line in zip(*padded, strict=True)]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(c.ljust(w) for c, w in zip(cells, widths, strict=True)).rstrip()
