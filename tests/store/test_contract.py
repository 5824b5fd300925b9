"""What every view answers, whichever engine holds the store."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, QueryResultsFormat

from kg.errors import QuerySyntaxError, UsageError
from kg.store.base import Boolean, Graph, Rows, View
from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE, facts_graph
from tests.store.conftest import Mirror
from tests.store.samples import SAYS, base_quads, dump, fact, release


@pytest.fixture
def filled() -> EmbeddedStore:
    store = EmbeddedStore.memory()
    store.load_base(base_quads([100]), base_quads([1]))
    store.admit(release("one", [1, 2]))
    store.admit(release("two", [2, 3]))
    return store


@pytest.fixture
def view(mirror: Mirror, filled: EmbeddedStore) -> View:
    return mirror(filled)


def test_all_engines_give_the_same_quads_in_the_same_order(
    view: View, filled: EmbeddedStore
) -> None:
    assert dump(view) == dump(filled)
    assert dump(view) == dump(view)


def test_counts(view: View) -> None:
    assert view.count() == 4 + 2 + 4 * 2
    assert view.count(DefaultGraph()) == 4
    assert view.count(NamedNode(facts_graph(DEFAULT_BASE, "test", "one"))) == 2


def test_lists_graphs_and_releases(view: View) -> None:
    names = [g.value.removeprefix(f"{DEFAULT_BASE}graph/") for g in view.graphs()]
    assert names == [
        "authority",
        "evidence/test/one",
        "evidence/test/two",
        "ontology",
        "release/test/one",
        "release/test/two",
    ]
    releases = [r.value for r in view.releases()]
    assert releases == [f"{DEFAULT_BASE}release/test/{key}" for key in ("one", "two")]


def test_each_fact_counts_once(view: View) -> None:
    answer = view.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ ?s {SAYS} ?o }}")
    assert answer.values() == [("4",)]


def test_named_graphs_say_who_said_it(view: View) -> None:
    sparql = f"SELECT ?g WHERE {{ GRAPH ?g {{ ?s {SAYS} ?o }} }} ORDER BY ?g"
    said = view.select(sparql, {"s": fact(2).subject, "o": fact(2).object})  # type: ignore[dict-item]
    assert [v[0].rpartition("/")[2] for v in said.values() if v[0]] == ["one", "two"]


def test_answers_keep_their_kind(view: View) -> None:
    rows = view.query("SELECT ?a ?b WHERE { VALUES ?a { 'x' } }")
    assert rows == Rows(("a", "b"), ((Literal("x"), None),))
    assert view.query("ASK { ?s ?p ?o }") == Boolean(True)
    assert view.query("ASK { ?s ?s ?s }") == Boolean(False)
    graph = view.query("CONSTRUCT WHERE { ?s ?p ?o }")
    assert isinstance(graph, Graph)
    assert list(graph) == sorted((fact(n) for n in (1, 2, 3, 100)), key=str)


def test_bindings_hold_in_every_form(view: View) -> None:
    agency = {"s": fact(2).subject}
    assert isinstance(agency["s"], NamedNode)
    bound = {"s": agency["s"]}
    assert len(view.select("SELECT ?o { ?s ?p ?o }", bound)) == 1
    assert view.query("ASK WHERE { ?s ?p 'é 3'@fr }", bound) == Boolean(False)
    graph = view.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", bound)
    assert graph == Graph((fact(2),))
    assert view.query("DESCRIBE ?s WHERE { ?s ?p ?o }", bound) == Graph((fact(2),))


def test_a_select_is_a_select(view: View) -> None:
    with pytest.raises(UsageError, match="no SELECT"):
        view.select("ASK { ?s ?p ?o }")


def test_a_broken_query_is_told(view: View) -> None:
    with pytest.raises(QuerySyntaxError, match="1:"):
        view.query("SELECT ?s WHERE { ?s ?p }")


def test_a_view_never_updates(view: View) -> None:
    before = dump(view)
    with pytest.raises((QuerySyntaxError, UsageError)):
        view.query("DELETE WHERE { ?s ?p ?o }")
    assert dump(view) == before


def test_rows_can_be_written_in_every_results_format(view: View) -> None:
    rows = view.select("SELECT ?o WHERE { ?s ?p ?o } ORDER BY STR(?o)", {"s": NamedNode("urn:x")})
    assert len(rows) == 0
    rows = view.select("SELECT ?n ?l WHERE { VALUES (?n ?l) { (<urn:a> 'é'@fr) (UNDEF 1) } }")
    assert rows.serialize(QueryResultsFormat.CSV) == "n,l\r\nurn:a,é\r\n,1\r\n".encode()
    for syntax in (QueryResultsFormat.JSON, QueryResultsFormat.XML, QueryResultsFormat.TSV):
        assert "urn:a" in rows.serialize(syntax).decode()
