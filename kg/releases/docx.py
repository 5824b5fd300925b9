"""Reads a Word document (DOCX): its paragraphs and tables, by python-docx.

Letterheads (headers, footers) and text boxes are no part of the text. Of the metadata only the
title is taken: the dates are those of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from kg.model import Release
from kg.releases.libraries import name_and_version, needed, parsing
from kg.releases.prose import paragraphs, prose, titled
from kg.releases.source import MAX_FILE, Source, too_long
from kg.releases.stated import line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_REMEDY = "Save it anew as DOCX, or as plain text."


def read(source: Source) -> Iterator[Release]:
    """Yield the one release of a Word document."""
    data = source.content()
    with needed("docx", source.origin):
        import docx
    with parsing("Word document (DOCX)", source.origin, _REMEDY):
        _check_unpacked(data, source.origin)
        document = docx.Document(BytesIO(data))
        title = line(document.core_properties.title)
        text = titled(paragraphs(list(_lines(document))), title)
    yield Release(
        text=prose(text, source.origin),
        origin=source.origin,
        title=title,
        source=source.url,
        media_type=MEDIA_TYPE,
        extraction=name_and_version("python-docx"),
    )


def _check_unpacked(data: bytes, origin: str) -> None:
    """Refuse a small file that unpacks to a huge one; `zipfile` holds each part to its size."""
    with ZipFile(BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > 2 * MAX_FILE:
            raise too_long(origin, 2 * MAX_FILE)


def _lines(document: Document) -> Iterator[str]:
    from docx.text.paragraph import Paragraph

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        # A cell over several columns is given once for each.
        cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
        yield "\t".join(filter(None, cells))
