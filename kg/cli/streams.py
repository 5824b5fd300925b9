"""Input: files, and `-` for standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from kg.errors import UnreadableError

STANDARD: Final = "-"


def read_bytes(source: str) -> bytes:
    """Return the bytes of the file `source`, or of standard input."""
    if source == STANDARD:
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except OSError as error:
        raise UnreadableError(
            f"{source}: {error.strerror}", "Name a file that exists and may be read."
        ) from error


def read_text(source: str) -> str:
    """Return the text of the file `source`, which must be UTF-8, or of standard input."""
    try:
        return read_bytes(source).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"{source}: the byte at {error.start} is not UTF-8", "Save it as UTF-8 text."
        ) from error
