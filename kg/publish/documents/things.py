"""Documents about agencies, missions, persons, events: all that is named under `id/`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.publish.addresses import DOCUMENTS, RELEASES, THINGS
from kg.publish.documents import evidence, statements
from kg.publish.documents.document import Document, Kind, Store, framed, placed
from kg.store.asking import PROLOGUE
from kg.views import labels

_ALL: Final = 'SELECT DISTINCT ?it WHERE {{ ?it a ?class FILTER(STRSTARTS(STR(?it), "{start}")) }}'
_PAGE: Final = "/in/"


def find(store: Store, path: str) -> Document | None:
    """Return the document at a path such as `doc/agency/cnes`, or a further page of what points there.

    Further pages are `doc/agency/cnes/in/2`, and so on.
    """
    stem, _, number = path.partition(_PAGE)
    if not stem.startswith(DOCUMENTS) or stem.startswith(DOCUMENTS + RELEASES):
        return None
    page = int(number) if number.isdecimal() else 0 if number else 1
    for iri in store.addresses.iris(store.addresses.thing(stem)):
        if page and statements.is_known(store, iri):
            count = statements.pages(store, iri)
            return _document(store, iri, page, count) if page <= count else None
    return None


def paths(store: Store) -> Iterator[str]:
    """Yield the paths of all documents about things, those of further pages after the first."""
    query = _ALL.format(start=store.view.base + THINGS)
    found = (row[0] for row in store.view.select(PROLOGUE + query).values())
    for iri in sorted(iri for iri in found if iri):
        path = store.addresses.document(iri)
        if path is not None:
            yield path
            for page in range(2, statements.pages(store, iri) + 1):
                yield f"{path}{_PAGE}{page}"


def _document(store: Store, iri: str, page: int, count: int) -> Document:
    stem = store.addresses.document(iri) or ""
    path = stem if page == 1 else f"{stem}{_PAGE}{page}"
    modified = statements.last_said(store, iri)
    own = statements.outgoing(store, iri) if page == 1 else []
    others = statements.incoming(store, iri, page)
    return Document(
        path=path,
        about=iri,
        title=labels.fetch(store.view, [iri])[iri],
        triples=framed(store, path, iri, [*own, *others], modified),
        placed=partial(_placed, store, path, iri, page),
        template="thing.html",
        context={"page": page, "pages": count, "stem": stem},
        modified=modified,
        evidence=partial(evidence.of, store, iri) if page == 1 else None,
    )


def _placed(store: Store, path: str, iri: str, page: int) -> Iterator[Quad]:
    others = statements.incoming(store, iri, page)
    quads = statements.stated(store, iri, others)
    if page > 1:
        quads = (quad for quad in quads if quad.object == NamedNode(iri))
    yield from placed(store, path, iri, quads, statements.last_said(store, iri))


KIND: Final = Kind("thing", find, paths)
