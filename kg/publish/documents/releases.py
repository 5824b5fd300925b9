"""Documents about releases: what each says, with the words that say it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

from pyoxigraph import Literal, Quad

from kg.publish.addresses import DOCUMENTS, RELEASES
from kg.publish.documents.document import Document, Kind, Store, framed, placed
from kg.store.graphs import Graphs
from kg.views import labels
from kg.vocab import DCTERMS

_PREFIX: Final = DOCUMENTS + RELEASES


def find(store: Store, path: str) -> Document | None:
    """Return the document at a path such as `doc/release/cnes/pr025-2020`."""
    if not path.startswith(_PREFIX):
        return None
    for iri in store.addresses.iris(store.addresses.thing(path)):
        quads = _stated(store, iri)
        if quads:
            return _document(store, iri, quads)
    return None


def paths(store: Store) -> Iterator[str]:
    """Yield the paths of the documents of all releases."""
    for release in store.view.releases():
        path = store.addresses.document(release.value)
        if path is not None:
            yield path


def _document(store: Store, iri: str, quads: list[Quad]) -> Document:
    path = store.addresses.document(iri) or ""
    modified = _issued(iri, quads)
    return Document(
        path=path,
        about=iri,
        title=_title(store, iri, quads),
        triples=framed(store, path, iri, (quad.triple for quad in quads), modified),
        placed=partial(placed, store, path, iri, quads, modified),
        template="release.html",
        modified=modified,
        evidence=partial(_evidence, store, iri),
    )


def _stated(store: Store, iri: str) -> list[Quad]:
    return list(store.view.quads(Graphs(store.view.base).facts(iri)))


def _evidence(store: Store, iri: str) -> Iterator[Quad]:
    return store.view.quads(Graphs(store.view.base).evidence(iri))


def _issued(iri: str, quads: list[Quad]) -> date | None:
    days = [q.object.value for q in _of(iri, DCTERMS.issued, quads)
            if isinstance(q.object, Literal)]  # fmt: skip
    return date.fromisoformat(min(days)) if days else None


def _title(store: Store, iri: str, quads: list[Quad]) -> str:
    titles = [q.object.value for q in _of(iri, DCTERMS.title, quads)
              if isinstance(q.object, Literal)]  # fmt: skip
    return min(titles) if titles else labels.fetch(store.view, [iri])[iri]


def _of(iri: str, property_: str, quads: list[Quad]) -> list[Quad]:
    wanted = f"<{iri}>", f"<{property_}>"
    return [q for q in quads if (str(q.subject), str(q.predicate)) == wanted]


KIND: Final = Kind("release", find, paths)
