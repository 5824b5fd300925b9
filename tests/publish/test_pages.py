"""Statements 28 to 32, 35, 39 and 62: what pages say, for all kinds of documents and both languages."""

from __future__ import annotations

import html
import json
import os
import re
from pathlib import Path
from urllib.parse import unquote, urldefrag
from xml.etree import ElementTree

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import Dataset, Graph, URIRef
from rdflib.compare import isomorphic
from starlette.testclient import TestClient

from kg.publish.addresses import Addresses
from kg.publish.documents import Store, statements, things
from kg.publish.formats import PAGE, PAGES
from kg.publish.pages.texts import texts
from kg.publish.redirects import ABSENT
from kg.publish.representation import render
from kg.publish.server import application
from kg.publish.terms import XHV
from kg.store.base import Bindings, Result
from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE, ORG, RDF, RDFS, SKG
from tests.publish.conftest import PUBLIC
from tests.views.sample import Told, founding, iri, store, told

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

KINDS = {
    "home": "", "search": "search", "network": "network", "ontology": "ontology", "classes": "doc/class",
    "class": "doc/class/Agency", "agency": "doc/agency/cnes", "mission": "doc/mission/bion-m2",
    "meeting": "doc/meeting/2020-02-14-cnes-roscosmos", "person": "doc/person/le-gall",
    "release": "doc/release/cnes/pr025-2020", "graph": "graph/release/cnes/pr025-2020",
    "script": "doc/mission/script", "question": "query/meetings", "questions": "query", "sparql": "sparql",
}  # fmt: skip
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def fetch(client: TestClient, path: str, form: str = "html") -> str:
    answer = client.get(f"/{path or 'index'}.{form}")
    assert answer.status_code == 200, path
    return answer.text


