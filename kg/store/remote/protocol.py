"""The SPARQL 1.1 protocol as SPARQLWrapper speaks it, carried by our own transport.

Queries and updates go as URL-encoded POST: the one form that every engine seen takes (direct POST
hangs on Virtuoso, GET ends where a URL is too long), with an Accept header that names one format.
SPARQLWrapper's own sending is not used: its time limit covers a silent socket alone, and for
digest it puts the password into the opener of the whole process.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.request import Request

from SPARQLWrapper import CONSTRUCT, DESCRIBE, INSERT, JSON, POST, TURTLE, URLENCODED, SPARQLWrapper

from kg.errors import EndpointRefusedError, QuerySyntaxError, UsageError
from kg.store.remote.transport import Answer, Transport
from kg.store.tokens import FORMS, form

NTRIPLES = "application/n-triples"
JSON_RESULTS = "application/sparql-results+json"


FORM = "application/x-www-form-urlencoded"


def raw(url: str, data: bytes | None, **headers: str) -> Request:
    """Return a request that is made by hand, for what SPARQLWrapper would not send.

    `headers` are named with underscores for their hyphens.
    """
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Request(url, data, named)  # noqa: S310 - an Address takes http(s) alone


class _Wrapper(SPARQLWrapper):
    """A SPARQLWrapper whose request another sends."""

    def __init__(self, query: str, update: str | None) -> None:
        super().__init__(query, update, agent="spacekg")
        self.setMethod(POST)
        self.setRequestMethod(URLENCODED)
        self.setOnlyConneg(True)
        self.setReturnFormat(JSON)

    def request(self, text: str, kind: str) -> Request:
        """Return the request for a text of that form, which is not guessed from its words."""
        self.queryString, self.queryType = text, kind
        return self._createRequest()


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The addresses of one engine; `update` is None where it is only read."""

    query: str
    update: str | None = None
    transport: Transport = field(default_factory=Transport, repr=False)

    def ask(self, sparql: str, default_graph: str | None = None) -> Answer:
        """Send a query; `default_graph` is the IRI of the graph to take for the default one.

        Raises QuerySyntaxError for a text that is no query, here or to the endpoint.
        """
        kind = form(sparql)
        if kind is None:
            raise QuerySyntaxError("the text is no query", f"Write one of: {', '.join(FORMS)}.")
        wrapper = _Wrapper(self.query, self.update)
        if default_graph:
            wrapper.addParameter("default-graph-uri", default_graph)
        if kind in (CONSTRUCT, DESCRIBE):
            # It knows no N-Triples; Turtle stands in until the header says what we want.
            wrapper.setReturnFormat(TURTLE)
            wrapper.addCustomHttpHeader("Accept", NTRIPLES)
        try:
            return self.transport.send(wrapper.request(sparql, kind))
        except EndpointRefusedError as error:
            if error.status != HTTPStatus.BAD_REQUEST:
                raise
            said = error.message.partition("an error: 400 ")[2]
            raise QuerySyntaxError(f"{self.query} refuses the query: {said}") from error

    def change(self, update: str) -> Answer:
        """Send an update."""
        if self.update is None:
            raise UsageError(
                f"{self.query} is open for reading only", "Give its --update-endpoint as well."
            )
        return self.transport.send(_Wrapper(self.query, self.update).request(update, INSERT))
