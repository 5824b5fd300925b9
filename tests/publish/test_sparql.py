"""Statements 36 to 46: the endpoint describes itself, answers, and reaches nothing else."""

from __future__ import annotations

import csv
import io
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode
from rdflib import RDF, Graph, Namespace, URIRef
from starlette.testclient import TestClient

from kg.publish.server import application
from kg.publish.sparql.guard import calls_service
from kg.publish.sparql.limits import Limits
from kg.publish.terms import SD as SD_TERMS
from kg.store.embedded import EmbeddedStore
from tests.publish.conftest import PUBLIC

SD = Namespace(SD_TERMS.iri)
VOID = Namespace("http://rdfs.org/ns/void#")
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?a ?e"
UPDATES = ("CLEAR ALL", "DROP ALL", "INSERT DATA { <http://a> <http://b> <http://c> }",
           "LOAD <file:///etc/passwd>", "LOAD <http://127.0.0.1:1/x>")  # fmt: skip


@contextmanager
def bounded(store: EmbeddedStore, limits: Limits) -> Iterator[TestClient]:
    with TestClient(application(store, PUBLIC, limits)) as client:
        yield client


@pytest.fixture(scope="module")
def asked(published: EmbeddedStore) -> Iterator[TestClient]:
    """Return a client whose workers the tests of this file share."""
    with bounded(published, Limits(workers=1, seconds=60)) as client:
        yield client


@pytest.fixture(scope="module")
def described(asked: TestClient) -> Graph:
    answer = asked.get("/sparql")
    assert answer.headers["Content-Type"] == "text/turtle"
    return Graph().parse(data=answer.text)


def test_36_without_a_query_the_service_describes_itself_in_turtle(described: Graph) -> None:
    (service,) = described.subjects(RDF.type, SD.Service)
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in described


def test_36_the_description_uses_the_terms_as_they_are_defined(described: Graph) -> None:
    for property_, domain in (
        (SD.endpoint, SD.Service), (SD.defaultDataset, SD.Service), (SD.resultFormat, SD.Service),
        (SD.defaultGraph, SD.Dataset), (SD.namedGraph, SD.Dataset), (SD.name, SD.NamedGraph),
        (SD.graph, SD.NamedGraph),
    ):  # fmt: skip
        for subject in described.subjects(property_):
            assert (subject, RDF.type, domain) in described


def test_37_the_endpoint_is_the_public_url(described: Graph) -> None:
    assert list(described.objects(None, SD.endpoint)) == [URIRef(f"{PUBLIC}sparql")]


def test_38_each_graph_is_listed_with_its_triples(
    described: Graph, published: EmbeddedStore
) -> None:
    listed = {str(described.value(it, SD.name)): str(described.value(graph, VOID.triples))
              for it, graph in described.subject_objects(SD.graph)}  # fmt: skip
    assert listed == {g.value: str(published.count(g)) for g in published.graphs()}
    (whole,) = described.objects(None, SD.defaultGraph)
    count = published.count(ox.DefaultGraph())
    assert [int(str(n)) for n in described.objects(whole, VOID.triples)] == [count]


def test_39_a_browser_gets_the_editor(asked: TestClient) -> None:
    answer = asked.get("/sparql/", headers={"Accept": "text/html,*/*;q=0.8"})
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "<textarea" in answer.text
    assert 'name="query"' in answer.text
    assert asked.get("/sparql.ttl").headers["Content-Type"] == "text/turtle"


@pytest.mark.parametrize("update", UPDATES)
def test_41_updates_are_refused_and_change_nothing(
    asked: TestClient, published: EmbeddedStore, update: str
) -> None:
    before = published.count()
    assert asked.post("/sparql", data={"update": update}).status_code == 403
    headers = {"Content-Type": "application/sparql-update"}
    assert asked.post("/sparql", content=update, headers=headers).status_code == 403
    assert asked.get("/sparql", params={"query": update}).status_code == 400
    assert published.count() == before


@pytest.fixture
def stranger() -> Iterator[tuple[str, list[str]]]:
    """Return the address of a service, and the list of those who called it."""
    callers: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=_listen, args=(listening, callers))
        thread.start()
        port = listening.getsockname()[1]
        yield f"http://127.0.0.1:{port}/sparql", callers
        socket.create_connection(("127.0.0.1", port)).close()
        thread.join()


def _listen(listening: socket.socket, callers: list[str]) -> None:
    while True:
        caller, _ = listening.accept()
        with caller:
            heard = caller.recv(100)
        if not heard:
            return
        callers.append(heard.decode(errors="replace"))