def words(text: str) -> str:
    """Return what a reader sees of a page, or of a part of it."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", SCRIPT.sub("", text))).split())


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_28_the_data_block_is_the_turtle(client: TestClient, kind: str, language: str) -> None:
    found = SCRIPT.findall(fetch(client, KINDS[kind], PAGES[language].suffix))
    assert len(found) == 1
    assert not set("<>&") & set(found[0])
    data = Graph().parse(data=json.dumps(json.loads(found[0])), format="json-ld")
    assert isomorphic(data, Graph().parse(data=fetch(client, KINDS[kind], "ttl")))


def test_29_titles_and_canonical_links_are_unique(site: Path) -> None:
    seen: dict[str, dict[str, Path]] = {"title": {}, "canonical": {}}
    for page in site.rglob("*.html"):
        if page.parent.name == "assets" or page.name == ABSENT:
            continue
        text = page.read_text(encoding="utf-8")
        language = "fr" if page.name.endswith(".fr.html") else "en"
        assert f'<html lang="{language}">' in text
        title = re.findall(r"<title>(.*?)</title>", text)
        canonical = re.findall(r'<link rel="canonical" href="([^"]+)">', text)
        assert len(title) == len(canonical) == 1, page
        assert canonical[0].startswith(PUBLIC)
        for kind, value in (("title", title[0]), ("canonical", canonical[0])):
            assert value not in seen[kind], (page, seen[kind][value], value)
            seen[kind][value] = page
    assert len(seen["title"]) > 100


@pytest.mark.parametrize(
    ("form", "expected"), [("html", "Mission d'essai"), ("fr.html", "Mission d'essai")]
)
def test_30_labels_fall_back_by_language(form: str, expected: str) -> None:
    made = told("pr002-2021")
    made.fact(iri("mission/x"), SKG.agencyOf, NamedNode(iri("country/nowhere")))
    made.fact(
        iri("mission/x"), "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", NamedNode(SKG.Mission)
    )
    made.fact(iri("mission/x"), RDFS.label, Literal("Mission d'essai", language="fr"))
    with store(made) as view, TestClient(application(view, PUBLIC)) as client:
        text = html.unescape(fetch(client, "doc/mission/x", form))
    assert expected in re.findall(r"<h1[^>]*>(.*?)</h1>", text)
    assert ('<h1 lang="fr">' in text) == (form == "html")
    assert "nowhere" in words(text), "what has no label is called by its last part"


@pytest.mark.parametrize("language", PAGES)
def test_30_each_language_has_its_own_words(client: TestClient, language: str) -> None:
    text = fetch(client, "doc/mission/bion-m2", PAGES[language].suffix)
    assert texts(language)("facts") in html.unescape(text)
    assert "participates in" in text if language == "en" else "participe" in text


@pytest.mark.parametrize(
    "kind", ["agency", "mission", "meeting", "person", "release", "script", "class", "graph"]
)
def test_30_the_iri_is_visible(client: TestClient, kind: str) -> None:
    text = fetch(client, KINDS[kind])
    about = re.search(r"<code>(https://w3id.org/spacekg/[^<]+)</code>", text)
    assert about
    assert html.unescape(about[1]) in words(text)


def test_31_incoming_links_have_pages_that_can_be_reached() -> None:
    made = told("pr003-2021")
    keys = [f"mission/m{number:03}" for number in range(450)]
    for key in keys:
        made.thing(key, "Mission", f"Mission {key}")
        made.fact(iri(key), SKG.operatedBy, NamedNode(iri("agency/cnes")))
    with store(made) as view, TestClient(application(view, PUBLIC)) as client:
        path, seen = "doc/agency/cnes.html", set()
        for _ in range(20):
            text = client.get(f"/{path}").text
            seen |= set(re.findall(r"doc/(mission/m\d+)\.html", text))
            following = re.search(r'<a rel="next" href="([^"]+)"', text)
            if following is None:
                break
            path = os.path.normpath(os.path.join(os.path.dirname(path), following[1]))  # noqa: PTH118, PTH120
        site_ = Store(view, Addresses(view.base, PUBLIC))
        pages = [path for path in things.paths(site_) if "cnes/in/" in path]
    assert 450 // statements.PAGE - 1 <= len(pages) <= 450 // statements.PAGE
    assert len(seen) == 450


def test_31_what_goes_out_of_a_hub_has_pages_too_and_so_have_the_data() -> None:
    with store(hub(120)) as view, TestClient(application(view, PUBLIC)) as client:
        site_ = Store(view, Addresses(view.base, PUBLIC))
        said = statements.said(site_, iri("agency/cnes"))
        wanted = {(str(t.subject), str(t.object)) for t in (*said.outgoing, *said.incoming)}
        found, path, shown = set(), "doc/agency/cnes", set()
        while path:
            data = Graph().parse(data=fetch(client, path, "ttl"))
            quads = Dataset().parse(data=client.get(f"/{path}.nq").text, format="nquads")
            assert set(data) == {quad[:3] for quad in quads.quads()}
            found |= {(s.n3(), o.n3()) for s, _, o in data}
            shown |= set(re.findall(r"doc/(mission/h\d+)\.html", fetch(client, path)))
            following = data.value(URIRef(PUBLIC + path), URIRef(XHV.next))
            path = str(following).removeprefix(PUBLIC) if following else ""
    assert wanted <= found
    assert len(shown) == 120


def test_32_each_statement_shows_release_and_sentence(client: TestClient) -> None:
    text = fetch(client, "doc/mission/bion-m2")
    for agency in ("cnes", "roscosmos"):
        found = re.search(rf'doc/agency/{agency}\.html">(?:(?!</li>).)*', text, re.DOTALL)
        assert found
        assert f"{agency} on Bion-M2" in found[0]
        assert "doc/release/cnes/pr025-2020.html" in found[0]
        assert "17 February 2020" in found[0]
    apart = text[text.index('<section class="discussed"') :]
    assert "ESA could join" in apart
    assert "ESA could join" not in text[: text.index('<section class="discussed"')]


def test_32_every_statement_of_every_thing_says_where_from(site: Path) -> None:
    pages = [
        p
        for p in (site / "doc").rglob("*.html")
        if "class" not in p.parts and "release" not in p.parts
    ]
    checked = 0
    for page in pages:
        for item in re.findall(
            r'<p class="fact">.*?(?=<p class="fact">|</section>)',
            page.read_text(encoding="utf-8"),
            re.DOTALL,
        ):
            assert "<blockquote" in item or 'class="note"' in item, (page, item)
            checked += 1
    assert checked > 50


def test_32_what_only_the_authority_says_says_so() -> None:
    made = told("pr004-2021")
    with store(made) as view:
        graph = NamedNode(f"{DEFAULT_BASE}graph/authority")
        fact = Quad(
            NamedNode(iri("agency/cnes")),
            NamedNode(SKG.agencyOf),
            NamedNode(iri("country/france")),
            graph,
        )
        view.load_base((), (fact,))
        with TestClient(application(view, PUBLIC)) as client:
            text = fetch(client, "doc/agency/cnes")
    assert texts("en")("authority") in words(text)


def test_32_a_post_that_no_release_tells_says_who_does() -> None:
    person, post = iri("person/x"), iri("person/x/post")
    said = [
        (post, RDF.type, NamedNode(ORG.Membership)), (post, ORG.member, NamedNode(person)),
        (post, ORG.organization, NamedNode(iri("agency/cnes"))), (person, RDF.type, NamedNode(SKG.Person)),
    ]  # fmt: skip
    graph = NamedNode(f"{DEFAULT_BASE}graph/authority")
    quads = [Quad(NamedNode(s), NamedNode(p), o, graph) for s, p, o in said]
    with store(told("pr005-2021")) as view:
        view.load_base((), quads)
        with TestClient(application(view, PUBLIC)) as client:
            text = words(fetch(client, "doc/agency/cnes"))
    assert texts("en")("authority") in text
    assert texts("en")("unknown") not in text


def test_31_the_newest_events_come_first() -> None:
    made = told("pr006-2021")
    last = 1900 + statements.PAGE + 10
    for year in range(1901, last + 1):
        made.event(f"meeting/{year}-01-01-cnes-x", "Meeting", None, "They met.", "agency/cnes")
    with store(made) as view, TestClient(application(view, PUBLIC)) as client:
        first, second = (fetch(client, f"doc/agency/cnes{page}") for page in ("", "/in/2"))
    assert f"meeting/{last}-01-01-cnes-x" in first
    assert "meeting/1901-01-01-cnes-x" not in first
    assert "meeting/1901-01-01-cnes-x" in second


def test_32_events_are_a_timeline_and_posts_are_told(client: TestClient) -> None:
    text = words(fetch(client, "doc/agency/cnes"))
    assert "14 February 2020 Label of meeting/2020-02-14-cnes-roscosmos" in text
    assert "They met in Moscow." in text
    assert "Jean-Yves Le Gall , President" in text
    assert "its President" in text


def test_32_a_release_shows_its_words_in_order(client: TestClient) -> None:
    text = words(fetch(client, "doc/release/cnes/pr025-2020"))
    places = [
        text.index(quote)
        for quote in ("cnes on Bion-M2", "cnes at CSG", "ESA could join", "They met in Moscow.")
    ]
    assert places == sorted(places)
    assert texts("en")("no_text") in text


@pytest.mark.parametrize("kind", KINDS)
def test_35_a_script_in_a_literal_stays_text(client: TestClient, kind: str) -> None:
    text = fetch(client, KINDS[kind])
    assert "<script>alert" not in text
    assert re.findall(r"<script(?![^>]*(?:src=|application/ld))", text) == []
    assert re.findall(r"\son\w+=|javascript:|<style|\sstyle=", SCRIPT.sub("", text)) == []


def test_35_it_is_shown_as_text(client: TestClient) -> None:
    assert '<script>alert("x")</script>' in html.unescape(fetch(client, "doc/mission/script"))


@pytest.mark.parametrize(
    "words_", ['"><script>alert(1)</script>', "bion", "Moscow", "nothing such", "?!", "\x99"]
)
def test_the_search_answers_without_scripts(client: TestClient, words_: str) -> None:
    answer = client.get("/search", params={"q": words_}, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert ("doc/mission/bion-m2.html" in answer.text) == (words_ == "bion")
    assert ("They met in Moscow." in answer.text) == (words_ == "Moscow")


def test_39_a_browser_gets_the_editor_and_a_form_without_it(client: TestClient) -> None:
    answer = client.get("/sparql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert answer.headers["Content-Type"].startswith("text/html")
    assert re.search(r'<form action="sparql" method="get" data-editor>', answer.text)
    assert '<textarea id="query" name="query"' in answer.text


@pytest.mark.parametrize("header", ["fr", "fr-FR,fr;q=0.9,en;q=0.5", "de, fr;q=0.5"])
def test_a_reader_gets_the_language_that_the_browser_names(client: TestClient, header: str) -> None:
    wanted = {"Accept": "text/html", "Accept-Language": header}
    answer = client.get("/doc/agency/cnes", headers=wanted)
    assert (answer.headers["Content-Language"], '<html lang="fr">' in answer.text) == ("fr", True)
    assert "Accept-Language" in answer.headers["Vary"]
    assert answer.headers["Content-Location"] == f"{PUBLIC}doc/agency/cnes.fr.html"
    assert client.get("/doc/agency/cnes.html", headers=wanted).headers["Content-Language"] == "en"
    assert (
        client.get(
            "/doc/agency/cnes", headers={"Accept": "text/html", "Accept-Language": "de"}
        ).headers["Content-Language"]
        == "en"
    )


def test_62_anchors_that_links_name_are_there(site: Path) -> None:
    ids: dict[Path, set[str]] = {}
    checked = 0
    for page in site.rglob("*.html"):
        text = html.unescape(page.read_text(encoding="utf-8"))
        for link in re.findall(r'href="([^"]+)"', text):
            address, anchor = urldefrag(link)
            if not anchor or re.match(r"[a-z][a-z0-9+.-]*:", link):
                continue
            target = (page.parent / unquote(address)).resolve() if address else page
            if target not in ids:
                ids[target] = set(re.findall(r'\sid="([^"]+)"', target.read_text(encoding="utf-8")))
            assert unquote(anchor) in ids[target], (page, link)
            checked += 1
    assert checked > 500


def test_pages_are_well_formed(site: Path) -> None:
    void = re.compile(r"<(meta|link|img|input|br|hr)\b([^>]*?)/?>")
    for page in site.rglob("*.html"):
        if page.parent.name == "assets":
            continue
        text = page.read_text(encoding="utf-8").removeprefix("<!doctype html>")
        bare = re.sub(r"\s(required|selected|defer|data-editor|hidden)(?=[\s>])", r' \1=""', text)
        ElementTree.fromstring(void.sub(r"<\1\2/>", bare))
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), page


def test_the_catalogues_have_the_same_texts_with_the_same_gaps() -> None:
    english, french = texts("en"), texts("fr")
    assert english.names() == french.names()
    for name in english.names() - {"thousands"}:
        gaps = [re.findall(r"\{\d*\}", it._texts[name]) for it in (english, french)]
        assert sorted(gaps[0]) == sorted(gaps[1]), name
        assert all(it._texts[name].strip() for it in (english, french))


def test_files_beside_the_documents_are_served_as_they_are_written(
    site: Path, client: TestClient
) -> None:
    names = sorted(path.name for path in (site / "assets").iterdir())
    assert {"style.css", "search.js", "network.svg", "network.html", "names.json"} <= set(names)
    for name in names:
        answer = client.get(f"/assets/{name}")
        assert answer.content == (site / "assets" / name).read_bytes()
        again = client.get(f"/assets/{name}", headers={"If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
    for name in ("nope.css", "../formats.py", "%2e%2e/formats.py", "style.css/"):
        assert client.get(f"/assets/{name}").status_code == 404


def hub(releases: int) -> Told:
    """Return a release in which an agency has many missions, each with several sentences."""
    made = founding()
    for number in range(releases):
        key = f"mission/h{number:04}"
        made.thing(key, "Mission", f"Hub {number}")
        made.claim("agency/cnes", "participatesIn", key, f"CNES takes part in hub {number}.")
    return made


def test_the_page_of_a_hub_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    ask = EmbeddedStore.query

    def noted(self: EmbeddedStore, sparql: str, bindings: Bindings | None = None) -> Result:
        asked.append(sparql)
        return ask(self, sparql, bindings)

    monkeypatch.setattr(EmbeddedStore, "query", noted)
    sizes, questions = [], []
    for count in (100, 400):
        with store(hub(count)) as view:
            asked.clear()
            site_ = Store(view, Addresses(view.base, PUBLIC))
            document = things.find(site_, "doc/agency/cnes")
            assert document is not None
            sizes.append(len(render(document, PAGE, site_).body))
            questions.append(len(asked))
    assert sizes[1] < sizes[0] * 1.1
    # Statements are asked for together: so many questions, however many statements a page has.
    assert questions[0] == questions[1] < statements.PAGE
