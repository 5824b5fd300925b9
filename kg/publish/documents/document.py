"""A document about something, before it is rendered in any form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, TypeAlias

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.publish.addresses import Addresses
from kg.publish.imprint import Imprint
from kg.publish.profiles import EVIDENCE, FACTS, Profile
from kg.publish.terms import FOAF, VOID
from kg.store.base import View
from kg.vocab import DCTERMS, RDF, XSD

DATASET: Final = "dataset"
LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True)
class Store:
    """What documents are made from: a view of a store, the addresses of the site, its publisher."""

    view: View
    addresses: Addresses
    imprint: Imprint = field(default_factory=Imprint)


Quads: TypeAlias = Callable[[], Iterable[Quad]]


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A document: its path, the IRI that it is about, and its statements. It equals itself alone.

    `placed` gives them as quads in the graphs that state them, for the forms that tell graphs: the
    same triples, some of them in several graphs. `evidence`, where there is some, gives the claims and
    quotations behind them. `template` and `context` make the page. `modified` is the day of the
    newest release that had a part in it.
    """

    path: str
    about: str
    title: str
    triples: tuple[Triple, ...]
    placed: Quads
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    modified: date | None = None
    evidence: Quads | None = None

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """Return the profiles in which the document can be had, the usual one first."""
        return (FACTS,) if self.evidence is None else (FACTS, EVIDENCE)


Find: TypeAlias = Callable[[Store, str], Document | None]
Paths: TypeAlias = Callable[[Store], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: how one is found by its path, and which paths there are."""

    name: str
    find: Find
    paths: Paths


def framed(
    store: Store, path: str, about: str, triples: Iterable[Triple], modified: date | None
) -> tuple[Triple, ...]:
    """Return the statements with what the document says of itself, each once, sorted."""
    return tuple(sorted({*triples, *_frame(store, path, about, modified)}, key=str))


def placed(
    store: Store, path: str, about: str, quads: Iterable[Quad], modified: date | None
) -> Iterator[Quad]:
    """Yield the quads, and what the document says of itself in a graph of its own name."""
    yield from quads
    name = NamedNode(store.addresses.url(path))
    for triple in _frame(store, path, about, modified):
        yield Quad(triple.subject, triple.predicate, triple.object, name)


def _frame(store: Store, path: str, about: str, modified: date | None) -> Iterator[Triple]:
    it = NamedNode(store.addresses.url(path))
    yield Triple(it, NamedNode(RDF.type), NamedNode(FOAF.Document))
    yield Triple(it, NamedNode(FOAF.primaryTopic), NamedNode(about))
    yield Triple(it, NamedNode(VOID.inDataset), NamedNode(store.addresses.url(DATASET)))
    yield Triple(it, NamedNode(DCTERMS.license), NamedNode(LICENCE))
    if modified is not None:
        yield Triple(
            it,
            NamedNode(DCTERMS.modified),
            Literal(modified.isoformat(), datatype=NamedNode(XSD.date)),
        )
