"""An engine that cuts its answers is read whole, or said to cut them; it never passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, Store

from kg.errors import IncompleteAnswerError
from kg.store.base import Graph, View
from kg.store.embedded import EmbeddedStore
from kg.store.remote import RemoteView
from kg.store.remote.pages import pages, solutions
from tests.servers import Engine
from tests.servers.hostile import Habits, proxy
from tests.store.samples import SAYS, dump, release

SIZE = 470
CUT = 100
WORLD = "PREFIX s: <https://w3id.org/spacekg/ontology#> "


@pytest.fixture(scope="module")
def filled() -> EmbeddedStore:
    store = EmbeddedStore.memory()
    store.admit(release("one", range(SIZE)))
    return store


Before = Callable[[Habits], View]


@pytest.fixture
def before(oxigraph: Engine, filled: EmbeddedStore) -> Iterator[Before]:
    """Return a function that shows the store through a proxy of given habits."""
    oxigraph.load(filled.quads())
    stack = []

    def show(habits: Habits) -> View:
        standing = proxy(oxigraph, habits)
        stack.append(standing)
        return RemoteView(standing.__enter__().query)

    yield show
    for standing in stack:
        standing.__exit__(None, None, None)


@pytest.fixture(params=["silent", "virtuoso"])
def cutting(request: pytest.FixtureRequest, before: Before, filled: EmbeddedStore) -> View:
    """Return the store in an engine that cuts: one that says nothing, and Virtuoso."""
    if request.param == "silent":
        return before(Habits(rows=CUT))
    engine: Engine = request.getfixturevalue("virtuoso")
    engine.load(filled.quads())
    return RemoteView(engine.query)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?s ?o WHERE { ?s ?p ?o }",
        "SELECT ?s ?o WHERE { ?s ?p ?o } ORDER BY DESC(?o)",
        "SELECT DISTINCT ?p ?o WHERE { ?s ?p ?o } ORDER BY ?p # so",
        "SELECT ?s (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 0)",
        WORLD + "SELECT * WHERE { ?s s:participatesIn ?o }",
        "SELECT ?s ?o WHERE { ?s ?p ?o } ORDER BY ?s LIMIT 290",
        f"SELECT ?g ?s WHERE {{ GRAPH ?g {{ ?s {SAYS} ?o }} }}",
    ],
)
def test_rows_are_read_whole(cutting: View, filled: EmbeddedStore, sparql: str) -> None:
    found, wanted = cutting.select(sparql), filled.select(sparql)
    places = [found.variables.index(name) for name in wanted.variables]
    rows = [tuple(row[place] for place in places) for row in found.rows]
    assert sorted(map(str, rows)) == sorted(map(str, wanted.rows))


def test_order_is_kept(cutting: View, filled: EmbeddedStore) -> None:
    sparql = "SELECT ?s WHERE { ?s ?p ?o } ORDER BY DESC(STR(?s))"
    assert cutting.select(sparql) == filled.select(sparql)


def test_quads_are_read_whole(cutting: View, filled: EmbeddedStore) -> None:
    assert dump(cutting) == dump(filled)
    assert cutting.count(DefaultGraph()) == SIZE


@pytest.mark.parametrize(
    "sparql",
    [
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        f"CONSTRUCT {{ ?s {SAYS} 1, 2, 3 }} WHERE {{ ?s ?p ?o }}",
        "CONSTRUCT WHERE { ?s ?p ?o }",
    ],
)
def test_a_cut_graph_is_an_error(cutting: View, sparql: str) -> None:
    with pytest.raises(IncompleteAnswerError, match="of 470 solutions make"):
        cutting.query(sparql)


def test_a_small_graph_is_none(cutting: View) -> None:
    graph = cutting.query(
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        {"s": NamedNode("https://w3id.org/spacekg/id/agency/a7")},
    )
    assert isinstance(graph, Graph)
    assert len(graph) == 1


def test_pages_that_end_early_are_told(before: Before) -> None:
    view = before(Habits(rows=CUT, end=250))
    with pytest.raises(IncompleteAnswerError, match="250 of 470 rows"):
        view.select("SELECT ?s WHERE { ?s ?p ?o }")


def test_a_round_number_by_chance_is_fine(before: Before, filled: EmbeddedStore) -> None:
    sparql = "SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s LIMIT 100"
    assert before(Habits()).select(sparql) == filled.select(sparql)


QUERIES = [
    "SELECT ?s ?o WHERE { ?s ?p ?o }",
    "BASE <urn:x> PREFIX a: <urn:> select ?s (?o AS ?x) { ?s a:p ?o } # end",
    "SELECT ?o FROM <urn:g> FROM NAMED <urn:h> WHERE { ?s ?p ?o } ORDER BY DESC(?o)",
    "PREFIX : <urn:> SELECT ?o FROM :g { ?s ?p ?o . FILTER NOT EXISTS { ?s ?q 77 } }",
    "SELECT ?s ?p { ?s ?p ?o } GROUP BY ?s ?p HAVING (COUNT(*) > 1) LIMIT 3",
    "SELECT ?s ?o { ?s ?p ?o } VALUES ?o { 1 2 3 }",
]


@pytest.fixture(scope="module")
def numbers() -> Store:
    """Return a store with the same numbers in its default graph and in a named one."""
    store = Store()
    rows = "\n".join(f"<urn:s{n % 7}> <urn:p> {n} ." for n in range(30))
    store.update(f"INSERT DATA {{ {rows} GRAPH <urn:g> {{ {rows} }} }}")
    return store


def _rows(store: Store, sparql: str) -> tuple[list[str], list[str]]:
    found = store.query(sparql)
    assert isinstance(found, QuerySolutions)
    return [v.value for v in found.variables], [str(row) for row in found]


@pytest.mark.parametrize("sparql", QUERIES)
def test_pages_add_up(numbers: Store, sparql: str) -> None:
    names, rows = _rows(numbers, sparql)
    split = pages(sparql, names)
    counted = numbers.query(split.count)
    assert isinstance(counted, QuerySolutions)
    assert [row["n"] for row in counted] == [Literal(len(rows))]
    read = [row for at in range(0, 30, 4) for row in _rows(numbers, split.page(names, at, 4))[1]]
    assert sorted(read) == sorted(rows)


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("CONSTRUCT { ?s ?p 1 } WHERE { ?s ?p ?o }", 30),
        ("CONSTRUCT { ?s ?p 1 } FROM <urn:g> { ?s ?p ?o FILTER(?o < 5) } VALUES ?o { 1 2 9 }", 2),
        ("CONSTRUCT # {\n { ?s ?p 1 } WHERE { ?s ?p ?o } LIMIT 4", 4),
        ("construct where { ?s ?p ?o } limit 5", 5),
        ("PREFIX : <urn:> DESCRIBE ?s WHERE { ?s :p 1 }", 1),
        ("DESCRIBE <urn:s1>", None),
    ],
)
def test_solutions_behind_a_graph(numbers: Store, sparql: str, expected: int | None) -> None:
    rows = solutions(sparql)
    assert (None if rows is None else len(_rows(numbers, rows)[1])) == expected
