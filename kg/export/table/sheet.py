"""CSV to open in a spreadsheet: accents come out right, and no cell runs as a formula."""

from __future__ import annotations

from typing import BinaryIO

from kg.export.comma import SheetRows
from kg.store.base import Boolean, Rows
from kg.store.results import lexical


class Sheet:
    """Writes one answer as rows for a spreadsheet."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._rows = SheetRows(out)

    def write(self, item: Rows | Boolean, /) -> None:
        """Write the header and a row a row; the answer to an ASK is one cell."""
        if isinstance(item, Boolean):
            self._rows.write(["yes" if item else "no"])
            return
        self._rows.write(item.variables)
        for row in item.rows:
            self._rows.write("" if term is None else lexical(term) for term in row)

    def finalize(self) -> None:
        """Do nothing: each row is whole."""
