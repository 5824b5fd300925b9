"""A source opened for reading: its bytes, its name, and what its carrier says of its kind."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Any, cast

from kg.errors import UnreadableError

STDIN = "-"

# A release takes a few thousand characters; a PDF or a page with pictures, a few million bytes.
MAX_TEXT = 5_000_000
MAX_FILE = 50_000_000
HEAD = 4096


@dataclass(frozen=True, slots=True)
class Source:
    """Where releases are read from: a stream of bytes and what is known of it before reading.

    `media_type` and `charset` are what the carrier (HTTP, a mail) declares; `url` is where it lies.
    """

    origin: str
    stream: BufferedReader
    suffix: str = ""
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None

    def head(self) -> bytes:
        """Return the first bytes without taking them off the stream."""
        return self.stream.peek(HEAD)[:HEAD]

    def content(self, limit: int = MAX_FILE) -> bytes:
        """Return all bytes; over `limit` of them it is no press release."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise too_long(self.origin, limit)
        return data


def too_long(origin: str, limit: int) -> UnreadableError:
    """Return the error for a source, or a text, of more than `limit` bytes or characters."""
    return UnreadableError(
        f"{origin}: over {limit // 1_000_000} MB, so this is no press release",
        "Split it into one file a release, or into JSON lines (.jsonl) with one release a line.",
    )


def is_url(source: str) -> bool:
    """Tell whether `source` is to be fetched over HTTP."""
    return source.lower().startswith(("http://", "https://"))


@contextmanager
def opened(source: str) -> Iterator[Source]:
    """Open a path, a URL or "-" for stdin, and close it at the end (all but stdin)."""
    if source == STDIN:
        stream = BufferedReader(cast(Any, sys.stdin.buffer))
        try:
            yield Source("stdin", stream)
        finally:
            # Else stdin itself is closed with its reader.
            stream.detach()
    elif is_url(source):
        # urllib and ssl take longer to load than most releases to read.
        from kg.releases.url import fetch

        yield fetch(source)
    else:
        with _existing(Path(source)).open("rb") as file:
            yield Source(source, file, Path(source).suffix.lower())


def _existing(path: Path) -> Path:
    if path.is_dir():
        raise UnreadableError(
            f"{path}: no release in this folder",
            "Its files need a known suffix (.txt, .html, .pdf, .docx, .eml, .xml, .jsonl); "
            "name the others one by one.",
        )
    if not path.exists():
        raise UnreadableError(f"{path}: no such file", "Check the name.")
    return path
