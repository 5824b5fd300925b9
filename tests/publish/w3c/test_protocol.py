"""Statement 40: the W3C's suite for the SPARQL 1.1 Protocol, all 34 of it.

27 are answered as it expects. The other 7 are updates, of which six begin by emptying the whole store:
a read-only endpoint that passed them would be none. They are run too, and each is refused.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import NamedNode, QueryBoolean, RdfFormat
from starlette.testclient import TestClient

from kg.publish.server import application
from kg.publish.server.token import Token
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
def holding(shared: Path) -> EmbeddedStore:
    """Return a store that holds the suite's graphs."""
    store = EmbeddedStore.memory()
    for number in (1, 2, 3):
        data = (shared / "suites/w3c/protocol" / f"data{number}.nt").read_bytes()
        graph = NamedNode(f"{DATA}data{number}.rdf")
        store.engine.load(data, RdfFormat.N_TRIPLES, to_graph=graph)
    return store


@pytest.fixture
def suite(holding: EmbeddedStore) -> Iterator[TestClient]:
    """Return a client of a server of that store."""
    with TestClient(application(holding, PUBLIC)) as client:
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


# What differs from the suite, by name: 403 where it expects 2xx or 3xx.
REFUSED = frozenset({
    "update_base_uri", "update_dataset_default_graph", "update_dataset_default_graphs", "update_dataset_full",
    "update_dataset_named_graphs", "update_post_direct", "update_post_form",
})  # fmt: skip
WORD = "a-word-that-opens-the-graph-store"


@pytest.mark.skipif(not CASES, reason="no ../shared beside this checkout")
def test_40_the_suite_is_whole() -> None:
    assert len(CASES) == 34
    assert {case.name for case in CASES} >= REFUSED


@pytest.mark.parametrize(
    "case", [c for c in CASES if c.name not in REFUSED], ids=lambda case: case.name
)
def test_40_queries_and_bad_requests(suite: TestClient, case: Case) -> None:
    for request in case.requests:
        ask(suite, request)


@pytest.mark.parametrize("given", [False, True], ids=["stranger", "with the token"])
@pytest.mark.parametrize(
    "case", [c for c in CASES if c.name in REFUSED], ids=lambda case: case.name
)
def test_41_updates_are_refused_and_change_nothing(
    holding: EmbeddedStore, case: Case, given: bool
) -> None:
    before = list(map(str, holding.quads()))
    request = case.requests[0]
    headers = request.headers | ({"Authorization": f"Bearer {WORD}"} if given else {})
    # The token opens /store, where the shapes judge; it makes no update of /sparql.
    with TestClient(application(holding, PUBLIC, token=Token(WORD))) as client:
        answer = client.request(request.method, request.path, content=request.body, headers=headers)
    assert (answer.status_code, answer.headers["Content-Type"]) == (
        403,
        "text/plain; charset=utf-8",
    )
    assert answer.text == "this endpoint is read-only\n  Nothing was changed.\n"
    assert answer.headers["Allow"] == "GET, HEAD, POST, OPTIONS"
    assert "Retry-After" not in answer.headers
    assert list(map(str, holding.quads())) == before
