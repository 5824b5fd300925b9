"""Statements 1 to 7: things, the documents about them, and what became of things."""

from __future__ import annotations

import html
import re
from urllib.parse import quote, urljoin

import pytest
from rdflib import FOAF, RDF, Graph, URIRef
from starlette.testclient import TestClient

from kg.publish.formats import FORMS, PAGES
from kg.publish.pages.texts import texts
from kg.vocab import DEFAULT_BASE, SKG
from tests.publish.conftest import PUBLIC
from tests.publish.world import ELSEWHERE, MERGED, ODD, OTHER, REASON, SINCE, SURVIVOR, WITHDRAWN

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}

THINGS = ("agency/cnes", "mission/bion-m2", "meeting/2020-02-14-cnes-roscosmos")


@pytest.mark.parametrize("thing", THINGS)
def test_01_a_thing_answers_303_to_its_document(client: TestClient, thing: str) -> None:
    answer = client.get(f"/id/{thing}")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{PUBLIC}doc/{thing}")


@pytest.mark.parametrize("part", ["", "/text", "/claim/0123", "/post/jean-yves-le-gall-president"])
def test_01_a_release_and_its_parts_answer_303(client: TestClient, part: str) -> None:
    answer = client.get(f"/release/cnes/pr025-2020{part}")
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{PUBLIC}doc/release/cnes/pr025-2020"


@pytest.mark.parametrize("thing", THINGS)
def test_02_the_document_is_another_iri_and_says_what_it_is_about(
    client: TestClient, thing: str
) -> None:
    graph = Graph().parse(data=client.get(f"/doc/{thing}.ttl").text)
    document, about = URIRef(f"{PUBLIC}doc/{thing}"), URIRef(f"{DEFAULT_BASE}id/{thing}")
    assert (document, FOAF.primaryTopic, about) in graph
    assert (document, RDF.type, FOAF.Document) in graph
    assert document != about


def test_03_the_ontology_without_fragment_describes_every_term(client: TestClient) -> None:
    answer = client.get("/ontology", headers={"Accept": "text/turtle"})
    assert answer.status_code == 200
    subjects = {str(subject) for subject in Graph().parse(data=answer.text).subjects()}
    assert {SKG.iri + term for term in SKG.terms} <= subjects


@pytest.mark.parametrize(
    "path",
    ["id/agency/nope", "doc/agency/nope", "release/cnes/nope", "doc/release/cnes/nope", "nope",
     "graph/nope", "id/", "doc/", "doc/agency/cnes/in/2", "doc/agency/cnes/in/0",
     "id/agency/a b<>", "doc/mission/%00"],
)  # fmt: skip
def test_04_what_is_unknown_is_404_in_every_format(client: TestClient, path: str) -> None:
    for form in FORMS:
        assert client.get(f"/{path}", headers={"Accept": form.media_type}).status_code == 404
        assert client.get(f"/{path}.{form.suffix}").status_code == 404


@pytest.mark.parametrize("room", ["id", "doc"])
def test_05_a_merged_thing_moves_to_the_survivor(client: TestClient, room: str) -> None:
    answer = client.get(f"/{room}/{MERGED}")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{PUBLIC}id/{SURVIVOR}")


@pytest.mark.parametrize("room", ["id", "doc"])
def test_05_a_withdrawn_thing_is_gone_and_says_why(client: TestClient, room: str) -> None:
    answer = client.get(f"/{room}/{WITHDRAWN}")
    assert answer.status_code == 410
    assert REASON in answer.text


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "path", ["nope", "doc/agency/nope", "doc/a/b%2Fc/d", "assets/nope.js", "query/nope"]
)
def test_04_a_browser_gets_a_page_that_leads_on(
    client: TestClient, path: str, language: str
) -> None:
    answer = client.get(f"/{path}", headers=BROWSER | {"Accept-Language": language})
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Content-Language"] == language
    assert texts(language)("missing") in html.unescape(answer.text)
    assert '<input id="q" name="q"' in answer.text
    for link in ("assets/style.css", f"search.{PAGES[language].suffix}"):
        found = re.search(rf'(?:href|action)="([^"]*{link})"', answer.text)
        assert found
        assert client.get(urljoin(f"http://x/{path}", found[1])).status_code == 200


def test_04_programs_get_text_or_json(client: TestClient) -> None:
    plain = client.get("/doc/agency/nope")
    assert plain.headers["Content-Type"].startswith("text/plain")
    problem = client.get("/doc/agency/nope", headers={"Accept": "application/json"})
    assert (problem.status_code, problem.json()["status"]) == (404, 404)
    assert problem.headers["Content-Type"] == "application/problem+json"
    assert "Accept" in problem.headers["Vary"]


def test_05_a_tombstone_says_since_when_and_what_took_its_place(client: TestClient) -> None:
    for room in ("id", "doc"):
        page = client.get(f"/{room}/{ELSEWHERE}", headers=BROWSER)
        assert (page.status_code, page.headers["Content-Type"]) == (410, "text/html; charset=utf-8")
        assert "It was here twice." in page.text
        assert "24 December 2020" in page.text
        assert f'<a href="{OTHER}"' in page.text
    told = client.get(f"/id/{ELSEWHERE}", headers={"Accept": "application/json"}).json()
    assert (told["since"], told["replacedBy"]) == (SINCE, [OTHER])
    assert client.get(f"/id/{ELSEWHERE}").text.splitlines()[-2:] == [
        f"Since: {SINCE}",
        f"Replaced by: {OTHER}",
    ]
    # Where no day is told, it is that of the release that says so.
    assert "Since: 2021-01-05" in client.get(f"/id/{WITHDRAWN}").text


@pytest.mark.parametrize("key", ODD)
def test_06_odd_iris_round_trip(client: TestClient, key: str) -> None:
    about = URIRef(f"{DEFAULT_BASE}id/{key}")
    for spelled in (quote(key, safe="/"), quote(key, safe="/%'()")):
        answer = client.get(f"/id/{spelled}")
        assert answer.status_code == 303
        document = answer.headers["Location"].removeprefix(PUBLIC.rstrip("/"))
        turtle = client.get(document, headers={"Accept": "text/turtle"})
        assert turtle.status_code == 200
        graph = Graph().parse(data=turtle.text)
        assert about in set(graph.objects(None, FOAF.primaryTopic))


def test_07_no_answer_mentions_where_the_server_listens(client: TestClient) -> None:
    for path in ("id/agency/cnes", "doc/agency/cnes", "doc/agency/cnes.html", "ontology", "nope"):
        for host in ("localhost:8000", "127.0.0.1", "evil.example"):
            answer = client.get(
                f"/{path}", headers={"Host": host, "X-Forwarded-Host": host, "Forwarded": host}
            )
            told = answer.text + str(answer.headers)
            assert host not in told
            assert "testserver" not in told
