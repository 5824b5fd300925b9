"""Statements 10 to 21: a document in each form, and which form a client gets."""

from __future__ import annotations

import io
import json
import re

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic
from starlette.testclient import TestClient

from kg.publish.formats import FORMS, Form
from kg.publish.sparql.formats import ROWS
from tests.publish.conftest import PUBLIC

# rdflib's own readers of JSON-LD, TriG and N-Quads call what it deprecates.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

PAGES = ("doc/agency/cnes", "doc/mission/bion-m2", "doc/release/cnes/pr025-2020", "ontology")
SYNTAXES = {
    "ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdf": "xml", "trig": "trig", "nq": "nquads"
}  # fmt: skip
RDF = [form for form in FORMS if form.suffix in SYNTAXES]
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def triples(body: bytes, form: Form) -> Graph:
    """Parse a form by rdflib, which did not write it, and forget the graphs."""
    if not form.graphs:
        return Graph().parse(io.BytesIO(body), format=SYNTAXES[form.suffix])
    graph = Graph()
    for subject, predicate, object_, _ in (
        Dataset().parse(io.BytesIO(body), format=SYNTAXES[form.suffix]).quads()
    ):
        graph.add((subject, predicate, object_))
    return graph


@pytest.mark.parametrize("form", RDF, ids=lambda form: form.suffix)
def test_10_each_form_parses_and_carries_just_its_type(client: TestClient, form: Form) -> None:
    for page in PAGES:
        answer = client.get(f"/{page}", headers={"Accept": form.media_type})
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == form.media_type
        assert len(triples(answer.content, form)) > 0


@pytest.mark.parametrize("page", PAGES)
def test_11_all_forms_say_the_same(client: TestClient, page: str) -> None:
    turtle = triples(client.get(f"/{page}.ttl").content, FORMS[0])
    for form in RDF[1:]:
        assert isomorphic(triples(client.get(f"/{page}.{form.suffix}").content, form), turtle)


def test_11_forms_with_graphs_name_them(client: TestClient) -> None:
    body = client.get("/doc/mission/bion-m2.nq").content
    names = {str(quad.graph_name) for quad in ox.parse(body, ox.RdfFormat.N_QUADS)}
    assert any("graph/release/" in name for name in names)


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("*/*", "text/turtle"),
        ("", "text/turtle"),
        (BROWSER, "text/html; charset=utf-8"),
        ("text/turtle;q=0.4, application/ld+json;q=0.5", "application/ld+json"),
        ("application/rdf+xml, */*;q=0.1", "application/rdf+xml"),
        ("text/turtle;q=0, application/n-triples;q=0.1", "application/n-triples"),
        ("text/plain, application/trig;q=0.3", "application/trig"),
    ],
)
def test_12_q_values_are_honoured(client: TestClient, accept: str, expected: str) -> None:
    answers = [client.get("/doc/agency/cnes", headers={"Accept": accept}) for _ in range(2)]
    assert [answer.headers["Content-Type"] for answer in answers] == [expected, expected]


def test_13_what_is_not_to_be_had_is_406_with_the_alternatives(client: TestClient) -> None:
    answer = client.get("/doc/agency/cnes", headers={"Accept": "application/pdf"})
    assert answer.status_code == 406
    for form in FORMS:
        assert form.media_type in answer.text
        assert f"{PUBLIC}doc/agency/cnes.{form.suffix}" in answer.text


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.suffix)
def test_14_suffix_and_argument_beat_the_header(client: TestClient, form: Form) -> None:
    other = {"Accept": "text/html" if form.suffix != "html" else "text/turtle"}
    by_suffix = client.get(f"/doc/agency/cnes.{form.suffix}", headers=other)
    by_argument = client.get(
        "/doc/agency/cnes", params={"_mediatype": form.media_type}, headers=other
    )
    assert by_suffix.headers["Content-Type"] == form.content_type
    assert by_suffix.content == by_argument.content


def test_15_negotiated_answers_vary(client: TestClient) -> None:
    for path, accept in (
        ("/doc/agency/cnes", "*/*"), ("/doc/agency/cnes", "image/png"), ("/id/agency/cnes", "*/*")
    ):  # fmt: skip
        assert client.get(path, headers={"Accept": accept}).headers["Vary"].startswith("Accept,")


def test_16_content_location_names_the_variant(client: TestClient) -> None:
    answer = client.get("/doc/agency/cnes", headers={"Accept": "text/turtle"})
    assert answer.headers["Content-Location"] == f"{PUBLIC}doc/agency/cnes.ttl"


def test_17_alternates_are_linked_in_headers_and_head(client: TestClient) -> None:
    answer = client.get("/doc/agency/cnes", headers={"Accept": "text/html"})
    for form in RDF:
        told = f'<{PUBLIC}doc/agency/cnes.{form.suffix}>; rel="alternate"; type="{form.media_type}"'
        assert told in answer.headers["Link"]
        assert re.search(
            rf'<link rel="alternate" type="{re.escape(form.media_type)}" '
            rf'href="[./]*doc/agency/cnes\.{form.suffix}">', answer.text
        )  # fmt: skip


def test_18_each_form_has_its_own_strong_etag(client: TestClient) -> None:
    tags = set()
    for form in FORMS:
        answer = client.get(f"/doc/agency/cnes.{form.suffix}")
        tag = answer.headers["ETag"]
        assert tag.startswith('"')
        tags.add(tag)
        again = client.get(f"/doc/agency/cnes.{form.suffix}", headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == tag
    assert len(tags) == len(FORMS)


def test_19_last_modified_is_the_day_of_the_newest_release(client: TestClient) -> None:
    answer = client.get("/doc/release/cnes/pr025-2020.ttl")
    assert answer.headers["Last-Modified"] == "Mon, 17 Feb 2020 00:00:00 GMT"


@pytest.mark.parametrize("path", ["/doc/agency/cnes", "/id/agency/cnes", "/ontology", "/nothing"])
def test_20_head_has_the_headers_of_get(client: TestClient, path: str) -> None:
    got, head = client.get(path), client.head(path)
    assert head.content == b""
    assert (head.status_code, dict(head.headers)) == (got.status_code, dict(got.headers))


@pytest.mark.parametrize(
    "path", ["/doc/agency/cnes", "/ontology", "/dataset", "/sparql", "/graph/ontology"]
)
def test_21_no_private_media_type_is_the_default(client: TestClient, path: str) -> None:
    for headers in ({}, {"Accept": "*/*"}):
        kind = client.get(path, headers=headers).headers["Content-Type"]
        assert kind == "text/turtle"
    listed = {form.media_type for form in (*FORMS, *ROWS)}
    assert not [kind for kind in listed if re.search(r"/(x-|vnd\.|prs\.)", kind)]


def test_28_the_page_holds_the_turtle_as_json_ld(client: TestClient) -> None:
    text = client.get("/doc/mission/bion-m2.html").text
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert len(scripts) == 1
    assert "<" not in scripts[0]
    assert isomorphic(
        Graph().parse(data=json.dumps(json.loads(scripts[0])), format="json-ld"),
        triples(client.get("/doc/mission/bion-m2.ttl").content, FORMS[0]),
    )
