"""Documents about classes: which there are, and what belongs to each, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Any, Final

from pyoxigraph import NamedNode, Quad, Triple

from kg.publish.addresses import CLASSES
from kg.publish.documents.document import Document, Kind, Store, framed, placed
from kg.publish.terms import DECLARED
from kg.store.asking import ask
from kg.store.graphs import Graphs
from kg.views import labels
from kg.vocab import RDF, SKG

MEMBERS: Final = 200
_PAGE: Final = "/in/"
_ALL: Final = "SELECT DISTINCT ?class WHERE { ?class a owl:Class }"
_COUNT: Final = "SELECT (COUNT(DISTINCT ?it) AS ?count) WHERE { ?it a ?class }"
_MEMBERS: Final = "SELECT DISTINCT ?it WHERE { ?it a ?class }"


def find(store: Store, path: str) -> Document | None:
    """Return the list of classes at `doc/class`, or of members at `doc/class/Agency`.

    Further pages of members are `doc/class/Agency/in/2`, and so on.
    """
    if path == CLASSES:
        return _index(store)
    stem, _, number = path.partition(_PAGE)
    name = stem.removeprefix(f"{CLASSES}/")
    if name == stem or not name.isidentifier():
        return None
    page = int(number) if number.isdecimal() else 0 if number else 1
    class_ = SKG.iri + name
    if class_ not in classes(store) or not 1 <= page <= pages(len(members(store, class_))):
        return None
    return _members(store, path, class_, page)


def paths(store: Store) -> Iterator[str]:
    """Yield the paths of the list and of all pages of members."""
    yield CLASSES
    for class_ in classes(store):
        path = f"{CLASSES}/{class_.removeprefix(SKG.iri)}"
        yield path
        for page in range(2, pages(count(store, class_)) + 1):
            yield f"{path}{_PAGE}{page}"


def classes(store: Store) -> list[str]:
    """Return the classes of the ontology."""
    return [row[0] for row in ask(store.view, _ALL) if row[0].startswith(SKG.iri)]


def count(store: Store, class_: str) -> int:
    """Return how many things belong to a class."""
    return int(ask(store.view, _COUNT, **{"class": class_})[0][0])


# Who reads or writes all pages of a class asks once, and engines sort far slower than this does.
@lru_cache(maxsize=2)
def members(store: Store, class_: str) -> tuple[str, ...]:
    """Return the members of a class, sorted. A store that is read stays as it is."""
    return tuple(row[0] for row in ask(store.view, _MEMBERS, **{"class": class_}))


def pages(number: int) -> int:
    """Return how many pages so many members need; one where there are none."""
    return max(1, -(-number // MEMBERS))


def _index(store: Store) -> Document:
    about = SKG.iri.rstrip("#")
    triples = [
        Triple(NamedNode(class_), NamedNode(RDF.type), NamedNode(DECLARED.Class))
        for class_ in classes(store)
    ]
    return _document(store, CLASSES, about, triples, ("Classes", "classes.html", {}))


def _members(store: Store, path: str, class_: str, page: int) -> Document:
    known = members(store, class_)
    shown = known[MEMBERS * (page - 1) : MEMBERS * page]
    triples = [Triple(NamedNode(it), NamedNode(RDF.type), NamedNode(class_)) for it in shown]
    context = {"members": shown, "count": len(known), "page": page, "pages": pages(len(known)),
               "stem": path.partition(_PAGE)[0]}  # fmt: skip
    title = labels.fetch(store.view, [class_])[class_]
    return _document(store, path, class_, triples, (title, "class.html", context))


def _document(
    store: Store,
    path: str,
    about: str,
    triples: list[Triple],
    shown: tuple[str, str, dict[str, Any]],
) -> Document:
    title, template, context = shown
    graph = Graphs(store.view.base).ontology
    quads = [Quad(t.subject, t.predicate, t.object, graph) for t in triples]
    return Document(
        path=path,
        about=about,
        title=title,
        triples=framed(store, path, about, triples, None),
        placed=partial(placed, store, path, about, quads, None),
        template=template,
        context=context,
    )


KIND: Final = Kind("class", find, paths)
