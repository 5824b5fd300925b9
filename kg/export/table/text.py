"""A table to look at: columns aligned, long cells wrapped to the width of the terminal."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import BinaryIO, Final

from pyoxigraph import Literal, NamedNode
from wcwidth import wcswidth, wcwidth

from kg.export.rdf.prefixes import shorten
from kg.store.base import Boolean, Rows, Term
from kg.store.results import lexical
from kg.vocab import XSD

GAP: Final = "  "
LEAST: Final = 8
NUMBERS: Final = frozenset((XSD.integer, XSD.decimal, XSD.nonNegativeInteger))
_UNSEEN: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


class Text:
    """Writes one answer as aligned text; on a terminal it keeps to the terminal's width."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._out = out
        self._width = shutil.get_terminal_size().columns if out.isatty() else None

    def write(self, item: Rows | Boolean, /) -> None:
        """Write the answer, whole: the widths are known when all rows are."""
        if isinstance(item, Boolean):
            lines = iter(("yes" if item else "no",))
        else:
            lines = table(item, self._width)
        self._out.writelines(f"{line}\n".encode() for line in lines)

    def finalize(self) -> None:
        """Do nothing: the table is whole."""


def table(rows: Rows, width: int | None = None) -> Iterator[str]:
    """Yield the lines of a table at most `width` columns wide where that can be."""
    cells = [[_shown(term) for term in row] for row in rows.rows]
    right = [_is_number(rows, index) for index in range(len(rows.variables))]
    widths = _widths([list(rows.variables), *cells], width)
    for row in ([*rows.variables], ["-" * w for w in widths], *cells):
        wrapped = (_wrap(cell, w) for cell, w in zip(row, widths, strict=True))
        for line in zip_longest(*wrapped, fillvalue=""):
            padded = map(_pad, line, widths, right)
            yield GAP.join(padded).rstrip()


def _shown(term: Term | None) -> str:
    """Return a cell on one line, vocabulary terms shortened, without control characters."""
    if term is None:
        return ""
    text = shorten(term.value) if isinstance(term, NamedNode) else lexical(term)
    return _UNSEEN.sub(" ", text).strip()


def _is_number(rows: Rows, index: int) -> bool:
    terms = [row[index] for row in rows.rows if row[index] is not None]
    return bool(terms) and all(
        isinstance(term, Literal) and term.datatype.value in NUMBERS for term in terms
    )


def _widths(rows: Sequence[Sequence[str]], width: int | None) -> list[int]:
    """Return a width a column, the widest ones narrowed until the table fits."""
    widths = [max(map(_columns, column)) for column in zip(*rows, strict=True)]
    if width is None:
        return widths
    room = width - len(GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > LEAST:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths


def _wrap(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` columns, broken at blanks where there are any."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if _columns(joined) <= width:
            lines[-1] = joined
        else:
            lines += _chopped(word, width)
    return lines if lines[0] or len(lines) == 1 else lines[1:]


def _chopped(word: str, width: int) -> list[str]:
    """Return a word in pieces of at most `width` columns."""
    pieces = [""]
    for char in word:
        if _columns(pieces[-1] + char) > width and pieces[-1]:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _pad(text: str, width: int, right: bool) -> str:
    blanks = " " * (width - _columns(text))
    return blanks + text if right else text + blanks


def _columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    whole = wcswidth(text)
    return whole if whole >= 0 else sum(max(wcwidth(char), 0) for char in text)
