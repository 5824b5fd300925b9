"""Reads a plain text file: one release, all of the file.

A first line `SOURCE: <url>` with an empty line after it says where the release was published; it
is no part of the text, which starts after the empty line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Release
from kg.releases.charset import decode
from kg.releases.prose import prose
from kg.releases.source import MAX_TEXT, Source

_SOURCE_LINE = re.compile(r"\ufeff?SOURCE:[ \t]*(\S+)[ \t]*(?:\r\n?|\n){2}")


def read(source: Source) -> Iterator[Release]:
    """Yield the one release of a text file."""
    text, charset = decode(source.content(MAX_TEXT), source.origin, source.charset)
    told = _SOURCE_LINE.match(text)
    yield Release(
        text=prose(text[told.end() :] if told else text, source.origin),
        origin=source.origin,
        source=told[1] if told else source.url,
        extraction=extraction(charset),
    )


def extraction(charset: str) -> str:
    """Say how text was got out of bytes: worth a word only where the character set was guessed."""
    return "text" if charset.startswith(("utf", "ascii")) else f"text ({charset})"
