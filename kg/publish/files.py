"""Files beside the documents: style, programs, pictures; all lie below `assets/`.

Some come with the package, those of others where `make web` fetched them, and some are drawn from
the store.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from kg.publish.documents import classes, statements
from kg.publish.documents.document import Store
from kg.publish.pages import home, network, web
from kg.store.asking import PROLOGUE

ROOT: Final = "assets/"
_TYPES: Final = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
    "html": "text/html; charset=utf-8",
}
_PACKAGED: Final = ("style.css", "search.js", "editor.js", "editor.css", "network.js")
# A picture has its style inside; nothing else may work in it.
_PICTURE: Final = "default-src 'none'; style-src 'unsafe-inline'"
_META: Final = re.compile(rb'http-equiv="Content-Security-Policy" content="([^"]*)"')
_NAMES: Final = """
SELECT DISTINCT ?it ?label WHERE {{
  ?it a ?class ; rdfs:label|skos:altLabel ?label FILTER(STRSTARTS(STR(?it), "{start}"))
}}"""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file with its media type, and the policy that it needs where that is one of its own."""

    path: str
    body: bytes
    policy: str = ""

    @property
    def content_type(self) -> str:
        """Return the value of the header."""
        return _TYPES[self.path.rpartition(".")[2]]


def names(store: Store) -> Iterator[str]:
    """Yield the paths of all files."""
    yield from (f"{ROOT}{name}" for name in _PACKAGED)
    yield from (f"{ROOT}{name}" for name in web.fetched())
    yield from (f"{ROOT}{name}" for name in _MADE)


def find(store: Store, path: str) -> Asset | None:
    """Return the file at a path; None where there is none."""
    name = path.removeprefix(ROOT)
    if path not in set(names(store)):
        return None
    if name in _MADE:
        return _MADE[name](store)
    room = web.FOLDER if name in web.fetched() else "assets"
    return Asset(path, files("kg.publish").joinpath(f"{room}/{name}").read_bytes())


def forget() -> None:
    """Make what is kept of stores anew: one has changed."""
    for kept in (
        _found,
        classes.members,
        statements.said,
        home.pairs,
        home.numbers,
        network.agencies,
        network.drawn,
    ):
        kept.cache_clear()


def _picture(store: Store) -> Asset:
    return Asset(f"{ROOT}network.svg", network.drawn(store, "svg"), _PICTURE)


def _moved(store: Store) -> Asset:
    """Return the network to move and search in, which says itself what its policy is."""
    body = network.drawn(store, "html")
    told = _META.search(body)
    assert told is not None
    return Asset(f"{ROOT}network.html", body, told[1].decode().replace("&#x27;", "'"))


def _whole(store: Store) -> Asset:
    """Return all nodes and ties with their places: what `network.js` draws."""
    return Asset(f"{ROOT}network.json", network.whole(store))


@lru_cache(maxsize=4)
def _found(store: Store) -> Asset:
    """Return all names with the paths of their documents: what `search.js` looks through."""
    query = PROLOGUE + _NAMES.format(start=store.view.base)
    rows = sorted(
        {(label, store.addresses.document(iri) or "") for iri, label in store.view.select(query).values()
         if iri and label}
    )  # fmt: skip
    body = json.dumps([row for row in rows if row[1]], ensure_ascii=False, separators=(",", ":"))
    return Asset(f"{ROOT}names.json", body.encode())


_MADE: Final[dict[str, Callable[[Store], Asset]]] = {
    "network.svg": _picture,
    "network.html": _moved,
    "names.json": _found,
    "network.json": _whole,
}