HIDDEN = (
    "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ service silent <{url}> {{ ?s ?p ?o }} }}",
    "PREFIX x: <{url}> SELECT * {{ SERVICEx: {{ ?s ?p ?o }} }}",
    "PREFIX : <{url}> SELECT * {{ SERVICE:{{ ?s ?p ?o }} }}",
    "PREFIX silentx: <{url}> SELECT * {{ SERVICEsilentx: {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p ?o FILTER(1<2)SERVICE<{url}>#>\n{{ ?s ?p ?o }} }}",
    "SELECT * {{ BIND(1 AS ?b) FILTER(0<?b)SERVICE#>\n<{url}>#{{\n{{ ?s ?p ?o }} }}",
    "SELECT * {{ VALUES ?x {{ <{url}> }} FILTER(1<?b)SERVICE?x#>\n{{ ?s ?p ?o }} }}",
    "SELECT * {{ FILTER(1<'x#>' ) SERVICE <{url}> {{ ?s ?p ?o }} FILTER('' = '') }}",
    "ASK {{ FILTER EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ \\u0053ERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE \\u003c{url}\\u003e {{ ?s ?p ?o }} }}",
    "SELECT * FROM <{url}> {{ ?s ?p ?o }}",
    "SELECT * FROM NAMED <{url}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "SELECT * FROM <file:///etc/passwd> {{ ?s ?p ?o }}",
)


@pytest.mark.parametrize("query", HIDDEN)
def test_42_nothing_is_fetched(
    asked: TestClient, stranger: tuple[str, list[str]], query: str
) -> None:
    url, callers = stranger
    answer = asked.get("/sparql", params={"query": query.format(url=url)})
    assert answer.status_code in (200, 400, 403)
    if answer.status_code == 200:
        assert answer.json().get("results", {"bindings": []})["bindings"] == []
    assert (
        asked.get("/sparql", params={"query": "ASK {}", "default-graph-uri": url}).status_code
        == 200
    )
    assert callers == []


GAPS = st.lists(st.sampled_from([" ", "\n", "\t", "\r", "#\n", "# { <x> \n", "#'''\r"])).map(
    "".join
)
NAMES = st.sampled_from(["<http://x/#y>", "?x", "$été", "x:", ":", "ex:a\\#b", "ex:a%20·b"])


WORDS = st.sampled_from(["SERVICE", "service", "sErViCe"])
SILENT = st.sampled_from(["", "SILENT ", "sIlEnT#\n"])


@given(st.tuples(st.text(max_size=20), WORDS, GAPS, SILENT, GAPS, NAMES, GAPS).map("".join))
def test_42_however_it_is_spelled_a_service_is_seen(call: str) -> None:
    assert calls_service(f"{call}{{ ?s ?p ?o }}")


@pytest.mark.parametrize(
    "query",
    ['SELECT * { ?s ?p "European Data Relay Service" }', "SELECT ?service { ?service a ?x }",
     "# the service of <http://x>\nASK {}", "PREFIX service: <http://x/> ASK { service:a ?p ?o }"],
)  # fmt: skip
def test_42_the_word_alone_is_no_call(query: str) -> None:
    assert not calls_service(query)


def test_42_looking_for_a_service_takes_no_long() -> None:
    # Patterns that go back and forth would take hours here.
    for text in ("SERVICE " + "a:" * 50_000, "SERVICE" * 1_000, "SERVICE " + "#\n" * 50_000):
        assert not calls_service(text)


@pytest.mark.slow
def test_43_what_takes_too_long_or_too_much_gets_503(published: EmbeddedStore) -> None:
    limits = Limits(seconds=1, workers=1, memory=64 << 20, rows=10)
    with bounded(published, limits) as client:
        for query in (ENDLESS, LARGE):
            answer = client.get("/sparql", params={"query": query})
            assert answer.status_code == 503
            assert int(answer.headers["Retry-After"]) > 0
            assert "Traceback" not in answer.text
            assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200


@pytest.mark.slow
def test_43_memory_is_bounded(published: EmbeddedStore) -> None:
    with bounded(published, Limits(seconds=60, workers=1, memory=64 << 20)) as client:
        answer = client.get("/sparql", params={"query": LARGE})
        assert (answer.status_code, "memory" in answer.text) == (503, True)


def test_43_who_waits_too_long_for_a_turn_gets_503(published: EmbeddedStore) -> None:
    with bounded(published, Limits(workers=1, patience=0)) as client:
        answer = client.get("/sparql", params={"query": "ASK {}"})
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


def test_43_a_cut_answer_says_so(published: EmbeddedStore) -> None:
    query = "SELECT * { ?s ?p ?o } LIMIT {n}"
    with bounded(published, Limits(rows=3, size=1 << 20, workers=1)) as client:
        for form, told in (("json", '"link"'), ("xml", "<link "), ("csv", ""), ("tsv", "")):
            cut = client.get(
                "/sparql", params={"query": query.replace("{n}", "4"), "_mediatype": form}
            )
            whole = client.get(
                "/sparql", params={"query": query.replace("{n}", "3"), "_mediatype": form}
            )
            assert cut.headers["X-SPARQL-MaxRows"] == "3"
            assert told in cut.text
            assert "X-SPARQL-MaxRows" not in whole.headers
            assert "link" not in whole.text
            read = ox.parse_query_results(cut.content, _syntax(form)) if form != "csv" else None
            assert read is None or len(list(read)) == 3  # type: ignore[arg-type]
        for form in ("ttl", "nt", "rdf", "trig", "nq"):
            graph = client.get(
                "/sparql", params={"query": "CONSTRUCT WHERE { ?s ?p ?o }", "_mediatype": form}
            )
            assert "Cut: there is more" in graph.text


