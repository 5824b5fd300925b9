"""What can be found out of an engine by queries alone."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from pyoxigraph import Literal

from kg.errors import EndpointError, EndpointRefusedError
from kg.store import results
from kg.store.remote.answers import MAX_ROWS, read
from kg.store.remote.doctor.finding import Finding, Patient
from kg.store.remote.protocol import FORM, JSON_RESULTS, raw
from kg.store.remote.transport import Transport

# More than the limits that public endpoints set, and still about a megabyte.
ROWS: Final = 20_000
_HASTE: Final = 5.0
_DIGITS: Final = " ".join(f"VALUES ?{v} {{ 0 1 2 3 4 5 6 7 8 9 }}" for v in "abcd")
_MANY: Final = f"{_DIGITS} VALUES ?e {{ 0 1 }}"
_NUMBER: Final = "BIND(10000 * ?e + 1000 * ?d + 100 * ?c + 10 * ?b + ?a AS ?n)"


def direct_post(patient: Patient) -> Finding:
    """Send a query as the body of a POST, which the protocol allows."""
    request = raw(
        patient.endpoint.query,
        b"ASK { ?s ?p ?o }",
        Content_Type="application/sparql-query",
        Accept=JSON_RESULTS,
    )
    way = "Queries go as URL-encoded POST."
    try:
        _hasty(patient).send(request)
    except EndpointRefusedError as error:
        return Finding("direct-post", False, f"refuses direct POST ({error.status})", way)
    except EndpointError:
        says = f"leaves direct POST without an answer for {_HASTE:g} s"
        return Finding("direct-post", False, says, way)
    return Finding("direct-post", True, "takes queries by direct POST", way)


def any_format(patient: Patient) -> Finding:
    """Ask for an answer in whatever format."""
    query = b"query=SELECT+*+WHERE+%7B+%3Fs+%3Fp+%3Fo+%7D+LIMIT+1"
    request = raw(patient.endpoint.query, query, Content_Type=FORM, Accept="*/*")
    way = "Each request names the one format that it wants."
    try:
        kind = _hasty(patient).send(request).media_type
    except EndpointRefusedError as error:
        return Finding("any-format", False, f"refuses Accept: */* ({error.status})", way)
    usual = kind.startswith("application/sparql-results")
    return Finding("any-format", usual, f"answers Accept: */* with {kind}", way)


def rows_cut(patient: Patient) -> Finding:
    """Ask for many rows, made of VALUES alone."""
    sparql = f"SELECT (1 AS ?one) WHERE {{ {_MANY} }}"
    answer = patient.endpoint.ask(sparql)
    found = read(answer, sparql, patient.endpoint.query)
    got = len(found) if isinstance(found, results.Rows) else 0
    if got == ROWS:
        says = f"gives {ROWS} rows whole"
        return Finding("rows", True, says, "Answers with a round number of rows are counted.")
    patient.limit = got
    told = "and says so in a header" if MAX_ROWS in answer.headers else "without a word"
    way = "Cut answers are read page by page and compared with COUNT."
    return Finding("rows", False, f"cuts answers after {got} rows, {told}", way)


def graphs_cut(patient: Patient) -> Finding:
    """Ask for a graph of many triples, made of VALUES alone."""
    sparql = f"CONSTRUCT {{ <urn:n> <urn:n> ?n }} WHERE {{ {_MANY} {_NUMBER} }}"
    found = read(patient.endpoint.ask(sparql), sparql, patient.endpoint.query)
    got = len(found) if isinstance(found, results.Graph) else 0
    if got == ROWS:
        return Finding("construct", True, f"gives graphs of {ROWS} triples whole")
    way = "Graphs are read as rows; a CONSTRUCT that was cut is an error."
    return Finding("construct", False, f"cuts what CONSTRUCT makes after {got} triples", way)


def group_concat(patient: Patient) -> Finding:
    """Join IRIs with GROUP_CONCAT, which the specification defines over strings alone."""
    sparql = 'SELECT (GROUP_CONCAT(?x; separator=" ") AS ?all) WHERE { VALUES ?x { <urn:a> } }'
    found = read(patient.endpoint.ask(sparql), sparql, patient.endpoint.query)
    cell = found.rows[0][0] if isinstance(found, results.Rows) and found.rows else None
    if isinstance(cell, Literal) and cell.value == "urn:a":
        return Finding("group-concat", True, "joins IRIs with GROUP_CONCAT")
    way = "The named queries say STR() within it; say so in yours."
    return Finding("group-concat", True, "leaves GROUP_CONCAT of an IRI unbound", way)


def time_limit(patient: Patient) -> Finding:
    """Say what is done about time limits: finding one out would burden the engine."""
    limit = patient.endpoint.transport.timeout
    way = f"A request ends after {limit:g} s; an answer that says it is partial is an error."
    return Finding("time", None, "its time limit is not tried, since that would burden it", way)


def login(patient: Patient) -> Finding:
    """Ask without credentials how the update endpoint wants them."""
    url = patient.endpoint.update
    if url is None:
        return Finding("login", None, "no update endpoint is given", "The store is read only.")
    try:
        _hasty(patient).send(raw(url, b"update=INSERT+DATA+%7B%7D", Content_Type=FORM))
    except EndpointRefusedError as error:
        if error.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
            wanted = error.challenge or "credentials"
            return Finding("login", True, f"asks for {wanted} before it takes updates")
        return Finding("login", None, f"answers {error.status} to an update of nothing")
    return Finding("login", True, "takes updates from anybody who reaches it")


def _hasty(patient: Patient) -> Transport:
    """Return a transport without credentials and with little patience."""
    return Transport(None, min(_HASTE, patient.endpoint.transport.timeout))


PROBES: Final[tuple[Callable[[Patient], Finding], ...]] = (
    direct_post,
    any_format,
    rows_cut,
    graphs_cut,
    group_concat,
    time_limit,
    login,
)
