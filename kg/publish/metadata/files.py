"""Files that are no documents: dumps, sitemap, robots.txt, the JSON-LD context, VoID at its well-known address."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from kg.export.rdf import context
from kg.publish.documents import dataset
from kg.publish.documents.document import DATASET, Store
from kg.publish.formats import BY_MEDIA_TYPE, TURTLE
from kg.publish.metadata import dumps, sitemap
from kg.publish.representation import render

WELL_KNOWN: Final = ".well-known/void"
CONTEXT: Final = "context.jsonld"
_XML: Final = "application/xml"
_TEXT: Final = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Extra:
    """A file: its path, its media type, its bytes or where they lie, and their SHA-256."""

    path: str
    content_type: str
    body: bytes | Path
    digest: str

    def opened(self) -> BinaryIO:
        """Return the bytes as a file to read."""
        return BytesIO(self.body) if isinstance(self.body, bytes) else self.body.open("rb")


def all_of(store: Store) -> Iterator[Extra]:
    """Yield every file."""
    yield _small(sitemap.ROBOTS, _TEXT, sitemap.robots(store).encode())
    for path, text in sitemap.parts(store).items():
        yield _small(path, _XML, text.encode())
    yield _small(CONTEXT, "application/ld+json", context.document().encode())
    described = dataset.find(store, DATASET)
    assert described is not None
    yield _small(WELL_KNOWN, TURTLE, render(described, BY_MEDIA_TYPE[TURTLE], store).body)
    for dump in dumps.of(store).all:
        yield Extra(dump.path, dump.content_type, dump.file, dump.digest)


def forget() -> None:
    """Describe, dump and list anew: a store has changed."""
    dumps.forget()
    dataset.forget()
    by_path.cache_clear()


def _small(path: str, content_type: str, body: bytes) -> Extra:
    return Extra(path, content_type, body, hashlib.sha256(body).hexdigest())


@lru_cache(maxsize=4)
def by_path(store: Store) -> dict[str, Extra]:
    """Return every file by its path."""
    return {extra.path: extra for extra in all_of(store)}
