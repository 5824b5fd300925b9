"""Statements 47 to 49: the named queries by HTTP."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Graph
from starlette.testclient import TestClient

from kg.pipeline import ontology_quads
from kg.publish.addresses import Addresses
from kg.publish.openapi import describe
from kg.publish.server import application
from kg.publish.sparql.limits import Limits
from kg.queries import catalogue, run
from kg.store.base import Rows
from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE
from tests.publish.conftest import PUBLIC
from tests.views.sample import Told, store

NAMES = [query.name for query in catalogue()]


@contextmanager
def asking(made: EmbeddedStore) -> Iterator[TestClient]:
    with TestClient(application(made, PUBLIC, Limits(workers=1, seconds=60))) as client:
        yield client


@pytest.fixture(scope="module")
def asked(published: EmbeddedStore) -> Iterator[TestClient]:
    with asking(published) as client:
        yield client


def examples(name: str) -> dict[str, str]:
    """Return what OpenAPI names as an example for each parameter that is needed."""
    operation = describe(Addresses(DEFAULT_BASE, PUBLIC))["paths"][f"/query/{name}.json"]["get"]
    given = {p["name"]: p["example"] for p in operation["parameters"] if p["required"]}
    # The small store knows another mission.
    return {k: "Bion-M2" if v in ("CHEOPS", "InSight") else v for k, v in given.items()}


@pytest.mark.parametrize("name", NAMES)
def test_47_each_query_answers_in_each_form(
    asked: TestClient, published: EmbeddedStore, name: str
) -> None:
    expected = run(name, published, examples(name))
    assert isinstance(expected, Rows)
    answer = asked.get(f"/query/{name}.json", params=examples(name))
    assert answer.headers["Content-Type"] == "application/sparql-results+json"
    assert answer.json()["head"]["vars"] == list(expected.variables)
    assert len(answer.json()["results"]["bindings"]) == len(expected)
    rows = asked.get(f"/query/{name}.csv", params=examples(name))
    assert rows.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert len(list(csv.reader(io.StringIO(rows.content.decode("utf-8-sig"))))) == len(expected) + 1
    page = asked.get(f"/query/{name}.html", params=examples(name))
    assert page.status_code == 200
    assert page.text.count("<tr>") == len(expected) + 1
    form = asked.get(f"/query/{name}.html")
    assert form.status_code == 200
    assert "<form" in form.text


def test_47_the_form_is_negotiated(asked: TestClient) -> None:
    for accept, expected in (
        ("text/html", "text/html; charset=utf-8"), ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"), ("text/turtle", "text/turtle"),
    ):  # fmt: skip
        answer = asked.get("/query/meetings", headers={"Accept": accept})
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, expected)
        assert "Accept" in answer.headers["Vary"]
    assert asked.get("/query/meetings", headers={"Accept": "image/png"}).status_code == 406


def test_47_there_is_a_page_in_each_language(asked: TestClient) -> None:
    french = {"Accept": "text/html", "Accept-Language": "fr"}
    for answer in (
        asked.get("/query/meetings.fr.html"),
        asked.get("/query/meetings", headers=french),
    ):
        assert answer.status_code == 200
        assert '<html lang="fr">' in answer.text


def test_47_the_index_lists_all_in_each_form(asked: TestClient) -> None:
    for path in ("/query", "/query/"):
        page = asked.get(path, headers={"Accept": "text/html"}).text
        assert all(f'href="query/{name}"' in page or f"query/{name}" in page for name in NAMES)
    graph = Graph().parse(data=asked.get("/query").text)
    assert {f"{PUBLIC}query/{name}#query" for name in NAMES} <= {str(s) for s in graph.subjects()}


@pytest.mark.parametrize(
    ("path", "params", "named"),
    [("meetings", {"since": "soon"}, "since"), ("meetings", {"nope": "1"}, "nope"),
     ("meetings", {"participant": "Nobody At All"}, "participant"), ("agency-profile", {}, "agency"),
     ("meetings", {"since": "2020-13"}, "since")],
)  # fmt: skip
def test_47_a_bad_parameter_is_400_and_named(
    asked: TestClient, path: str, params: dict[str, str], named: str
) -> None:
    for form in ("json", "csv", "xml"):
        answer = asked.get(f"/query/{path}.{form}", params=params)
        assert answer.status_code == 400
        assert answer.text.startswith(f"parameter {named}: ")
        assert answer.headers["Content-Type"].startswith("text/plain")
    if params:
        page = asked.get(f"/query/{path}.html", params=params)
        assert (page.status_code, 'role="alert"' in page.text) == (400, True)


CELLS = ("=1+1", "@SUM(A1)", "+cmd", "-2+3", '=HYPERLINK("http://x")')


@pytest.fixture(scope="module")
def odd() -> Iterator[TestClient]:
    """Return a client of a store with two agencies of one name, and missions named like formulas."""
    odd = Told("pr002-2021", "2021-01-06")
    for key in ("agency/twin-a", "agency/twin-b"):
        odd.thing(key, "Agency", "Twin")
    for number, cell in enumerate(CELLS):
        odd.thing(f"mission/m{number}", "Mission", cell)
        odd.claim("agency/twin-a", "participatesIn", f"mission/m{number}", "Twin takes part.")
    with store(odd) as made:
        made.load_base(ontology_quads(DEFAULT_BASE), ())
        with asking(made) as client:
            yield client


def test_47_an_ambiguous_name_lists_the_candidates(odd: TestClient) -> None:
    for form in ("json", "html"):
        answer = odd.get(f"/query/meetings.{form}", params={"participant": "Twin"})
        assert answer.status_code == 400
        assert "agency/twin-a" in answer.text
        assert "agency/twin-b" in answer.text


def test_47_no_cell_of_a_sheet_is_a_formula(odd: TestClient) -> None:
    answer = odd.get("/query/agency-profile.csv", params={"agency": "agency/twin-a"})
    rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))
    assert [row[1] for row in rows if row[0] == "takes part in"] == [f"'{c}" for c in sorted(CELLS)]


def test_47_an_unknown_query_is_404(asked: TestClient) -> None:
    for suffix in ("", ".json", ".html", ".ttl"):
        assert asked.get(f"/query/nope{suffix}").status_code == 404


HOSTILE = st.one_of(
    st.text(max_size=40),
    st.sampled_from([
        '" } ; DROP ALL #', "> } UNION { ?s ?p ?o } #", "\\u0022 . } SERVICE <http://x> { ?s ?p ?o }",
        "?x", "'''", '"""', "https://w3id.org/spacekg/id/agency/cnes> ?p ?o . <http://x",
        "CNES\\", "agency/cnes> ?p ?o } #",
    ]),
)  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from(["party", "since", "until"]), HOSTILE)
def test_48_no_value_becomes_sparql(
    asked: TestClient, published: EmbeddedStore, name: str, value: str
) -> None:
    before = published.count()
    answer = asked.get("/query/agreements.json", params={name: value})
    if answer.status_code == 200:
        # The signs around a name do not count: what is asked is what the name alone would ask.
        expected = run("agreements", published, {name: value})
        assert isinstance(expected, Rows)
        assert len(answer.json()["results"]["bindings"]) == len(expected)
    else:
        assert answer.status_code == 400
        assert answer.text.startswith(f"parameter {name}: ")
    assert published.count() == before


def test_48_text_is_a_term_and_no_more(asked: TestClient) -> None:
    for value in ('" } #', "x\\", "SERVICE", "'; DROP ALL"):
        page = asked.get("/query/meetings.html", params={"participant": value})
        assert page.status_code == 400
        assert "Traceback" not in page.text


def test_49_openapi_lists_each_query_with_an_example_that_works(asked: TestClient) -> None:
    described = asked.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert described["servers"] == [{"url": PUBLIC.rstrip("/")}]
    assert "/sparql" in described["paths"]
    for name in NAMES:
        operation = described["paths"][f"/query/{name}.json"]["get"]
        assert all(param["example"] for param in operation["parameters"])
