"""Bytes that are made as they are read, for parsers that want a file."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


def stream(pieces: Iterator[bytes]) -> BufferedReader:
    """Return a file to read from, whose content are the pieces, each made when it is come to."""
    return BufferedReader(_Pieces(pieces))


class _Pieces(RawIOBase):
    """A stream of bytes over pieces that are made as they are read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._rest = pieces, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        self._rest = self._rest or next(self._pieces, b"")
        size = min(len(view), len(self._rest))
        view[:size], self._rest = self._rest[:size], self._rest[size:]
        return size
