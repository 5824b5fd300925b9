"""A site: what lies at a path, or where to look instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from kg.publish.addresses import DOCUMENTS, RELEASES, THINGS
from kg.publish.documents import KINDS, Document, Store
from kg.publish.documents.statements import is_known
from kg.store.asking import PROLOGUE
from kg.store.base import Term
from kg.vocab import RDF

_FATE: Final = """
SELECT ?other ?reason ?since ?day WHERE {
  #+values
  { ?it dcterms:isReplacedBy ?other } UNION {
    ?it skg:withdrawn ?reason
    OPTIONAL { GRAPH ?graph { ?it skg:withdrawn ?reason . ?release a skg:Release ; dcterms:issued ?day } }
  } UNION { ?it skg:withdrawn ?reason ; prov:invalidatedAtTime ?since }
  FILTER NOT EXISTS { ?it a ?class }
}"""

_FATES: Final = """
SELECT DISTINCT ?it WHERE {
  ?it dcterms:isReplacedBy|skg:withdrawn ?told FILTER NOT EXISTS { ?it a ?class }
}"""


@dataclass(frozen=True, slots=True)
class SeeOther:
    """A thing: the document about it lies at `path` (303)."""

    path: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A thing that was merged into another: `path` is that of the survivor (301)."""

    path: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A thing that was withdrawn (410): why, since when as far as is known, what took its place.

    `since` is a day, that on which the thing was withdrawn or else that of the release that says so.
    """

    iri: str
    reasons: tuple[str, ...]
    since: str = ""
    successors: tuple[str, ...] = ()


Found: TypeAlias = Document | SeeOther | Moved | Gone | None


def find(store: Store, path: str) -> Found:
    """Return what lies at a path, which has no suffix of a form; None where nothing does."""
    if path.startswith((THINGS, RELEASES)):
        return _thing(store, path)
    for kind in KINDS:
        document = kind.find(store, path)
        if document is not None:
            return _fate_of(store, document) or document
    return None


def paths(store: Store) -> Iterator[str]:
    """Yield the paths of all documents of the site."""
    for kind in KINDS:
        yield from kind.paths(store)


def fates(store: Store) -> Iterator[tuple[str, Moved | Gone]]:
    """Yield the paths of things that are no more, decoded, and what became of each."""
    rows = store.view.select(PROLOGUE + _FATES).rows
    for iri in sorted({row[0].value for row in rows if isinstance(row[0], NamedNode)}):
        path = unquote(iri.removeprefix(store.addresses.base))
        fate = _fate(store, path) if iri.startswith(store.addresses.base + THINGS) else None
        if fate is not None:
            yield path, fate


def _thing(store: Store, path: str) -> Found:
    fate = _fate(store, path)
    if fate is not None:
        return fate
    for iri in store.addresses.iris(path):
        document = store.addresses.document(iri)
        if document is not None and (is_known(store, iri) or _is_part(store, iri, document)):
            return SeeOther(document)
    return None


def _fate_of(store: Store, document: Document) -> Moved | Gone | None:
    """Return what became of the thing that a document is about, where it has no class any more."""
    classed = (triple.predicate.value == RDF.type and triple.subject.value == document.about
               for triple in document.triples if isinstance(triple.subject, NamedNode))  # fmt: skip
    if any(classed) or not document.path.startswith(DOCUMENTS):
        return None
    return _fate(store, store.addresses.thing(document.path))


def _is_part(store: Store, iri: str, document: str) -> bool:
    """Tell whether the IRI is one of a text, claim or post of a release that the store holds."""
    releases = store.addresses.iris(store.addresses.thing(document))
    return iri not in releases and any(is_known(store, release) for release in releases)


def _fate(store: Store, path: str) -> Moved | Gone | None:
    """Return what became of a thing that the store names, but describes no more."""
    for iri in store.addresses.iris(path):
        rows = store.view.select(PROLOGUE + _FATE, {"it": NamedNode(iri)}).rows
        others = sorted({row[0].value for row in rows if isinstance(row[0], NamedNode)})
        reasons = sorted({row[1].value for row in rows if isinstance(row[1], Literal)})
        ours = [other for other in others if other.startswith(store.view.base)]
        if ours:
            return Moved(unquote(ours[0].removeprefix(store.view.base)))
        if reasons:
            days = _days(rows, 2) or _days(rows, 3)
            return Gone(iri, tuple(reasons), next(iter(days), ""), tuple(others))
    return None


def _days(rows: Sequence[Sequence[Term | None]], column: int) -> list[str]:
    cells = (row[column] for row in rows)
    return sorted(cell.value[:10] for cell in cells if isinstance(cell, Literal))
