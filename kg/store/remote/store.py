"""Any SPARQL 1.1 engine as a store: releases come, change and go by SPARQL updates.

A change is one request where the engine takes it, and is worked out by the same rule as in the
embedded store. Where an engine makes no transaction of a request, or takes it in pieces only, an
interruption leaves a note in the journal: the next opening to write takes that release out, and
the next build puts it in again. One process writes at a time; nothing can hold a lock over HTTP.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, Self

from pyoxigraph import NamedNode, Quad, Triple

from kg.errors import EndpointRefusedError, UnknownNameError
from kg.model import ReleaseGraph
from kg.store import admissible, changes
from kg.store.base import Admission
from kg.store.changes import Change
from kg.store.inferred import Inferences
from kg.store.links import unlinked
from kg.store.remote.adding import addition, post
from kg.store.remote.journal import Journal
from kg.store.remote.mirror import mirror
from kg.store.remote.protocol import Endpoint
from kg.store.remote.trial import dataset_of
from kg.store.remote.view import RemoteView
from kg.store.remote.writing import PIECE, Step, requests, steps
from kg.vocab import DEFAULT_BASE

_WHOLE: Final = 1_000_000
_NOTHING: Final[Collection[Triple]] = ()
_TOO_LARGE: Final = (400, 413, 500)


class RemoteStore(RemoteView):
    """An engine that is read and written: see `kg.store.base.Store` for what it does.

    `repaired` are the releases and base graphs that an interrupted change had left in pieces, and
    that were taken out when the store was opened.
    """

    def __init__(self, endpoint: Endpoint, *, base: str = DEFAULT_BASE) -> None:
        super().__init__(endpoint, base=base)
        self._size = _WHOLE
        self._inferences = Inferences.of_view(self, self._graphs)
        self.repaired: tuple[str, ...] = ()

    @classmethod
    def open(cls, endpoint: Endpoint, *, base: str = DEFAULT_BASE) -> Self:
        """Open an engine to write: find where its default graph is, and mend what was left."""
        store = cls(endpoint, base=base)
        store.profile = dataset_of(endpoint, store.profile)
        store._repair()
        return store

    def admit(self, graph: ReleaseGraph) -> Admission:
        """Put a release in, in place of what it said before."""
        facts, evidence = admissible.check(graph, self._graphs)
        return self._replace({facts: graph.facts, evidence: graph.evidence})

    def admit_all(self, graphs: Sequence[ReleaseGraph]) -> tuple[str, ...]:
        """Put many releases in, one after the other; return those that changed the store."""
        return tuple(graph.release for graph in graphs if self.admit(graph).changed)

    def add(self, graphs: Sequence[ReleaseGraph], graph_store: str | None = None) -> None:
        """Put in releases that the engine holds nothing of, without asking it first: far quicker.

        By INSERT DATA, or by POST to the address of a `graph_store` (SPARQL's Graph Store Protocol).
        """
        contents: dict[NamedNode, Collection[Triple]] = {}
        for graph in graphs:
            facts, evidence = admissible.check(graph, self._graphs)
            contents |= {facts: graph.facts, evidence: graph.evidence}
        change = self._inferences.extended(addition(contents, self._graphs))
        marks = [NamedNode(graph.facts_graph) for graph in graphs]
        self._send([self._journal.begin(mark) for mark in marks])
        if graph_store is None:
            self._send(list(steps(change, self.profile.dataset, PIECE)))
        else:
            post(self._endpoint.transport, graph_store, change, self.profile.dataset)
        self._send([self._journal.end(mark) for mark in marks])

    def remove(self, release: str) -> Admission:
        """Take a release out, and the links of its translations to it.

        Facts that others say stay in the default graph.
        """
        facts, evidence = self._graphs.facts(release), self._graphs.evidence(release)
        if not self.count(facts) and not self.count(evidence):
            raise UnknownNameError(
                f"the store {self.where} holds no release <{release}>",
                "See what it holds with: spacekg query releases",
            )
        return self._replace(self._without(release))

    def load_base(self, ontology: Iterable[Quad], authority: Iterable[Quad]) -> Admission:
        """Put the ontology and the authority in, in place of their former versions."""
        contents = admissible.base_contents(self._graphs, ontology, authority)
        new, old = admissible.digest(contents), self.base_digest()
        if new == old:
            return Admission(0, 0)
        return self._replace(contents, self._journal.digest(old, new))

    def base_digest(self) -> str:
        """Return the digest of the ontology and the authority that are in; "" where they are not."""
        rows = self.select(self._journal.digest_query).values()
        return rows[0][0] or "" if rows else ""

    def infer(self, *, on: bool = True) -> Admission:
        """Put what follows into a graph of its own, or take it out."""
        change = self._inferences.made() if on else self._inferences.unmade()
        if change:
            self._make(change, self._graphs.inferred)
        return Admission(len(change.added), len(change.removed))

    @property
    def _journal(self) -> Journal:
        return Journal(self.profile.dataset)

    def _without(self, release: str) -> dict[NamedNode, Collection[Triple]]:
        """Return what the graphs that a release's leaving changes hold without it."""
        graphs = self._graphs.facts(release), self._graphs.evidence(release)
        return {**dict.fromkeys(graphs, _NOTHING), **unlinked(self, release)}

    def _replace(
        self, contents: Mapping[NamedNode, Collection[Triple]], notes: Sequence[Step] = ()
    ) -> Admission:
        """Make each graph hold exactly these triples; `notes` go into the journal with it."""
        here = mirror(self, self._graphs, contents)
        change = self._inferences.extended(changes.plan(here, self._graphs, contents))
        if change or notes:
            self._make(change, next(iter(contents)), notes)
        return Admission(len(change.added), len(change.removed))

    def _make(self, change: Change, mark: NamedNode, notes: Sequence[Step] = ()) -> None:
        """Make a change; while it is under way the journal says so by the graph `mark`."""
        made = steps(change, self.profile.dataset, PIECE)
        self._send([self._journal.begin(mark), *made, *notes, self._journal.end(mark)])

    def _send(self, wanted: Sequence[Step]) -> None:
        try:
            for request in requests(wanted, self._size):
                self._endpoint.change(request)
        except EndpointRefusedError as error:
            if error.status not in _TOO_LARGE or self._size == PIECE:
                raise
            # Each step can be made twice, so we may start again from the first.
            self._size = PIECE
            self._send(wanted)

    def _repair(self) -> None:
        """Take out what an interrupted change left in pieces."""
        pending = [row[0] for row in self.select(self._journal.pending_query).rows]
        repaired = []
        for graph in pending:
            assert isinstance(graph, NamedNode)
            if graph == self._graphs.inferred:
                self._send([self._journal.end(graph)])
                continue
            release = next(iter(self._graphs.releases([graph])), None)
            ended = [self._journal.end(graph)]
            if release is None:
                contents = dict.fromkeys((self._graphs.ontology, self._graphs.authority), _NOTHING)
                ended += self._journal.digest(self.base_digest(), "")
            else:
                contents = self._without(release.value)
            self._replace(contents, ended)
            repaired.append((release or graph).value)
        self.repaired = tuple(repaired)
        if pending and self.count(self._graphs.inferred):
            # What was cut short may have left conclusions that do not follow, or left some out.
            self.infer()
