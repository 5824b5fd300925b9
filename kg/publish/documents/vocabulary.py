"""The ontology: one document without fragment that describes every term."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from kg.publish.addresses import ONTOLOGY
from kg.publish.documents.document import Document, Kind, Store, framed, placed
from kg.store.graphs import Graphs
from kg.vocab import SKG


def find(store: Store, path: str) -> Document | None:
    """Return the ontology's document at `ontology`."""
    if path != ONTOLOGY:
        return None
    quads = list(store.view.quads(Graphs(store.view.base).ontology))
    about = SKG.iri.rstrip("#")
    return Document(
        path=path,
        about=about,
        title="The spacekg ontology",
        triples=framed(store, path, about, (quad.triple for quad in quads), None),
        placed=partial(placed, store, path, about, quads, None),
        template="ontology.html",
    )


def paths(store: Store) -> Iterator[str]:
    """Yield the one path."""
    yield ONTOLOGY


KIND: Final = Kind("ontology", find, paths)
