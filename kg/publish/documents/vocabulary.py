"""The ontology: one document without fragment that describes every term."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.publish.addresses import ONTOLOGY
from kg.publish.documents.document import Document, Kind, Store, framed, placed
from kg.publish.metadata.terms import OWL
from kg.store.graphs import Graphs
from kg.vocab import SKG

_ABOUT: Final = SKG.iri.rstrip("#")


def find(store: Store, path: str) -> Document | None:
    """Return the ontology's document at `ontology`, and at the address of its version."""
    if path.partition("/")[0] != ONTOLOGY:
        return None
    quads = list(store.view.quads(Graphs(store.view.base).ontology))
    if path not in (ONTOLOGY, *_versions(quads)):
        return None
    return Document(
        path=path,
        about=_ABOUT,
        title="The spacekg ontology",
        triples=framed(store, path, _ABOUT, (quad.triple for quad in quads), None),
        placed=partial(placed, store, path, _ABOUT, quads, None),
        template="ontology.html",
    )


def paths(store: Store) -> Iterator[str]:
    """Yield the path of the ontology, and that of its version."""
    yield ONTOLOGY
    yield from _versions(list(store.view.quads(Graphs(store.view.base).ontology)))


def _versions(quads: list[Quad]) -> list[str]:
    """Return the path of the version that the ontology says it is, below its own."""
    named = {q.object.value for q in quads
             if q.predicate.value == OWL.versionIRI and isinstance(q.object, NamedNode)}  # fmt: skip
    return sorted(ONTOLOGY + iri.removeprefix(_ABOUT) for iri in named if iri.startswith(_ABOUT))


KIND: Final = Kind("ontology", find, paths)
