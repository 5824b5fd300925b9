"""Reads a PDF file: its text layer, by pypdf.

A PDF's metadata is not asked: its title is often a file's name and its date that of the export.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from kg.errors import UnreadableError
from kg.model import Release
from kg.releases.libraries import name_and_version, needed, parsing
from kg.releases.prose import prose
from kg.releases.source import MAX_TEXT, Source, too_long

if TYPE_CHECKING:
    from pypdf import PdfReader

MEDIA_TYPE = "application/pdf"

# Ligatures are the font's, not the text's, and a name written with one would not be found.
_LETTERS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    # Fonts without a proper table give control characters and halves of surrogate pairs.
    | {code: None for code in range(32) if chr(code) not in "\t\n\r"}
    | dict.fromkeys(range(0xD800, 0xE000))
)
_SENTENCE_END = re.compile(r"[.!?:»”\")]\s*$")


def read(source: Source) -> Iterator[Release]:
    """Yield the one release of a PDF file."""
    data = source.content()
    with needed("pypdf", source.origin):
        from pypdf import PdfReader
    with parsing("PDF file", source.origin, "Export it anew, or save its text as plain text."):
        pages = list(_pages(PdfReader(BytesIO(data)), source.origin))
    if not any(pages):
        raise UnreadableError(
            f"{source.origin}: a PDF without text ({len(pages)} pages), as a scan is",
            "Run text recognition (OCR) over it first.",
        )
    yield Release(
        text=prose(_joined(pages), source.origin),
        origin=source.origin,
        source=source.url,
        media_type=MEDIA_TYPE,
        extraction=name_and_version("pypdf"),
    )


def _pages(reader: PdfReader, origin: str) -> Iterator[str]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError(
            f"{origin}: this PDF is locked by a password", "Save it without the password."
        )
    length = 0
    for page in reader.pages:
        text = page.extract_text().translate(_LETTERS).strip()
        length += len(text)
        if length > MAX_TEXT:
            raise too_long(origin, MAX_TEXT)
        yield text


def _joined(pages: list[str]) -> str:
    """Join pages; a sentence that runs over the break stays in one paragraph."""
    text = ""
    for page in filter(None, pages):
        gap = "\n\n" if _SENTENCE_END.search(text[-20:]) else "\n"
        text = f"{text}{gap}{page}" if text else page
    return text
