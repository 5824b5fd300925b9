"""The whole graph as files: what is stated as Turtle and JSON-LD, who said it as N-Quads.

They are written once for a store that is opened, to a folder that goes with it; the same store
gives the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import BinaryIO, Final, cast

from pyoxigraph import DefaultGraph, Quad, Triple

from kg.export import rdf
from kg.publish.documents.document import Store
from kg.publish.formats import BY_SUFFIX

ROOT: Final = "dump/"


@dataclass(frozen=True, slots=True)
class Dump:
    """A file with the graph: what it holds, how many statements, its size and SHA-256.

    `suffix` is that of its syntax (`kg.publish.formats`); `file` is where its bytes are.
    """

    path: str
    suffix: str
    compressed: bool
    statements: int
    size: int
    digest: str
    file: Path

    @property
    def media_type(self) -> str:
        """Return the media type of what it holds, once unpacked."""
        return BY_SUFFIX[self.suffix].media_type

    @property
    def content_type(self) -> str:
        """Return the media type of the file."""
        return "application/gzip" if self.compressed else self.media_type


class Dumps:
    """The files, and the folder in which they are; that goes when nobody holds them any more."""

    def __init__(self, store: Store) -> None:
        folder = Path(tempfile.mkdtemp(prefix="spacekg-dumps-"))
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        stated = [("spacekg.ttl", "ttl"), ("spacekg.jsonld", "jsonld")]
        self.stated = tuple(
            _written(folder / name, suffix, (q.triple for q in store.view.quads(DefaultGraph())))
            for name, suffix in stated
        )
        self.told = _written(folder / "spacekg.nq.gz", "nq", _told(store))

    @property
    def all(self) -> tuple[Dump, ...]:
        """Return all files."""
        return (*self.stated, self.told)


_LOCK: Final = Lock()


def of(store: Store) -> Dumps:
    """Return the dumps of a store; they are written when they are first asked for."""
    with _LOCK:
        return _made(store)


@lru_cache(maxsize=4)
def _made(store: Store) -> Dumps:
    return Dumps(store)


def forget() -> None:
    """Write the dumps of all stores anew when they are next asked for."""
    with _LOCK:
        _made.cache_clear()


def _told(store: Store) -> Iterator[Quad]:
    """Yield the named graphs; the default graph holds nothing that they do not."""
    for graph in store.view.graphs():
        yield from store.view.quads(graph)


def _written(file: Path, suffix: str, found: Iterable[Quad | Triple]) -> Dump:
    counted = _Counted(found)
    with _target(file) as out:
        rdf.write(counted, suffix, out)
    with file.open("rb") as written:
        digest = hashlib.file_digest(written, "sha256").hexdigest()
    compressed = file.suffix == ".gz"
    size = file.stat().st_size
    return Dump(ROOT + file.name, suffix, compressed, counted.count, size, digest, file)


@contextmanager
def _target(file: Path) -> Iterator[BinaryIO]:
    """Open the file to write; a packed one bears neither name nor time."""
    with file.open("wb") as out:
        if file.suffix != ".gz":
            yield out
            return
        with gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
            yield cast(BinaryIO, packed)


class _Counted:
    """Passes statements on and counts them."""

    def __init__(self, found: Iterable[Quad | Triple]) -> None:
        self._found = found
        self.count = 0

    def __iter__(self) -> Iterator[Quad | Triple]:
        for statement in self._found:
            self.count += 1
            yield statement
