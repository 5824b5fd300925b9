"""Rows of comma-separated values, as RFC 4180 defines them, in UTF-8."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from typing import BinaryIO


class Rows:
    """Writes one row at a time to a binary stream."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._line = out, StringIO(newline="")
        self._writer = csv.writer(self._line)

    def write(self, cells: Iterable[str]) -> None:
        """Write one row."""
        self._writer.writerow(cells)
        self._out.write(self._line.getvalue().encode())
        self._line.seek(0)
        self._line.truncate()
