"""Oxigraph in this process: in a folder on disk (see `kg.store.folder`), or in memory.

One process writes at a time. A release goes in, is replaced or leaves in one transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Self

import pyoxigraph as ox
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.errors import QuerySyntaxError, StoreError, UnknownNameError
from kg.model import ReleaseGraph
from kg.store import admissible, changes, metadata, results
from kg.store.answering import Answering
from kg.store.asked import AskedLedger
from kg.store.base import Admission, Bindings, GraphName, Result
from kg.store.bindings import with_values
from kg.store.changes import Change
from kg.store.failures import told
from kg.store.folder import Folder, described
from kg.store.graphs import Graphs, pattern
from kg.store.index.finding import search
from kg.store.index.ledger import IndexedLedger
from kg.store.index.rows import Statements, statements
from kg.store.index.writer import BASE
from kg.store.inferred import Inferences
from kg.store.ledger import Ledger
from kg.store.links import unlinked
from kg.store.metadata import Metadata
from kg.store.search import LIMIT, Found, ask_all
from kg.vocab import DEFAULT_BASE


class EmbeddedStore(Answering):
    """A store in this process: see `kg.store.base.Store` for what it does."""

    def __init__(self, engine: ox.Store, meta: Metadata, folder: Folder | None = None) -> None:
        self._engine: ox.Store | None = engine
        self._meta = meta
        self._folder = folder
        self._graphs = Graphs(meta.base)
        # None: the default graph alone, or what the query's own FROM says.
        self._asked: list[NamedNode | BlankNode | DefaultGraph] | None = None

    @classmethod
    def memory(cls, base: str = DEFAULT_BASE) -> Self:
        """Return an empty store that lives as long as this object."""
        return cls(ox.Store(), Metadata(base))

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        read_only: bool = False,
        base: str | None = None,
    ) -> Self:
        """Open the store in the folder `path`, or make it where `create` says so.

        `base` is that of a new store; of a store that stands it must be the same.
        """
        meta = described(path, create=create and not read_only, base=base or DEFAULT_BASE)
        if base not in (None, meta.base):
            raise StoreError(
                f"the store in {path} has the base <{meta.base}>, not <{base}>",
                f"Give --base {meta.base}, or use another folder.",
            )
        opened = Folder.to_read if read_only else Folder.to_write
        folder = opened(path, Graphs(meta.base))
        store = cls(folder.engine, meta, folder)
        if not read_only and meta.format != metadata.FORMAT:
            store._describe(replace(meta, format=metadata.FORMAT))
        return store

    @property
    def base(self) -> str:
        """Return the base IRI under which entities and graphs live."""
        return self._meta.base

    @property
    def where(self) -> str:
        """Return the folder, or "memory"."""
        return str(self._folder.path) if self._folder else "memory"

    @property
    def path(self) -> Path | None:
        """Return the folder, None for a store in memory."""
        return self._folder.path if self._folder else None

    @property
    def metadata(self) -> Metadata:
        """Return what the store says of itself."""
        return self._meta

    @property
    def engine(self) -> ox.Store:
        """Return Oxigraph's store; whoever writes to it goes past the rules of this one."""
        if self._engine is None:
            raise StoreError(f"the store {self.where} is closed", "Open it again.")
        return self._engine

    def query(self, sparql: str, bindings: Bindings | None = None) -> Result:
        """Answer a SPARQL query over the default graph; `GRAPH` asks the named ones."""
        try:
            asked = with_values(sparql, bindings or {})
            return results.read(self.engine.query(asked, default_graph=self._asked))
        except SyntaxError as error:
            raise QuerySyntaxError(f"the query does not parse: {error}") from error
        except (OSError, RuntimeError, ValueError) as error:
            raise StoreError(f"{self.where} could not answer the query: {error}") from error

    def graphs(self) -> tuple[NamedNode, ...]:
        """Return the named graphs, sorted by IRI."""
        with told(self.where):
            names = (name for name in self.engine.named_graphs() if isinstance(name, NamedNode))
            return tuple(sorted(names, key=str))

    def releases(self) -> tuple[NamedNode, ...]:
        """Return the IRIs of the releases in the store, sorted."""
        return self._graphs.releases(self.graphs())

    def quads(self, graph: GraphName | None = None) -> Iterator[Quad]:
        """Yield quads sorted by graph, the default graph first, then by their N-Triples."""
        # The names of all graphs only where all are wanted: a build asks for one graph of many a time.
        names: tuple[GraphName, ...] = (graph,) if graph else (DefaultGraph(), *self.graphs())
        for name in names:
            with told(self.where):
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
        if self._is_new(graph):
            return self._add([graph])
        facts, evidence = admissible.check(graph, self._graphs)
        said = statements(graph.release, graph.facts, graph.evidence)
        return self._replace({facts: graph.facts, evidence: graph.evidence}, {graph.release: said})

    def admit_all(self, graphs: Sequence[ReleaseGraph]) -> tuple[str, ...]:
        """Put many releases in; those that are new go in together, all or none."""
        last = {graph.release: graph for graph in graphs}
        new = {release: graph for release, graph in last.items() if self._is_new(graph)}
        self._add(list(new.values()))
        return tuple(
            release
            for release, graph in last.items()
            if release in new or self.admit(graph).changed
        )

    def remove(self, release: str) -> Admission:
        """Take a release out, and the links of its translations to it, in one transaction."""
        graphs = self._graphs.facts(release), self._graphs.evidence(release)
        if not self._holds(graphs):
            raise UnknownNameError(
                f"the store {self.where} holds no release <{release}>",
                "See what it holds with: spacekg query releases",
            )
        contents = {**dict.fromkeys(graphs, ()), **unlinked(self, release)}
        return self._replace(contents, {release: None})

    def load_base(self, ontology: Iterable[Quad], authority: Iterable[Quad]) -> Admission:
        """Put the ontology and the authority in, in place of their former versions."""
        contents = admissible.base_contents(self._graphs, ontology, authority)
        digest = admissible.digest(contents)
        if digest == self._meta.digest:
            return Admission(0, 0)
        admission = self._replace(contents, {BASE: None})
        self._describe(replace(self._meta, digest=digest))
        return admission

    def base_digest(self) -> str:
        """Return the digest of the ontology and the authority that are in; "" where they are not."""
        return self._meta.digest

    def keep(self, graph: NamedNode, triples: Collection[Triple]) -> Admission:
        """Let a graph of the user's own hold these triples; without any it goes.

        They add nothing to the default graph. StoreError where the name is one of our own graphs.
        """
        if self._graphs.is_ours(graph.value):
            raise StoreError(
                f"{graph} is no name for a graph of your own", "Admit a release, or choose another."
            )
        return self._replace({graph: triples}, {})

    def infer(self, *, on: bool = True) -> Admission:
        """Put what follows into a graph of its own, or take it out; in one transaction."""
        change = self._inferences.made() if on else self._inferences.unmade()
        with told(self.where):
            self._make(change, {})
        return Admission(len(change.added), len(change.removed))

    def with_inferred(self) -> Self:
        """Let questions be asked of what follows as well as of what is stated; return the store.

        StoreError where nothing was inferred yet.
        """
        if not self.count(self._graphs.inferred):
            raise StoreError(
                f"the store {self.where} has inferred nothing yet",
                f"Let it, once: spacekg infer --store {self.where}",
            )
        self._asked = [DefaultGraph(), self._graphs.inferred]
        return self

    def search(self, text: str, limit: int = LIMIT) -> Found:
        """Find words in labels and quotes, by the index where there is one."""
        index = self._folder.index if self._folder else None
        with told(self.where):
            return search(index, text, limit) if index else ask_all(self, text, limit)

    def ledger(self) -> Ledger:
        """Return who says what, by the index where there is one."""
        index = self._folder.index if self._folder else None
        return IndexedLedger(index) if index else AskedLedger(self)

    def remember(self, name: str, digest: str, content: str) -> None:
        """Keep what was worked out of the ledger, until the next change; in memory keep nothing."""
        if self._folder is not None:
            with told(self.where):
                self._folder.remember(name, digest, content)

    def close(self) -> None:
        """Let go of the database and its lock."""
        folder, self._folder, self._engine = self._folder, None, None
        # RocksDB closes with the last who knows it.
        self.__dict__.pop("_inferences", None)
        if folder is not None:
            folder.close()

    def _replace(
        self,
        contents: Mapping[NamedNode, Collection[Triple]],
        says: Mapping[str, Statements | None],
    ) -> Admission:
        """Change these graphs; `says` tells what their releases say now, for the index."""
        with told(self.where):
            planned = changes.plan(self.engine, self._graphs, contents)
            change = self._inferences.extended(planned)
            self._make(change, says)
        return Admission(len(change.added), len(change.removed))

    def _holds(self, names: Iterable[NamedNode]) -> bool:
        """Tell whether the store holds one of these graphs."""
        with told(self.where):
            return any(map(self.engine.contains_named_graph, names))

    def _is_new(self, graph: ReleaseGraph) -> bool:
        return not self._holds(map(NamedNode, (graph.facts_graph, graph.evidence_graph)))

    def _add(self, graphs: Sequence[ReleaseGraph]) -> Admission:
        """Put in releases that the store does not hold."""
        contents: dict[NamedNode, Collection[Triple]] = {}
        for graph in graphs:
            facts, evidence = admissible.check(graph, self._graphs)
            contents |= {facts: graph.facts, evidence: graph.evidence}
        with told(self.where):
            exact = len(graphs) == 1
            planned = changes.additions(self.engine, self._graphs, contents, exact=exact)
            says = {g.release: statements(g.release, g.facts, g.evidence) for g in graphs}
            change = self._inferences.extended(planned)
            self._make(change, says)
        return Admission(change.count, len(change.removed))

    def _make(self, change: Change, says: Mapping[str, Statements | None]) -> None:
        """Make a change, if it is one, on disk or in memory."""
        if change and self._folder is not None:
            self._folder.change(change, says)
        elif change:
            changes.apply(self.engine, change)

    @cached_property
    def _inferences(self) -> Inferences:
        return Inferences.of_engine(self.engine, self._graphs)

    def _describe(self, meta: Metadata) -> None:
        if self._folder is not None:
            with told(self.where):
                metadata.write(self._folder.path, meta)
        self._meta = meta
