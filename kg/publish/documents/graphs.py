"""The named graphs, each at its own IRI: a graph is a document itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from pyoxigraph import NamedNode

from kg.publish.addresses import GRAPHS
from kg.publish.documents.document import Document, Kind, Store, framed, placed
from kg.views.labels import last_part


def find(store: Store, path: str) -> Document | None:
    """Return the graph at a path such as `graph/release/cnes/pr025-2020`."""
    if not path.startswith(GRAPHS):
        return None
    for iri in store.addresses.iris(path):
        document = _document(store, path, iri)
        if document is not None:
            return document
    return None


def paths(store: Store) -> Iterator[str]:
    """Yield the paths of all graphs under the store's base."""
    for graph in store.view.graphs():
        path = store.addresses.document(graph.value)
        if path is not None:
            yield path


def _document(store: Store, path: str, iri: str) -> Document | None:
    quads = list(store.view.quads(NamedNode(iri)))
    if not quads:
        return None
    return Document(
        path=path,
        about=iri,
        title=last_part(iri),
        triples=framed(store, path, iri, (quad.triple for quad in quads), None),
        placed=partial(placed, store, path, iri, quads, None),
        template="graph.html",
        context={"count": len(quads)},
    )


KIND: Final = Kind("graph", find, paths)
