"""The list of profiles and media types of a document, itself a document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.publish.documents.document import Document, Store
from kg.publish.formats import ALL
from kg.publish.profiles import ARGUMENT, FACTS, LISTED, Profile
from kg.publish.terms import ALTR, DCT


def of(document: Document, store: Store) -> Document:
    """Return the list for a document: each representation that can be had, no other."""
    triples = tuple(sorted(_said(document, store), key=str))
    name = NamedNode(f"{store.addresses.url(document.path)}?{ARGUMENT}={LISTED.token}")
    quads = [Quad(t.subject, t.predicate, t.object, name) for t in triples]
    return Document(
        path=document.path,
        about=document.about,
        title=f"{document.title}: other forms",
        triples=triples,
        placed=partial(iter, quads),
        template="alternates.html",
        context={"rows": _rows(document, store)},
    )


def _rows(document: Document, store: Store) -> list[tuple[Profile, str, str]]:
    """Return profile, media type and address of each representation."""
    url = store.addresses.url(document.path or "index")
    rows = []
    for profile in document.profiles:
        for form in ALL:
            if form.language and profile is not FACTS:
                continue
            named = "" if profile is FACTS else f"?{ARGUMENT}={profile.token}"
            rows.append((profile, form.media_type, f"{url}.{form.suffix}{named}"))
    return rows


def _said(document: Document, store: Store) -> Iterator[Triple]:
    about = NamedNode(document.about)
    for profile in document.profiles:
        yield Triple(NamedNode(profile.iri), NamedNode(ALTR.hasToken), Literal(profile.token))
        yield Triple(NamedNode(profile.iri), NamedNode(DCT.title), Literal(profile.title))
    for profile, media_type, address in _rows(document, store):
        it = NamedNode(address)
        yield Triple(about, NamedNode(ALTR.hasRepresentation), it)
        yield Triple(it, NamedNode(DCT.format), Literal(media_type))
        yield Triple(it, NamedNode(DCT.conformsTo), NamedNode(profile.iri))
