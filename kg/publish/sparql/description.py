"""What the endpoint says of itself (W3C, SPARQL 1.1 Service Description, 2013)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.publish.documents import Document, Store
from kg.publish.documents.document import framed, placed
from kg.publish.sparql.formats import GRAPHS, ROWS
from kg.publish.terms import FORMATS, SD, VOID
from kg.vocab import RDF, XSD

PATH: Final = "sparql"
_COUNTS: Final = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"


def describe(store: Store) -> Document:
    """Return the document about the endpoint: its page is the editor."""
    service = store.addresses.url(PATH)
    triples = tuple(_statements(store, service))
    quads = [Quad(t.subject, t.predicate, t.object, NamedNode(service)) for t in triples]

    def graphs() -> Iterator[Quad]:
        return placed(store, PATH, f"{service}#service", quads, None)

    return Document(
        path=PATH,
        about=f"{service}#service",
        title="SPARQL",
        triples=framed(store, PATH, f"{service}#service", triples, None),
        placed=graphs,
        template="sparql.html",
    )


def _statements(store: Store, endpoint: str) -> Iterator[Triple]:
    service, dataset = NamedNode(f"{endpoint}#service"), NamedNode(f"{endpoint}#dataset")
    whole = NamedNode(f"{endpoint}#default-graph")
    yield _is_a(service, SD.Service)
    yield _link(service, SD.endpoint, NamedNode(endpoint))
    yield _link(service, SD.supportedLanguage, NamedNode(SD.SPARQL11Query))
    for form in (*ROWS, *GRAPHS):
        yield _link(service, SD.resultFormat, NamedNode(FORMATS[form.suffix]))
    yield _link(service, SD.defaultDataset, dataset)
    yield _is_a(dataset, SD.Dataset)
    yield _link(dataset, SD.defaultGraph, whole)
    yield _is_a(whole, SD.Graph)
    yield _count(whole, store.view.count(DefaultGraph()))
    for graph, count in _named(store):
        name = NamedNode(f"{endpoint}#{quote(graph.value.removeprefix(store.view.base))}")
        yield _link(dataset, SD.namedGraph, name)
        yield _is_a(name, SD.NamedGraph)
        yield _link(name, SD.name, graph)
        yield _link(name, SD.graph, graph)
        yield _is_a(graph, SD.Graph)
        yield _count(graph, count)


def _named(store: Store) -> Iterator[tuple[NamedNode, int]]:
    """Yield the named graphs, sorted, with the number of their triples: one question for all."""
    for graph, count in sorted(store.view.select(_COUNTS).rows, key=str):
        if isinstance(graph, NamedNode) and isinstance(count, Literal):
            yield graph, int(count.value)


def _is_a(it: NamedNode, class_: str) -> Triple:
    return _link(it, RDF.type, NamedNode(class_))


def _link(it: NamedNode, property_: str, value: NamedNode) -> Triple:
    return Triple(it, NamedNode(property_), value)


def _count(it: NamedNode, number: int) -> Triple:
    value = Literal(str(number), datatype=NamedNode(XSD.integer))
    return Triple(it, NamedNode(VOID.triples), value)
