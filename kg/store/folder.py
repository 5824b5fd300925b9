"""The folder of a store: `spacekg.json`, which makes it a store, the quads, their index, the locks.

The quads are Oxigraph's (RocksDB's) and lie in `quads/`. A change goes through `Folder.change`: the
index announces it, the quads change in one transaction, the index records it. A reader sees quads and
index of the moment at which it opened them.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store import changes, locks, metadata
from kg.store.changes import Change
from kg.store.failures import told
from kg.store.graphs import Graphs
from kg.store.index import kept, opening, schema
from kg.store.index.rows import Statements
from kg.store.index.writer import Index
from kg.store.metadata import Metadata
from kg.store.tables import Tables

QUADS: Final = "quads"
_BUILD: Final = "Make one with: spacekg build RELEASES... --store"
_PATIENCE: Final = 10.0
_SHORT: Final = 1.0
_PAUSE: Final = 0.01
# What a folder may hold whose making was cut short.
_OURS: Final = frozenset({QUADS, f"{metadata.FILE}.new", *locks.FILES})


class Folder:
    """A store's folder, open: to read, or for its one writer."""

    def __init__(
        self,
        path: Path,
        engine: ox.Store,
        graphs: Graphs,
        *,
        lock: locks.WriterLock | None = None,
        snapshot: sqlite3.Connection | None = None,
        tables: Tables | None = None,
    ) -> None:
        self.path = path
        self.engine = engine
        self._graphs = graphs
        self._lock = lock
        self._snapshot = snapshot
        self._tables = tables
        self._index: Index | None = None
        if lock is not None:
            self._index = opening.for_writing(path, engine, graphs)

    @classmethod
    def to_read(cls, path: Path, graphs: Graphs) -> Self:
        """Open the store as it stands now."""
        with told(str(path)), locks.still(path) as sure:
            engine, tables = _read_only(path)
            snapshot = opening.for_reading(path) if sure else None
            return cls(path, engine, graphs, snapshot=snapshot, tables=tables)

    @classmethod
    def to_write(cls, path: Path, graphs: Graphs) -> Self:
        """Open the store to change it; StoreLockedError where another process has it open so."""
        with told(str(path)):
            quads, lock = _quads(path), locks.WriterLock(path)
            try:
                # Readers trust the index where they can lock it: a restored store has no lock yet.
                (path / locks.CHANGE).touch()
                return cls(path, ox.Store(str(quads)), graphs, lock=lock)
            except BaseException:
                lock.release()
                raise

    @property
    def index(self) -> sqlite3.Connection | None:
        """Return the index where it is in step with the quads."""
        if self._index is None:
            return self._snapshot
        return None if self._index.pending() else self._index.connection

    def change(self, change: Change, releases: Mapping[str, Statements | None]) -> None:
        """Make a change of the quads, in which these releases (or the base) come to say this."""
        if self._index is None:
            changes.apply(self.engine, change)
            return
        if self._index.pending():  # an earlier change failed
            self._index = opening.caught_up(self._index, self.path, self.engine, self._graphs)
        with locks.changing(self.path):
            self._index.announce(releases, change)
            changes.apply(self.engine, change)
            self._index.record(change, releases)

    def remember(self, name: str, digest: str, content: str) -> None:
        """Keep in the index what was worked out of it, where it is in step with the quads."""
        if self._index is not None and not self._index.pending():
            kept.put(self._index.connection, name, digest, content)

    def close(self) -> None:
        """Let go of all; what is in the quads' memory goes to the disk."""
        if self._snapshot is not None:
            self._snapshot.close()
        if self._tables is not None:
            self._tables.close()
        if self._index is not None and self._lock is not None:
            with told(str(self.path)):
                self.engine.flush()
                opening.close(self._index)
            # RocksDB ends its work in the background here, while the store is still locked.
            del self.engine
            self._lock.release()


def described(path: Path, *, create: bool, base: str) -> Metadata:
    """Return what the store in `path` says of itself; make an empty one where `create` says so."""
    if not (path / metadata.FILE).is_file():
        if not create:
            raise StoreError(f"no store at {path}", f"{_BUILD} {path}")
        _make(path, Metadata(base))
    return metadata.read(path)


def _make(path: Path, meta: Metadata) -> None:
    """Make an empty store. Its metadata comes last: what has none is no store yet."""
    with told(str(path)):
        path.mkdir(parents=True, exist_ok=True)
        strangers = sorted({p.name for p in path.iterdir()} - _OURS - set(schema.FILES))
        if strangers:
            raise StoreError(
                f"{path} is no store, and it holds other files ({strangers[0]})",
                "Give an empty or a new folder.",
            )
        ox.Store(str(path / QUADS)).flush()
        (path / locks.CHANGE).touch()
        metadata.write(path, meta)


def _quads(path: Path) -> Path:
    """Return where the quads are, and make sure that they are there."""
    quads = path / QUADS
    if not (quads / "CURRENT").is_file():
        raise StoreError(
            f"the store in {path} is damaged: {quads} holds no database",
            "Restore the folder from a backup, or build it again.",
        )
    return quads


def _read_only(path: Path) -> tuple[ox.Store, Tables | None]:
    """Open the quads to read, and hold their tables.

    A writer that tidies up may take away files that its list still names; a moment later it does not.
    """
    quads = _quads(path)
    end = time.monotonic() + (_PATIENCE if locks.is_written(path) else _SHORT)
    while True:
        tables = None
        try:
            tables = Tables.held(quads)
            return ox.Store.read_only(str(tables.folder if tables else quads)), tables
        except (OSError, RuntimeError) as error:
            if tables is not None:
                tables.close()
            if "No such file" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(_PAUSE)
