"""What came in with which release: the changelog of the data, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.publish.documents.document import Document, Kind, Store, framed, placed
from kg.publish.metadata import counts, names
from kg.store.asking import PROLOGUE
from kg.vocab import DCTERMS, XSD

# A store of ten thousand releases has a long past; the older ones are in the dumps.
SHOWN: Final = 500
_RELEASES: Final = """
SELECT ?release ?day (MIN(?name) AS ?title) WHERE {{
  ?release a skg:Release ; dcterms:issued ?day OPTIONAL {{ ?release dcterms:title ?name }}
}} GROUP BY ?release ?day ORDER BY DESC(?day) ?release LIMIT {limit}"""


def find(store: Store, path: str) -> Document | None:
    """Return the list at `changes`."""
    if path != names.CHANGES:
        return None
    rows = _rows(store)
    about, (_, modified) = store.addresses.url(path), counts.days(store)
    triples = list(_said(rows))
    quads = [Quad(t.subject, t.predicate, t.object, NamedNode(about)) for t in triples]
    return Document(
        path=path,
        about=about,
        title="What came in, and when",
        triples=framed(store, path, about, triples, modified),
        placed=partial(placed, store, path, about, quads, modified),
        template="changes.html",
        context={"rows": rows, "shown": SHOWN},
        modified=modified,
    )


def paths(store: Store) -> Iterator[str]:
    """Yield the one path."""
    yield names.CHANGES


def _rows(store: Store) -> list[tuple[str, str, str]]:
    """Return release, day and title, the newest first."""
    found = store.view.select(PROLOGUE + _RELEASES.format(limit=SHOWN)).values()
    return [(release or "", day or "", title or "") for release, day, title in found]


def _said(rows: list[tuple[str, str, str]]) -> Iterator[Triple]:
    for release, day, title in rows:
        it = NamedNode(release)
        yield Triple(it, NamedNode(DCTERMS.issued), Literal(day, datatype=NamedNode(XSD.date)))
        if title:
            yield Triple(it, NamedNode(DCTERMS.title), Literal(title))


KIND: Final = Kind("changes", find, paths)
