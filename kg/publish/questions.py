"""The named queries as documents: what each asks, and a page with a form and its answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.errors import AmbiguousNameError, RequestRefusedError, UsageError
from kg.publish.documents import Document, Store
from kg.publish.documents.document import framed, placed
from kg.publish.sparql.answering import Job
from kg.publish.terms import DCT, SH
from kg.queries import NamedQuery, bind, catalogue
from kg.store.base import Rows, View
from kg.store.bindings import with_values
from kg.vocab import RDF

PATH: Final = "query"
# A page is to be looked at; the whole answer is a file.
SHOWN: Final = 500


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a parameter; `candidates` are the keys of what a name may mean."""

    param: str
    message: str
    candidates: tuple[str, ...] = ()

    def error(self) -> RequestRefusedError:
        """Return the fault as an answer: 400, in words."""
        listed = "\n  ".join(self.candidates)
        return RequestRefusedError(f"parameter {self.param}: {self.message}", listed, status=400)


def job(query: NamedQuery, given: Mapping[str, str], form: str, view: View) -> Job | Fault:
    """Return the query with its parameters bound as terms, or what is wrong with one of them."""
    try:
        bound = bind(query, given, view)
    except AmbiguousNameError as error:
        return Fault(error.param, error.message, error.candidates)
    except UsageError as error:
        # Where the store lies is nobody's business.
        message = error.message.removeprefix(f"parameter {error.param}: ")
        message = message.replace(f"{view.where} ", "the graph ", 1)
        # How to give a value that is missing is told for the command line; a page has a form.
        remedy = error.remedy if given.get(error.param, "").strip() else ""
        return Fault(error.param, f"{message}. {remedy}".strip())
    return Job(with_values(query.sparql, bound.bindings), form, "", named=query.name)


def index(store: Store) -> Document:
    """Return the document that lists the named queries."""
    queries = catalogue()
    triples = [t for query in queries for t in _statements(store, query)]
    listed = _document(store, PATH, store.addresses.url(PATH), "Questions", triples)
    return replace(listed, template="queries.html", context={"queries": queries})


def document(store: Store, query: NamedQuery) -> Document:
    """Return the document about a named query, with an empty form."""
    path = f"{PATH}/{query.name}"
    it = _document(store, path, _iri(store, query), query.summary, list(_statements(store, query)))
    context = {"query": query, "given": {}, "rows": None, "fault": None, "cut": False, "more": ""}
    return replace(it, template="query.html", context=context)


def documents(store: Store) -> Iterator[Document]:
    """Yield the list and all queries: what a static copy of the site has of them."""
    yield index(store)
    yield from (document(store, query) for query in catalogue())


def answered(
    page: Document, given: Mapping[str, str], rows: Rows | None, fault: Fault | None, **told: Any
) -> Document:
    """Return the query's document with what was given, and its answer or what was wrong."""
    shown = None if rows is None else Rows(rows.variables, rows.rows[:SHOWN])
    told["cut"] = told.get("cut", False) or (rows is not None and len(rows) > SHOWN)
    context = {**page.context, "given": given, "rows": shown, "fault": fault, **told}
    return replace(page, context=context)


def _document(store: Store, path: str, about: str, title: str, triples: list[Triple]) -> Document:
    name = NamedNode(store.addresses.url(path))
    quads = [Quad(t.subject, t.predicate, t.object, name) for t in triples]

    def graphs() -> Iterator[Quad]:
        return placed(store, path, about, quads, None)

    return Document(
        path=path,
        about=about,
        title=title,
        triples=framed(store, path, about, triples, None),
        placed=graphs,
        template="",
    )


def _iri(store: Store, query: NamedQuery) -> str:
    return store.addresses.url(f"{PATH}/{query.name}") + "#query"


def _statements(store: Store, query: NamedQuery) -> Iterator[Triple]:
    """Yield what the query is, in the terms that SHACL has for SPARQL queries."""
    it = NamedNode(_iri(store, query))
    yield Triple(it, NamedNode(RDF.type), NamedNode(SH.SPARQLSelectExecutable))
    yield Triple(it, NamedNode(SH.select), Literal(query.sparql))
    yield Triple(it, NamedNode(DCT.title), Literal(query.summary, language="en"))
    if query.title_fr:
        yield Triple(it, NamedNode(DCT.title), Literal(query.title_fr, language="fr"))
    if query.description:
        yield Triple(it, NamedNode(DCT.description), Literal(query.description, language="en"))
