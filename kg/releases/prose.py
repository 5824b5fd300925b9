"""The text of a release as every later room expects it."""

from __future__ import annotations

import re
import unicodedata

from kg.errors import UnreadableError
from kg.releases.source import MAX_TEXT, too_long

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def prose(text: str, origin: str) -> str:
    """Return `text` in NFC, with line feeds, without byte order mark; it must say something."""
    if len(text) > MAX_TEXT:
        raise too_long(origin, MAX_TEXT)
    if not text.replace("\ufeff", "").strip():
        raise UnreadableError(f"{origin}: no text", "Remove it, or look why it is empty.")
    _check_storable(text, origin)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines)


def _check_storable(text: str, origin: str) -> None:
    """Refuse what no RDF literal can hold: NUL and lone halves of surrogate pairs."""
    if _UNSTORABLE.search(text):
        raise UnreadableError(
            f"{origin}: holds characters that are no text (NUL, lone surrogates)",
            "Write it anew from its source.",
        )


def paragraphs(lines: list[str]) -> str:
    """Join the lines that say something, with an empty line between them."""
    return "\n\n".join(line.strip(" \t\r\n\f\v") for line in lines if line.strip())


def titled(text: str, title: str | None) -> str:
    """Return `text` with `title` as its first line, unless it stands in its beginning already.

    A title alone is no release, so nothing stands before no text.
    """
    if not title or not text.strip() or _folded(title) in _folded(text[: 3 * len(title) + 500]):
        return text
    return f"{title}\n\n{text}"


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
