"""Any SPARQL 1.1 endpoint, read through SPARQLWrapper.

Queries go as URL-encoded POST, the one form that every engine seen takes. Answers come as
SPARQL JSON or N-Triples and become the same terms as those of the embedded store.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from http.client import HTTPException
from types import TracebackType
from typing import Self
from urllib.error import HTTPError, URLError

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    RdfFormat,
    parse,
    parse_query_results,
)
from SPARQLWrapper import CONSTRUCT, DESCRIBE, JSON, POST, URLENCODED, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from kg.errors import EndpointError, QuerySyntaxError, UsageError
from kg.store import results
from kg.store.base import Bindings, GraphName, Result, Rows
from kg.store.bindings import with_values
from kg.store.graphs import Graphs, pattern
from kg.store.tokens import FORMS, form
from kg.vocab import DEFAULT_BASE

TIMEOUT = 60
_NTRIPLES = "application/n-triples"


class RemoteView:
    """A SPARQL endpoint: see `kg.store.base.View` for what it does."""

    def __init__(self, url: str, *, base: str = DEFAULT_BASE, timeout: int = TIMEOUT) -> None:
        self._url = url
        self._timeout = timeout
        self._graphs = Graphs(base)

    @property
    def base(self) -> str:
        """Return the base IRI under which entities and graphs live."""
        return self._graphs.base

    @property
    def where(self) -> str:
        """Return the endpoint's URL."""
        return self._url

    def query(self, sparql: str, bindings: Bindings | None = None) -> Result:
        """Send a SPARQL query and read the whole answer."""
        request = self._request(with_values(sparql, bindings or {}))
        body = self._send(request)
        try:
            if request.queryType in (CONSTRUCT, DESCRIBE):
                triples = parse(body, RdfFormat.N_TRIPLES)
                return results.graph(quad.triple for quad in triples)
            return results.read(parse_query_results(body, QueryResultsFormat.JSON))
        except (SyntaxError, ValueError) as error:
            raise EndpointError(
                f"{self._url} answered with something else than SPARQL results: {error}",
                "Check that the URL is a SPARQL 1.1 query endpoint.",
            ) from error

    def select(self, sparql: str, bindings: Bindings | None = None) -> Rows:
        """Answer a SELECT query."""
        answer = self.query(sparql, bindings)
        if not isinstance(answer, Rows):
            raise UsageError("the query is no SELECT", "Write SELECT ... WHERE { ... }.")
        return answer

    def graphs(self) -> tuple[NamedNode, ...]:
        """Return the named graphs that hold something, sorted by IRI."""
        found = self.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        names = (row[0] for row in found.rows)
        return tuple(sorted((n for n in names if isinstance(n, NamedNode)), key=str))

    def releases(self) -> tuple[NamedNode, ...]:
        """Return the IRIs of the releases in the store, sorted."""
        return self._graphs.releases(self.graphs())

    def quads(self, graph: GraphName | None = None) -> Iterator[Quad]:
        """Yield quads sorted by graph, the default graph first, then by their N-Triples."""
        everything: tuple[GraphName, ...] = (DefaultGraph(), *self.graphs())
        for name in everything if graph is None else (graph,):
            answer = self.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {pattern(name)}")
            assert isinstance(answer, results.Graph)
            for triple in answer:
                yield Quad(triple.subject, triple.predicate, triple.object, name)

    def count(self, graph: GraphName | None = None) -> int:
        """Count the quads of one graph, or of all graphs."""
        everything = "{ { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
        where = everything if graph is None else pattern(graph)
        cell = self.select(f"SELECT (COUNT(*) AS ?n) WHERE {where}").rows[0][0]
        return int(cell.value) if isinstance(cell, Literal) else 0

    def close(self) -> None:
        """Do nothing: each query is a connection of its own."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _request(self, sparql: str) -> SPARQLWrapper:
        request = SPARQLWrapper(self._url, agent="spacekg")
        request.setMethod(POST)
        request.setRequestMethod(URLENCODED)
        request.setTimeout(self._timeout)
        request.setOnlyConneg(True)
        request.setQuery(sparql)
        # SPARQLWrapper guesses the form from words that may stand in comments or names.
        request.queryType = form(sparql)
        if request.queryType is None:
            raise QuerySyntaxError("the text is no query", f"Write one of: {', '.join(FORMS)}.")
        if request.queryType in (CONSTRUCT, DESCRIBE):
            request.addCustomHttpHeader("Accept", _NTRIPLES)
        else:
            request.setReturnFormat(JSON)
        return request

    def _send(self, request: SPARQLWrapper) -> bytes:
        try:
            with request.query().response as response:
                body: bytes = response.read()
        except QueryBadFormed as error:
            raise QuerySyntaxError(f"{self._url} refuses the query: {_said(error)}") from error
        except (SPARQLWrapperException, HTTPError) as error:
            raise EndpointError(
                f"{self._url} answered with an error: {_said(error)}",
                "Check the URL and your rights, or ask less at once.",
            ) from error
        except TimeoutError as error:
            raise EndpointError(
                f"{self._url} did not answer within {self._timeout} s", "Ask less at once."
            ) from error
        except (URLError, HTTPException, OSError) as error:
            raise self._unreachable(error) from error
        return body

    def _unreachable(self, error: Exception) -> EndpointError:
        reason = getattr(error, "reason", None) or error
        if isinstance(reason, socket.gaierror):
            reason = "no such host"
        return EndpointError(
            f"{self._url} cannot be reached: {reason}", "Check the URL and that the server runs."
        )


def _said(error: Exception) -> str:
    """Return what the endpoint said, on one line and not all of a page; end the connection."""
    for answer in (error, error.__context__):
        if isinstance(answer, HTTPError):
            answer.close()
    return " ".join(str(error).split())[:300]
