"""Rows of comma-separated values, as RFC 4180 defines them, in UTF-8."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable
from io import StringIO
from typing import BinaryIO, Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection")."""


class Rows:
    """Writes one row at a time to a binary stream, every cell as it is."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._line = out, StringIO(newline="")
        self._writer = csv.writer(self._line)

    def write(self, cells: Iterable[str]) -> None:
        """Write one row."""
        self._writer.writerow(cells)
        self._out.write(self._line.getvalue().encode())
        self._line.seek(0)
        self._line.truncate()


class SheetRows(Rows):
    """Writes rows for a spreadsheet: a mark that tells UTF-8, and no cell that is a formula.

    What would be one gets an apostrophe before it. So the file is for looking at; programs should
    read that of `Rows`.
    """

    def __init__(self, out: BinaryIO) -> None:
        super().__init__(out)
        out.write(codecs.BOM_UTF8)

    def write(self, cells: Iterable[str]) -> None:
        """Write one row."""
        super().write(map(_harmless, cells))


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return cell.isascii()
