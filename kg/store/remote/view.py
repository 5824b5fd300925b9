"""Any SPARQL 1.1 endpoint as a view: its answers as the terms of the embedded store, and whole.

An answer that may be cut is compared with COUNT and read page by page; where that is not
possible it is an error. Cost: one request a query, and one for the view's first question.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.errors import IncompleteAnswerError
from kg.store import results
from kg.store.answering import Answering
from kg.store.asked import AskedLedger
from kg.store.base import Bindings, GraphName, Result, Rows
from kg.store.bindings import with_values
from kg.store.graphs import Graphs, pattern
from kg.store.ledger import Ledger
from kg.store.remote import answers
from kg.store.remote.pages import pages, solutions
from kg.store.remote.profile import Profile, look
from kg.store.remote.protocol import Endpoint
from kg.store.remote.transport import TIMEOUT, Answer, Transport
from kg.store.search import LIMIT, Found, ask_all
from kg.vocab import DEFAULT_BASE


class RemoteView(Answering):
    """A SPARQL endpoint: see `kg.store.base.View` for what it does.

    `endpoint` is its URL, or an `Endpoint` where it takes more to reach it. `timeout` is the
    limit for a whole request, in seconds, where a URL is given.
    """

    def __init__(
        self, endpoint: str | Endpoint, *, base: str = DEFAULT_BASE, timeout: float = TIMEOUT
    ) -> None:
        if isinstance(endpoint, str):
            endpoint = Endpoint(endpoint, transport=Transport(timeout=timeout))
        self._endpoint = endpoint
        self._graphs = Graphs(base)

    @property
    def base(self) -> str:
        """Return the base IRI under which entities and graphs live."""
        return self._graphs.base

    @property
    def where(self) -> str:
        """Return the endpoint's URL."""
        return self._endpoint.query

    @cached_property
    def profile(self) -> Profile:
        """Return what is known of the engine, asked for when it is first needed."""
        return look(self._endpoint, self.base)

    def query(self, sparql: str, bindings: Bindings | None = None) -> Result:
        """Send a SPARQL query and read the whole answer.

        Raises IncompleteAnswerError where the endpoint leaves out part of it for good.
        """
        asked = with_values(sparql, bindings or {})
        answer, found = self._ask(asked)
        if isinstance(found, Rows):
            return self._whole(asked, found) if answers.seems_cut(answer, found) else found
        if isinstance(found, results.Graph) and (
            self.profile.cuts_graphs or answers.is_round(len(found))
        ):
            self._check(asked)
        return found

    def graphs(self) -> tuple[NamedNode, ...]:
        """Return the store's named graphs that hold something, sorted by IRI."""
        inner = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
        found = self._counted(f"SELECT ?g WHERE {{ {{ {inner} }} {self._visible} }}")
        names = (row[0] for row in found.rows)
        return tuple(sorted((n for n in names if isinstance(n, NamedNode)), key=str))

    def releases(self) -> tuple[NamedNode, ...]:
        """Return the IRIs of the releases in the store, sorted."""
        return self._graphs.releases(self.graphs())

    def quads(self, graph: GraphName | None = None) -> Iterator[Quad]:
        """Yield quads sorted by graph, the default graph first, then by their N-Triples."""
        names: tuple[GraphName, ...] = (graph,) if graph else (DefaultGraph(), *self.graphs())
        for name in names:
            # Rows, since a graph cannot tell that it was cut.
            found = self._counted(f"SELECT ?s ?p ?o WHERE {pattern(name)}")
            yield from sorted(answers.found_quads(found, name), key=str)

    def count(self, graph: GraphName | None = None) -> int:
        """Count the quads of one graph, or of all graphs of the store."""
        if graph is not None:
            return self._number(f"SELECT (COUNT(*) AS ?n) WHERE {pattern(graph)}")
        inner = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
        where = f"{{ {{ {inner} }} {self._visible} }}"
        named = self._number(f"SELECT (SUM(?n) AS ?all) WHERE {where}")
        return named + self.count(DefaultGraph())

    def search(self, text: str, limit: int = LIMIT) -> Found:
        """Find words in labels and quotes; the endpoint reads them all."""
        return ask_all(self, text, limit)

    def ledger(self) -> Ledger:
        """Return who says what."""
        return AskedLedger(self)

    def close(self) -> None:
        """Do nothing: each query is a connection of its own."""

    @property
    def _visible(self) -> str:
        # Around the list of graphs, not within: there it would be looked at once for each quad.
        return f"FILTER{self.profile.dataset.visible('?g')}"

    def _ask(self, sparql: str) -> tuple[Answer, Result]:
        answer = self._endpoint.ask(*self.profile.dataset.asked(sparql))
        return answer, answers.read(answer, sparql, self.where)

    def _number(self, sparql: str) -> int:
        """Return the only cell of an answer, a number."""
        _, found = self._ask(sparql)
        cell = found.rows[0][0] if isinstance(found, Rows) and found.rows else None
        return int(cell.value) if isinstance(cell, Literal) else 0

    def _counted(self, sparql: str) -> Rows:
        """Answer a SELECT of our own, its rows counted whatever they look like."""
        _, found = self._ask(sparql)
        assert isinstance(found, Rows)
        return self._whole(sparql, found)

    def _whole(self, sparql: str, first: Rows) -> Rows:
        """Return all rows of a query that answered with `first`, read page by page if need be."""
        split = pages(sparql, first.variables)
        wanted, size = self._number(split.count), len(first)
        if wanted == size:
            return first
        rows: list[tuple[results.Term | None, ...]] = []
        while size and len(rows) < wanted:
            _, page = self._ask(split.page(first.variables, len(rows), size))
            if not isinstance(page, Rows) or not page.rows:
                break
            rows += page.rows
        if len(rows) != wanted:
            raise self._incomplete(f"{len(rows)} of {wanted} rows")
        return Rows(first.variables, tuple(rows))

    def _check(self, sparql: str) -> None:
        """Raise where the engine cut a graph: the rows that make it are cut as well, and tell."""
        rows = solutions(sparql)
        if rows is None:
            return
        answer, found = self._ask(rows)
        if isinstance(found, Rows) and answers.seems_cut(answer, found):
            wanted = self._number(pages(rows, found.variables).count)
            if wanted != len(found):
                raise self._incomplete(f"what {len(found)} of {wanted} solutions make")

    def _incomplete(self, part: str) -> IncompleteAnswerError:
        return IncompleteAnswerError(
            f"{self.where} cuts its answers: it gave {part}",
            "Ask for less at once, write a SELECT (read page by page), or raise its limit of rows.",
        )
