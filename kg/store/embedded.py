"""Oxigraph in this process: a folder on disk, or memory.

A folder holds `spacekg.json` (which makes it a store) and `quads/` (Oxigraph's database). One
process writes at a time; RocksDB's lock tells a second one. A release goes in, is replaced or
leaves in one transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.errors import QuerySyntaxError, StoreError, StoreLockedError, UnknownNameError, UsageError
from kg.model import ReleaseGraph
from kg.store import admissible, changes, metadata, results
from kg.store.base import Admission, Bindings, GraphName, Result, Rows
from kg.store.bindings import with_values
from kg.store.graphs import Graphs, pattern
from kg.store.metadata import Metadata
from kg.vocab import DEFAULT_BASE

QUADS = "quads"
_BUILD = "Make one with: spacekg build RELEASES... --store"


class EmbeddedStore:
    """A store in this process: see `kg.store.base.Store` for what it does."""

    def __init__(self, engine: ox.Store, meta: Metadata, folder: Path | None = None) -> None:
        self._engine: ox.Store | None = engine
        self._meta = meta
        self._folder = folder
        self._graphs = Graphs(meta.base)

    @classmethod
    def memory(cls, base: str = DEFAULT_BASE) -> Self:
        """Return an empty store that lives as long as this object."""
        return cls(ox.Store(), Metadata(base))

    @classmethod
    def open(
        cls, path: Path, *, create: bool = False, read_only: bool = False, base: str | None = None
    ) -> Self:
        """Open the store in the folder `path`, or make it where `create` says so.

        `base` is that of a new store; of a store that stands it must be the same.
        """
        if not (path / metadata.FILE).is_file():
            if not create or read_only:
                raise StoreError(f"no store at {path}", f"{_BUILD} {path}")
            _make(path, Metadata(base or DEFAULT_BASE))
        meta = metadata.read(path)
        if base not in (None, meta.base):
            raise StoreError(
                f"the store in {path} has the base <{meta.base}>, not <{base}>",
                f"Give --base {meta.base}, or use another folder.",
            )
        return cls(_open_engine(path, read_only=read_only), meta, path)

    @property
    def base(self) -> str:
        """Return the base IRI under which entities and graphs live."""
        return self._meta.base

    @property
    def where(self) -> str:
        """Return the folder, or "memory"."""
        return str(self._folder or "memory")

    @property
    def engine(self) -> ox.Store:
        """Return Oxigraph's store; whoever writes to it goes past the rules of this one."""
        if self._engine is None:
            raise StoreError(f"the store {self.where} is closed", "Open it again.")
        return self._engine

    def query(self, sparql: str, bindings: Bindings | None = None) -> Result:
        """Answer a SPARQL query over the default graph; `GRAPH` asks the named ones."""
        try:
            return results.read(self.engine.query(with_values(sparql, bindings or {})))
        except SyntaxError as error:
            raise QuerySyntaxError(f"the query does not parse: {error}") from error
        except (OSError, RuntimeError, ValueError) as error:
            raise StoreError(f"{self.where} could not answer the query: {error}") from error

    def select(self, sparql: str, bindings: Bindings | None = None) -> Rows:
        """Answer a SELECT query."""
        answer = self.query(sparql, bindings)
        if not isinstance(answer, Rows):
            raise UsageError("the query is no SELECT", "Write SELECT ... WHERE { ... }.")
        return answer

    def graphs(self) -> tuple[NamedNode, ...]:
        """Return the named graphs, sorted by IRI."""
        with _told(self.where):
            names = (name for name in self.engine.named_graphs() if isinstance(name, NamedNode))
            return tuple(sorted(names, key=str))

    def releases(self) -> tuple[NamedNode, ...]:
        """Return the IRIs of the releases in the store, sorted."""
        return self._graphs.releases(self.graphs())

    def quads(self, graph: GraphName | None = None) -> Iterator[Quad]:
        """Yield quads sorted by graph, the default graph first, then by their N-Triples."""
        everything: tuple[GraphName, ...] = (DefaultGraph(), *self.graphs())
        for name in everything if graph is None else (graph,):
            with _told(self.where):
                quads = sorted(self.engine.quads_for_pattern(None, None, None, name), key=str)
            yield from quads

    def count(self, graph: GraphName | None = None) -> int:
        """Count the quads of one graph, or of all graphs."""
        if graph is None:
            return len(self.engine)
        cell = self.select(f"SELECT (COUNT(*) AS ?n) WHERE {pattern(graph)}").rows[0][0]
        return int(cell.value) if isinstance(cell, Literal) else 0

    def admit(self, graph: ReleaseGraph) -> Admission:
        """Put a release in, in place of what it said before, in one transaction."""
        facts, evidence = admissible.check(graph, self._graphs)
        return self._replace({facts: graph.facts, evidence: graph.evidence})

    def remove(self, release: str) -> Admission:
        """Take a release out, in one transaction."""
        if NamedNode(release) not in self.releases():
            raise UnknownNameError(
                f"the store {self.where} holds no release <{release}>",
                "See what it holds with: spacekg query releases",
            )
        return self._replace({self._graphs.facts(release): (), self._graphs.evidence(release): ()})

    def load_base(self, ontology: Iterable[Quad], authority: Iterable[Quad]) -> Admission:
        """Put the ontology and the authority in, in place of their former versions."""
        contents = admissible.base_contents(self._graphs, ontology, authority)
        digest = admissible.digest(contents)
        if digest == self._meta.digest:
            return Admission(0, 0)
        admission = self._replace(contents)
        self._describe(replace(self._meta, digest=digest))
        return admission

    def close(self) -> None:
        """Let go of the database and its lock."""
        self._engine = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _replace(self, contents: Mapping[NamedNode, Collection[Triple]]) -> Admission:
        with _told(self.where):
            change = changes.plan(self.engine, self._graphs, contents)
            if change:
                changes.apply(self.engine, change)
        return Admission(len(change.added), len(change.removed))

    def _describe(self, meta: Metadata) -> None:
        if self._folder is not None:
            with _told(self.where):
                metadata.write(self._folder, meta)
        self._meta = meta


