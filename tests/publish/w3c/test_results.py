"""Statement 46: the W3C's suites for results in CSV, TSV and JSON, asked of our endpoint."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pyoxigraph as ox
import pytest
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.term import Node
from starlette.testclient import TestClient

from kg.publish.server import application
from kg.store.embedded import EmbeddedStore
from tests.conftest import SHARED
from tests.publish.conftest import PUBLIC
from tests.publish.w3c.manifest import MF

SUITES = SHARED / "suites" / "w3c"
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
COLUMN = "urn:column:"
TYPES = {".csv": "text/csv", ".tsv": "text/tab-separated-values",
         ".srj": "application/sparql-results+json"}  # fmt: skip
READ = {".tsv": QueryResultsFormat.TSV, ".srj": QueryResultsFormat.JSON}
# Oxigraph keeps a number by its value: 1.0E6 comes back as 1000000, a negativeInteger as an integer.
BY_VALUE = frozenset({"csv03", "tsv03"})


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    query: str
    data: Path
    expected: Path


def _cases() -> Iterator[Case]:
    for manifest in (SUITES / "csv-tsv-res" / "manifest.ttl", SUITES / "json-res" / "manifest.ttl"):
        if not manifest.is_file():
            return
        graph = Graph().parse(manifest)
        (entries,) = graph.objects(None, MF.entries)
        for entry in Collection(graph, entries):
            action = graph.value(entry, MF.action)
            query, data = graph.value(action, QT.query), graph.value(action, QT.data)
            yield Case(
                str(entry).rpartition("#")[2],
                _path(query).read_text(encoding="utf-8"),
                _path(data),
                _path(graph.value(entry, MF.result)),
            )


def _path(iri: Node | None) -> Path:
    return Path(unquote(urlsplit(str(iri)).path))


CASES = list(_cases())


@contextmanager
def _asked(case: Case) -> Iterator[TestClient]:
    store = EmbeddedStore.memory()
    store.engine.load(case.data.read_bytes(), RdfFormat.TURTLE, base_iri="http://example.org/")
    with TestClient(application(store, PUBLIC)) as client:
        yield client


@pytest.mark.skipif(not SUITES.is_dir(), reason="no ../shared beside this checkout")
def test_46_the_suites_are_whole() -> None:
    assert len(CASES) == 10


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_46_results_are_those_of_the_suite(case: Case) -> None:
    kind = case.expected.suffix
    with _asked(case) as client:
        answer = client.get(
            "/sparql", params={"query": case.query}, headers={"Accept": TYPES[kind]}
        )
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].partition(";")[0] == TYPES[kind]
    told, expected = _told(answer.content, kind), _told(case.expected.read_bytes(), kind)
    assert _same(told, expected) == (case.name not in BY_VALUE), "the known differences are others"
    assert _same(_valued(told), _valued(expected))


Told = bool | list[dict[str, Node]]


def _told(body: bytes, kind: str) -> Told:
    """Return the truth value or the rows of a result."""
    if kind == ".csv":
        head, *rows = csv.reader(io.StringIO(body.decode()))
        return [dict(zip(head, map(_plain, row), strict=True)) for row in rows]
    found = ox.parse_query_results(io.BytesIO(body), READ[kind])
    if isinstance(found, QueryBoolean):
        return bool(found)
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [{n: _node(row[n]) for n in names if row[n] is not None} for row in found]


def _plain(cell: str) -> Node:
    """Return a cell of CSV, which tells terms from text no more but for blank nodes."""
    return BNode(cell) if cell.startswith("_:") else Literal(cell)


def _node(term: object) -> Node:
    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.BlankNode():
            return BNode(term.value)
        case ox.Literal():
            datatype = None if term.language else URIRef(term.datatype.value)
            return Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
    raise AssertionError(term)


def _valued(told: Told) -> Told:
    """Return a result with its numbers as values, whatever type and spelling they had."""
    if isinstance(told, bool):
        return told
    return [{name: _value(node) for name, node in row.items()} for row in told]


def _value(node: Node) -> Node:
    is_number = isinstance(node, Literal) and re.fullmatch(r"[+-]?[\d.]+(e[+-]?\d+)?", node, re.I)
    return Literal(float(str(node))) if is_number else node


def _same(one: Told, other: Told) -> bool:
    """Tell whether two results are one, whatever their blank nodes are called."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return isomorphic(_graph(one), _graph(other))


def _graph(rows: Iterable[dict[str, Node]]) -> Graph:
    graph = Graph()
    for row in rows:
        it = BNode()
        for name, node in row.items():
            graph.add((it, URIRef(COLUMN + name), node))
    return graph
