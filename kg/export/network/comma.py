"""Rows of comma-separated values, quoted as RFC 4180 says, in UTF-8 with line feeds."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from typing import BinaryIO


class Rows:
    """Writes one row at a time to a binary stream."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._line = out, StringIO(newline="")
        self._writer = csv.writer(self._line, lineterminator="\n")

    def write(self, cells: Iterable[str]) -> None:
        """Write one row."""
        self._writer.writerow(cells)
        self._out.write(self._line.getvalue().encode())
        self._line.seek(0)
        self._line.truncate()