def _syntax(form: str) -> ox.QueryResultsFormat:
    found = ox.QueryResultsFormat.from_extension({"json": "srj", "xml": "srx"}.get(form, form))
    assert found is not None
    return found


def test_43_a_request_that_is_too_long_is_413(published: EmbeddedStore) -> None:
    with bounded(published, Limits(text=100, workers=1)) as client:
        for size in (101, 1000):
            assert client.post("/sparql", data={"query": "#" * size}).status_code == 413


def test_44_other_sites_may_ask(asked: TestClient) -> None:
    origin = {"Origin": "https://elsewhere.example"}
    for params in ({"query": "ASK {}"}, {"query": "no"}, {}):
        answer = asked.get("/sparql", params=params, headers=origin)
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
    for path in ("/sparql", "/doc/agency/cnes", "/nope"):
        wanted = {
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        }
        answer = asked.options(path, headers={**origin, **wanted})
        assert answer.status_code == 204
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "POST" in answer.headers["Access-Control-Allow-Methods"]
        assert "Content-Type" in answer.headers["Access-Control-Allow-Headers"]


QUERIES = (
    "SELECT ?s ?l { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l } ORDER BY ?s ?l LIMIT 50",
    'SELECT ?x { VALUES ?x { "a,b" "c\\"d\\\\" "x\\ty" "été"@fr 1 2.5 true "2020-01-01" UNDEF } }',
    "SELECT * { ?s <http://nope> ?o }",
)


@pytest.mark.parametrize("query", QUERIES)
def test_46_all_forms_give_the_same_answer(asked: TestClient, query: str) -> None:
    bodies = {
        form: asked.get("/sparql", params={"query": query, "_mediatype": form}).content
        for form in ("json", "xml", "tsv", "csv")
    }
    parsed = [
        ox.parse_query_results(bodies[form], _syntax(form)) for form in ("json", "xml", "tsv")
    ]
    first, *others = [[list(row) for row in rows] for rows in parsed]  # type: ignore[union-attr]
    assert all(other == first for other in others)
    rows = list(csv.reader(io.StringIO(bodies["csv"].decode(), newline="")))
    assert [row or [""] for row in rows[1:]] == [[_plain(cell) for cell in row] for row in first]


def _plain(cell: object) -> str:
    return cell.value if isinstance(cell, Literal | NamedNode) else ""


@pytest.mark.parametrize(
    ("accept", "expected"),
    [("application/json", "application/json"), ("text/csv", "text/csv; charset=utf-8"),
     ("*/*", "application/sparql-results+json"), ("", "application/sparql-results+json"),
     ("application/sparql-results+xml;q=0.9, text/csv;q=0.2", "application/sparql-results+xml")],
)  # fmt: skip
def test_12_the_form_is_negotiated(asked: TestClient, accept: str, expected: str) -> None:
    answer = asked.get(
        "/sparql", params={"query": "SELECT (1 AS ?x) {}"}, headers={"Accept": accept}
    )
    assert answer.headers["Content-Type"] == expected
    assert answer.headers["Vary"] == "Accept"


def test_13_a_form_that_is_not_there_is_406_and_lists_those_that_are(asked: TestClient) -> None:
    for query in ("ASK {}", "CONSTRUCT WHERE { ?s ?p ?o }"):
        answer = asked.get("/sparql", params={"query": query}, headers={"Accept": "image/png"})
        assert answer.status_code == 406
        assert "application/" in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_40_other_methods_are_405(asked: TestClient, method: str) -> None:
    answer = asked.request(method, "/sparql?query=ASK{}")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_20_head_has_the_headers_of_get(asked: TestClient) -> None:
    got, head = (asked.request(m, "/sparql?query=ASK{}") for m in ("GET", "HEAD"))
    assert dict(got.headers) == dict(head.headers)


def test_37_no_answer_mentions_where_the_server_listens(asked: TestClient) -> None:
    headers = {
        "Host": "evil.example",
        "X-Forwarded-Host": "evil.example",
        "Forwarded": "host=evil.example",
    }
    for params in ({}, {"query": "ASK {}"}, {"query": "no"}):
        answer = asked.get("/sparql", params=params, headers=headers)
        assert "evil" not in answer.text + str(answer.headers)


def test_a_worker_that_somebody_ended_is_replaced(published: EmbeddedStore) -> None:
    with bounded(published, Limits(workers=1)) as client:
        assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200
        broken = client.get("/sparql", params={"query": "SELECT (STRLEN(<http://x y>) AS ?n) {}"})
        assert broken.status_code == 400
        assert json.loads(client.get("/sparql", params={"query": "ASK {}"}).text)["boolean"] is True
