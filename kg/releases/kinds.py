"""The kinds of source, in one visible list, and which of them a source is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.errors import UnreadableError
from kg.model import Release
from kg.releases import docx, eml, feed, html, jsonlines, pdf, text
from kg.releases.source import Source

Reader = Callable[[Source], Iterator[Release | UnreadableError]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of source: its reader, and the suffixes, types and first bytes that tell it."""

    read: Reader
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    magic: re.Pattern[bytes] | None = None


def _begins(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:" + pattern + rb")", re.IGNORECASE)


JSON_LINES = Kind(
    jsonlines.read,
    (".jsonl", ".ndjson", ".json"),
    ("application/jsonl", "application/x-ndjson", "application/json"),
    _begins(rb'\{\s*"|\[\s*\{\s*"'),
)
TEXT = Kind(text.read, (".txt", ".text"), ("text/plain",))

# Sniffed in this order: the more telling beginnings first.
KINDS = (
    Kind(pdf.read, (".pdf",), (pdf.MEDIA_TYPE,), _begins(rb"%PDF-")),
    Kind(docx.read, (".docx",), (docx.MEDIA_TYPE,), _begins(rb"PK\x03\x04")),
    Kind(
        feed.read,
        (".xml", ".rss", ".atom"),
        (*feed.MEDIA_TYPES, "application/xml", "text/xml"),
        _begins(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b"),
    ),
    Kind(
        html.read,
        (".html", ".htm", ".xhtml"),
        ("text/html", "application/xhtml+xml"),
        _begins(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b"),
    ),
    JSON_LINES,
    Kind(
        eml.read,
        (".eml",),
        ("message/rfc822",),
        # Headers, among them one that a release on plain paper does not have.
        _begins(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Message-ID|Received):"),
    ),
    TEXT,
)

# What a folder is searched for; its .json files are more often settings or annotations.
SUFFIXES = frozenset(suffix for kind in KINDS for suffix in kind.suffixes) - {".json"}

# Kinds that would pass for text or for noise; better to say what they are.
REFUSED = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file", "Save it as DOCX or PDF."),
    (rb"{\rtf", "an RTF file", "Save it as DOCX, PDF or plain text."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
)


def kind_of(source: Source) -> Kind:
    """Return the kind of `source`: by its suffix, else its media type, else its first bytes."""
    head = source.head()
    for magic, name, remedy in REFUSED:
        if head.startswith(magic):
            raise UnreadableError(f"{source.origin}: this is {name}", remedy)
    return _by_suffix(source.suffix) or _by_media_type(source.media_type) or _by_content(head)


def _by_suffix(suffix: str) -> Kind | None:
    return next((kind for kind in KINDS if suffix in kind.suffixes), None)


def _by_media_type(media_type: str | None) -> Kind | None:
    # Servers call a file that they do not know plain text: then its first bytes say more.
    if media_type == "text/plain":
        return None
    return next((kind for kind in KINDS if media_type in kind.media_types), None)


def _by_content(head: bytes) -> Kind:
    return next((kind for kind in KINDS if kind.magic and kind.magic.match(head)), TEXT)
