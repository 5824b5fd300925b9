"""Statement 45: the W3C's suite for the Graph Store Protocol, indirect and direct identification.

One of 13 is not run: it writes the default graph, which follows from the others.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from rdflib import BNode, Graph, URIRef
from rdflib.compare import isomorphic
from rdflib.term import Node
from starlette.testclient import TestClient

from kg.publish.server import application
from kg.publish.server.token import Token
from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE
from tests.conftest import SHARED
from tests.publish.conftest import PUBLIC
from tests.publish.w3c.manifest import Case, Request, cases

SUITE = SHARED / "suites" / "w3c" / "graph-store-protocol"
MANIFESTS = ("manifest-indirect.ttl", "manifest-direct.ttl")
CASES = [c for name in MANIFESTS for c in cases(SUITE / name)] if SUITE.is_dir() else []
WORD = "the-word-of-this-test"
DERIVED = "the default graph follows from the others"


@pytest.fixture
def writable() -> Iterator[TestClient]:
    app = application(EmbeddedStore.memory(), PUBLIC, token=Token(WORD))
    with TestClient(app, headers={"Authorization": f"Bearer {WORD}"}) as client:
        yield client


def _left_out(case: Case) -> str | None:
    """Return why a case is not run."""
    if any("?default" in request.path for request in case.requests):
        return DERIVED
    return None


def _plain(node: Node) -> Node:
    """Return a blank node for one that was given a name (RDF 1.1, 3.5)."""
    named = isinstance(node, URIRef) and node.startswith(f"{DEFAULT_BASE}.well-known/genid/")
    return BNode(str(node)) if named else node


def _graph(body: str | bytes) -> Graph:
    graph = Graph()
    for triple in Graph().parse(
        io.BytesIO(body.encode() if isinstance(body, str) else body), "turtle"
    ):
        subject, predicate, object_ = map(_plain, triple)
        graph.add((subject, predicate, object_))
    return graph


def _ask(client: TestClient, request: Request, location: str) -> str:
    path = request.path.replace("/gsp", "/store", 1).replace("$LOCATION$", location)
    answer = client.request(request.method, path, content=request.body, headers=request.headers)
    assert request.allows(answer.status_code), answer.text
    if request.method == "GET" and request.expected and answer.status_code == 200:
        assert isomorphic(_graph(answer.content), _graph(request.expected))
    return str(answer.headers.get("Location", location))


@pytest.mark.parametrize("case", [c for c in CASES if not _left_out(c)], ids=lambda case: case.name)
def test_45_the_suite(writable: TestClient, case: Case) -> None:
    location = ""
    for request in case.requests:
        location = _ask(writable, request, location)


@pytest.mark.skipif(not CASES, reason="no ../shared beside this checkout")
def test_45_what_is_left_out_is_known() -> None:
    assert len(CASES) == 13
    assert list(filter(None, map(_left_out, CASES))) == [DERIVED]
