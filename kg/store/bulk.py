"""Fill a new store from files of N-Quads, by Oxigraph's bulk loader, and index it at the end.

The store is made under another name (`{folder}.loading`) and moved to its place when it is whole. What
files are in it is noted after each, so that a load that was stopped is taken up; a file that was cut
short in the midst is loaded again, which changes nothing of what it had brought.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final, Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.embedded import EmbeddedStore
from kg.store.failures import told
from kg.store.folder import QUADS
from kg.store.index import schema
from kg.store.stream import stream

_NOTES: Final = "loaded.json"


class BulkStore:
    """A store under construction; `source` is what it is filled from, and must stay the same."""

    def __init__(self, folder: Path, source: str) -> None:
        self._folder, self._source = folder, source
        self._draft = folder.with_name(f"{folder.name}.loading")
        self._loaded: tuple[str, ...] = ()

    @classmethod
    def begin(cls, folder: Path, source: str, base: str) -> Self:
        """Begin a store, or take one up that was begun from the same source.

        StoreError where the folder holds something, or was begun from another source.
        """
        if folder.exists() and any(folder.iterdir()):
            raise StoreError(f"{folder} is not empty", "Give a folder that does not exist yet.")
        store = cls(folder, source)
        with told(str(folder)):
            EmbeddedStore.open(store._draft, create=True, base=base).close()
            store._loaded = store._noted()
        return store

    @property
    def draft(self) -> Path:
        """Return the folder in which the store is made."""
        return self._draft

    @property
    def loaded(self) -> tuple[str, ...]:
        """Return the names of the files that are in it."""
        return self._loaded

    def load(self, name: str, quads: IO[bytes]) -> None:
        """Put in the quads of a file; facts of releases go into the default graph as well."""
        with told(str(self._folder)):
            engine = ox.Store(str(self._draft / QUADS))
            engine.bulk_load(stream(_with_stated(quads)), ox.RdfFormat.N_QUADS)
            engine.flush()
            del engine
            self._loaded = (*self._loaded, name)
            self._note()

    def finish(self) -> None:
        """Make the index, and move the store to its place."""
        with told(str(self._folder)):
            for name in schema.FILES:
                (self._draft / name).unlink(missing_ok=True)
            EmbeddedStore.open(self._draft).close()
            (self._draft / _NOTES).unlink(missing_ok=True)
            if self._folder.exists():
                self._folder.rmdir()
            self._draft.rename(self._folder)

    def _noted(self) -> tuple[str, ...]:
        path = self._draft / _NOTES
        if not path.is_file():
            return ()
        notes = json.loads(path.read_text(encoding="utf-8"))
        if notes["source"] != self._source:
            raise StoreError(
                f"{self._draft} was begun from other files", "Remove it, then load again."
            )
        return tuple(notes["files"])

    def _note(self) -> None:
        draft = self._draft / f"{_NOTES}.new"
        with draft.open("w", encoding="utf-8") as file:
            json.dump({"source": self._source, "files": self._loaded}, file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._draft / _NOTES)


def _with_stated(lines: IO[bytes]) -> Iterator[bytes]:
    """Yield N-Quads, in which each fact of a release is said once more, of the default graph.

    They come some thousand lines at a time; a graph's name is the last term of a line.
    """
    while some := lines.readlines(1 << 20):
        facts = [
            line[: line.rindex(b" <")] + b" .\n" for line in some if b"/graph/release/" in line
        ]
        yield b"".join(some + facts)
