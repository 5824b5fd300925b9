"""Statements 36 and 37: the W3C's suite for service descriptions, whose three tests are sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection
from starlette.testclient import TestClient

from kg.publish.sparql.formats import GRAPHS
from kg.publish.terms import SD as TERMS
from tests.conftest import SHARED
from tests.publish.conftest import PUBLIC
from tests.publish.w3c.manifest import MF

SD = Namespace(TERMS.iri)
MANIFEST = SHARED / "suites" / "w3c" / "service-description" / "manifest.ttl"
# Domains and ranges that the specification gives its terms (section 3.4).
SCHEMA = {
    SD.endpoint: (SD.Service, None), SD.supportedLanguage: (SD.Service, None),
    SD.resultFormat: (SD.Service, None), SD.defaultDataset: (SD.Service, SD.Dataset),
    SD.defaultGraph: (SD.Dataset, SD.Graph), SD.namedGraph: (SD.Dataset, SD.NamedGraph),
    SD.name: (SD.NamedGraph, None), SD.graph: (SD.NamedGraph, SD.Graph),
}  # fmt: skip


def returns_rdf(client: TestClient) -> None:
    for form in GRAPHS:
        answer = client.get("/sparql", headers={"Accept": form.media_type})
        assert answer.headers["Content-Type"] == form.media_type
    assert len(_described(client)) > 10


def has_endpoint_triple(client: TestClient) -> None:
    assert set(_described(client).objects(None, SD.endpoint)) == {URIRef(f"{PUBLIC}sparql")}


def conforms_to_schema(client: TestClient) -> None:
    graph = _described(client)
    terms = {p for p in graph.predicates() if str(p).startswith(TERMS.iri)}
    assert terms <= set(SCHEMA)
    for property_, (domain, range_) in SCHEMA.items():
        for subject, value in graph.subject_objects(property_):
            assert (subject, RDF.type, domain) in graph
            assert range_ is None or (value, RDF.type, range_) in graph
    (service,) = graph.subjects(RDF.type, SD.Service)
    assert len(set(graph.objects(service, SD.defaultDataset))) == 1


TESTS: dict[str, Callable[[TestClient], None]] = {
    "returns-rdf": returns_rdf,
    "has-endpoint-triple": has_endpoint_triple,
    "conforms-to-schema": conforms_to_schema,
}


@pytest.mark.skipif(not MANIFEST.is_file(), reason="no ../shared beside this checkout")
def test_36_the_suite_is_whole() -> None:
    graph = Graph().parse(MANIFEST)
    (entries,) = graph.objects(None, MF.entries)
    assert {str(entry).rpartition("#")[2] for entry in Collection(graph, entries)} == set(TESTS)


@pytest.mark.parametrize("name", TESTS)
def test_36_the_service_describes_itself_as_the_suite_says(client: TestClient, name: str) -> None:
    TESTS[name](client)


def _described(client: TestClient) -> Graph:
    return Graph().parse(data=client.get("/sparql", headers={"Accept": "text/turtle"}).text)
