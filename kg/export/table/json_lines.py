"""JSON lines: an object a row, numbers and truth values as such, all else as text."""

from __future__ import annotations

from typing import BinaryIO, Final, TypeAlias

from pyoxigraph import Literal

from kg.export.plain import dump
from kg.store.base import Boolean, Rows, Term
from kg.store.results import lexical
from kg.vocab import XSD

Plain: TypeAlias = str | int | float | bool

INTEGERS: Final = frozenset((XSD.integer, XSD.nonNegativeInteger, XSD.gYear))
DECIMALS: Final = frozenset((XSD.decimal, XSD.double))


class JsonLines:
    """Writes a line a row; an unbound variable is null."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._out = out

    def write(self, item: Rows | Boolean, /) -> None:
        """Write the answer's rows; the answer to an ASK is one line."""
        if isinstance(item, Boolean):
            self._line({"boolean": item.value})
            return
        for row in item.rows:
            cells = (None if term is None else _plain(term) for term in row)
            self._line(dict(zip(item.variables, cells, strict=True)))

    def finalize(self) -> None:
        """Do nothing: each line is whole."""

    def _line(self, row: dict[str, Plain | None]) -> None:
        self._out.write(dump(row).encode() + b"\n")


def _plain(term: Term) -> Plain:
    kind = term.datatype.value if isinstance(term, Literal) else ""
    text = lexical(term)
    try:
        if kind in INTEGERS:
            return int(text)
        if kind in DECIMALS:
            return float(text)
    except ValueError:  # an ill-formed number stays what the data says
        return text
    return {"true": True, "false": False}.get(text, text) if kind == XSD.boolean else text