def _make(folder: Path, meta: Metadata) -> None:
    """Make an empty store. Its metadata comes last: what has none is no store yet."""
    with _told(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        strangers = sorted({p.name for p in folder.iterdir()} - {QUADS, f"{metadata.FILE}.new"})
        if strangers:
            raise StoreError(
                f"{folder} is no store, and it holds other files ({strangers[0]})",
                "Give an empty or a new folder.",
            )
        ox.Store(str(folder / QUADS)).flush()
        metadata.write(folder, meta)


def _open_engine(folder: Path, *, read_only: bool) -> ox.Store:
    path = folder / QUADS
    if not (path / "CURRENT").is_file():
        raise StoreError(
            f"the store in {folder} is damaged: {path} holds no database",
            "Restore the folder from a backup, or build it again.",
        )
    with _told(str(folder)):
        return ox.Store.read_only(str(path)) if read_only else ox.Store(str(path))


@contextmanager
def _told(where: str) -> Iterator[None]:
    """Say what failed in the program's own words, and what to do about it."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise _explain(where, error) from error


def _explain(where: str, error: OSError | RuntimeError) -> StoreError:
    """Tell RocksDB's failures apart by their text: it has no codes."""
    text = str(error)
    if "lock" in text.casefold():
        return StoreLockedError(
            f"another process writes to the store in {where}", "Wait until it ends, or stop it."
        )
    if "Corruption" in text:
        remedy = "Restore the folder from a backup, or build it again."
        return StoreError(f"the store in {where} is damaged: {text}", remedy)
    if "read-write" in text:
        return StoreError(f"the store in {where} is open for reading only", "Open it to write.")
    reason = getattr(error, "strerror", None) or text
    remedy = "Check the folder's rights and the free space, or give another folder."
    return StoreError(f"the store in {where} cannot be used: {reason}", remedy)
