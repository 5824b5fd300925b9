"""Opens the index of a store: for a writer always true, made again where need be; for a reader if it is.

A mark in the index says that a writer has it open, and since which start of the machine. A process
that is killed loses nothing; a machine that fails may lose the last changes of the quads or of the
index, and not the same. Then the index is made again.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from kg.store.changes import triples_of
from kg.store.graphs import Graphs
from kg.store.index import rows, schema
from kg.store.index.writer import BASE, Content, Index

_BOOT: Final = Path("/proc/sys/kernel/random/boot_id")
_CLOSED: Final = ""


def for_writing(folder: Path, engine: ox.Store, graphs: Graphs) -> Index:
    """Open the index of the store in `folder`, in step with its quads."""
    path, quads = folder / schema.FILE, _Quads(engine, graphs)
    try:
        connection = schema.connect(path)
        if _sound(connection):
            index = caught_up(Index(connection), folder, engine, graphs)
            _mark(index.connection, _boot())
            return index
        connection.close()
    except sqlite3.DatabaseError as error:
        # A file that is no index, or a damaged one, holds nothing that the quads do not say. A disk
        # that is full or busy is another matter.
        if type(error) is not sqlite3.DatabaseError:
            raise
    return _made_again(path, quads)


def caught_up(index: Index, folder: Path, engine: ox.Store, graphs: Graphs) -> Index:
    """Return the index with what was announced to it and not recorded."""
    quads, pending = _Quads(engine, graphs), index.pending()
    if BASE in pending:
        index.connection.close()
        return _made_again(folder / schema.FILE, quads)
    if pending:
        index.catch_up(quads.states, quads.release)
    return index


def for_reading(folder: Path) -> sqlite3.Connection | None:
    """Open the index as it stands now, and for as long as it is open; None where it is not true.

    The caller keeps writers away until the quads are open as well.
    """
    path = folder / schema.FILE
    if not path.is_file():
        return None
    connection = None
    try:
        connection = schema.connect(path, read_only=True)
        connection.execute("BEGIN")
        pending = connection.execute("SELECT 1 FROM pending").fetchone()
        if _sound(connection) and pending is None:
            return connection
        connection.close()
    except sqlite3.Error:
        # The index only makes answers quicker; SPARQL gives the same without it.
        if connection is not None:
            connection.close()
    return None


def close(index: Index) -> None:
    """Close the index of a writer whose quads are on the disk."""
    with suppress(sqlite3.OperationalError):
        # A reader may still need what lies in the write-ahead log; the next writer tidies up.
        index.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    _mark(index.connection, _CLOSED)
    index.connection.close()


def _made_again(path: Path, quads: _Quads) -> Index:
    for name in schema.FILES:
        path.with_name(name).unlink(missing_ok=True)
    connection = schema.connect(path)
    schema.make(connection)
    index = Index(connection)
    index.fill(quads.facts(), quads.everything())
    _mark(connection, _boot())
    return index


@dataclass(frozen=True, slots=True)
class _Quads:
    """What the index asks the quads."""

    engine: ox.Store
    graphs: Graphs

    def states(self, triple: Triple) -> bool:
        """Tell whether the default graph holds a fact."""
        return Quad(triple.subject, triple.predicate, triple.object) in self.engine

    def release(self, release: str) -> Content:
        """Return the facts and the evidence of a release."""
        names = self.graphs.facts(release), self.graphs.evidence(release)
        facts, evidence = (triples_of(self.engine, name) for name in names)
        return facts, evidence

    def everything(self) -> Iterator[tuple[str, rows.Statements]]:
        """Yield all releases, each with what it says."""
        names = (n for n in self.engine.named_graphs() if isinstance(n, NamedNode))
        for name in self.graphs.releases(names):
            yield name.value, rows.statements(name.value, *self.release(name.value))

    def facts(self) -> Iterator[Triple]:
        """Yield the default graph."""
        quads = self.engine.quads_for_pattern(None, None, None, DefaultGraph())
        return (quad.triple for quad in quads)


def _sound(connection: sqlite3.Connection) -> bool:
    """Tell whether the index has our tables, whole, and saw the machine stop if it did."""
    if schema.version(connection) != schema.VERSION:
        return False
    state = dict(connection.execute("SELECT name, value FROM state"))
    return state.get("whole") == "yes" and state.get("writer") in (_CLOSED, _boot())


def _mark(connection: sqlite3.Connection, writer: str) -> None:
    """Say on the disk itself that a writer has the index open, or that it has closed it."""
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("INSERT OR REPLACE INTO state VALUES ('writer', ?)", (writer,))
    connection.execute("PRAGMA synchronous = NORMAL")


def _boot() -> str:
    """Return what tells this start of the machine from others; where nothing does, "unknown"."""
    return _BOOT.read_text().strip() if _BOOT.is_file() else f"unknown {os.getpid()}"
