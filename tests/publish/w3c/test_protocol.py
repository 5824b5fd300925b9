"""Statement 40: the W3C's suite for the SPARQL 1.1 Protocol."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import NamedNode, QueryBoolean, RdfFormat
from starlette.testclient import TestClient

from kg.publish.server import application
from kg.store.embedded import EmbeddedStore
from tests.conftest import SHARED
from tests.publish.conftest import PUBLIC
from tests.publish.w3c.manifest import Case, Request, cases

SUITE = SHARED / "suites" / "w3c" / "protocol"
DATA = "http://kasei.us/2009/09/sparql/data/"
CASES = list(cases(SUITE / "manifest.ttl")) if SUITE.is_dir() else []
ROWS = ("application/sparql-results+json", "application/sparql-results+xml", "text/csv",
        "text/tab-separated-values")  # fmt: skip
GRAPHS = ("application/rdf+xml", "text/turtle", "application/n-triples")


@pytest.fixture
def suite(shared: Path) -> Iterator[TestClient]:
    """Return a client of a server that holds the suite's graphs."""
    store = EmbeddedStore.memory()
    for number in (1, 2, 3):
        data = (shared / "suites/w3c/protocol" / f"data{number}.nt").read_bytes()
        graph = NamedNode(f"{DATA}data{number}.rdf")
        store.engine.load(data, RdfFormat.N_TRIPLES, to_graph=graph)
    with TestClient(application(store, PUBLIC)) as client:
        yield client


def ask(client: TestClient, request: Request) -> None:
    """Send a request, and hold the answer against what the suite expects."""
    answer = client.request(
        request.method, request.path, content=request.body, headers=request.headers
    )
    assert request.allows(answer.status_code), answer.text
    kind = answer.headers["Content-Type"].partition(";")[0]
    if request.form == "boolean":
        assert kind in ROWS[:2]
        found = ox.parse_query_results(io.BytesIO(answer.content), ox.QueryResultsFormat.JSON)
        assert isinstance(found, QueryBoolean)
        assert request.truth in (None, bool(found))
    elif request.form is not None:
        assert kind in (ROWS if request.form == "tabular" else GRAPHS)


@pytest.mark.skipif(not CASES, reason="no ../shared beside this checkout")
def test_40_the_suite_is_whole() -> None:
    assert len(CASES) == 34


def _is_update(case: Case) -> bool:
    return case.name.startswith("update_")


@pytest.mark.parametrize(
    "case", [c for c in CASES if not _is_update(c)], ids=lambda case: case.name
)
def test_40_queries_and_bad_requests(suite: TestClient, case: Case) -> None:
    for request in case.requests:
        ask(suite, request)


@pytest.mark.parametrize("case", [c for c in CASES if _is_update(c)], ids=lambda case: case.name)
def test_41_updates_are_refused_on_the_public_endpoint(suite: TestClient, case: Case) -> None:
    request = case.requests[0]
    answer = suite.request(
        request.method, request.path, content=request.body, headers=request.headers
    )
    assert answer.status_code == 403
    count = suite.get("/sparql", params={"query": "ASK { GRAPH ?g { ?s ?p ?o } }"}).json()
    assert count["boolean"] is True
