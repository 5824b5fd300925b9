"""Documents about the whole: the home page, the search, the network of agencies.

As data they say little: that they are about the dataset. What they show is for people.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from kg.publish.documents.document import DATASET, Document, Kind, Store, framed, placed

HOME: Final = ""
SEARCH: Final = "search"
NETWORK: Final = "network"
SPARQL: Final = "sparql"
_TEMPLATES: Final = {HOME: "home.html", SEARCH: "search.html", NETWORK: "network.html"}
# As addresses name the home page where they name a form: `index.html`.
_SPELLED: Final = {"index": HOME}
_TITLES: Final = {HOME: "Who works with whom in space", SEARCH: "Search", NETWORK: "Agencies"}


def find(store: Store, path: str) -> Document | None:
    """Return the home page at the root, the search at `search`, the network at `network`."""
    path = _SPELLED.get(path, path)
    if path not in _TEMPLATES:
        return None
    return _document(store, path, _TITLES[path], _TEMPLATES[path])


def paths(store: Store) -> Iterator[str]:
    """Yield the paths."""
    yield from _TEMPLATES


def unasked(store: Store) -> Document:
    """Return what a static copy says where the server answers SPARQL."""
    return _document(store, SPARQL, "SPARQL", "unasked.html")


def _document(store: Store, path: str, title: str, template: str) -> Document:
    about = store.addresses.url(DATASET)
    return Document(
        path=path,
        about=about,
        title=title,
        triples=framed(store, path, about, (), None),
        placed=partial(placed, store, path, about, (), None),
        template=template,
    )


KIND: Final = Kind("overview", find, paths)
