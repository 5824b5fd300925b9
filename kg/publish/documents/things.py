"""Documents about agencies, missions, persons, events: all that is named under `id/`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from pyoxigraph import NamedNode, Quad, Triple

from kg.publish.addresses import DOCUMENTS, RELEASES, THINGS
from kg.publish.documents import evidence, statements
from kg.publish.documents.document import Document, Kind, Store, framed, placed
from kg.publish.documents.statements import Said
from kg.publish.terms import XHV
from kg.store.asking import PROLOGUE
from kg.views import labels

_ALL: Final = 'SELECT DISTINCT ?it WHERE {{ ?it a ?class FILTER(STRSTARTS(STR(?it), "{start}")) }}'
_PAGE: Final = "/in/"


def find(store: Store, path: str) -> Document | None:
    """Return the document at a path such as `doc/agency/cnes`, or a further page of it.

    Further pages are `doc/agency/cnes/in/2`, and so on.
    """
    stem, _, number = path.partition(_PAGE)
    if not stem.startswith(DOCUMENTS) or stem.startswith(DOCUMENTS + RELEASES):
        return None
    page = int(number) if number.isdecimal() else 0 if number else 1
    for iri in store.addresses.iris(store.addresses.thing(stem)):
        said = statements.said(store, iri)
        if said:
            return _document(store, iri, page, said) if 1 <= page <= said.pages else None
    return None


def paths(store: Store) -> Iterator[str]:
    """Yield the paths of all documents about things, those of further pages after the first."""
    query = _ALL.format(start=store.view.base + THINGS)
    found = (row[0] for row in store.view.select(PROLOGUE + query).values())
    long = statements.pages(store)
    for iri in sorted(iri for iri in found if iri):
        path = store.addresses.document(iri)
        if path is not None:
            yield path
            for page in range(2, long.get(iri, 1) + 1):
                yield _path(path, page)


def _document(store: Store, iri: str, page: int, said: Said) -> Document:
    stem = store.addresses.document(iri) or ""
    path = _path(stem, page)
    modified = statements.last_said(store, iri)
    triples, beside = said.page(page), list(_beside(store, stem, page, said.pages))
    return Document(
        path=path,
        about=iri,
        title=labels.fetch(store.view, [iri])[iri],
        triples=framed(store, path, iri, [*triples, *beside], modified),
        placed=partial(_placed, store, path, iri, triples, beside),
        template="thing.html",
        context={"page": page, "pages": said.pages, "stem": stem},
        modified=modified,
        evidence=partial(evidence.of, store, iri) if page == 1 else None,
    )


def _placed(
    store: Store, path: str, iri: str, triples: list[Triple], beside: list[Triple]
) -> Iterator[Quad]:
    name = NamedNode(store.addresses.url(path))
    yield from (Quad(t.subject, t.predicate, t.object, name) for t in beside)
    quads = statements.stated(store, iri, triples)
    yield from placed(store, path, iri, quads, statements.last_said(store, iri))


def _beside(store: Store, stem: str, page: int, count: int) -> Iterator[Triple]:
    """Yield which documents go on from this one, and lead to it."""
    it = NamedNode(store.addresses.url(_path(stem, page)))
    for property_, other in ((XHV.prev, page - 1), (XHV.next, page + 1)):
        if 1 <= other <= count:
            yield Triple(
                it, NamedNode(property_), NamedNode(store.addresses.url(_path(stem, other)))
            )


def _path(stem: str, page: int) -> str:
    return stem if page == 1 else f"{stem}{_PAGE}{page}"


KIND: Final = Kind("thing", find, paths)
