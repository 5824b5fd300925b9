"""The dataset as a whole, at `dataset` and at the address of its version."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Any, Final

from pyoxigraph import NamedNode, Quad

from kg.publish.documents.document import DATASET, Document, Kind, Store, framed, placed
from kg.publish.metadata import catalogue, counts, dumps, names, searched, void


def find(store: Store, path: str) -> Document | None:
    """Return the dataset's document; also at `dataset/VERSION`, where that is the version."""
    if path == DATASET or (path.startswith(f"{DATASET}/") and path == names.version_path(store)):
        return _document(store, path)
    return None


def paths(store: Store) -> Iterator[str]:
    """Yield the path of the dataset, and that of its version."""
    yield DATASET
    yield names.version_path(store)


# Its counts are many questions; an opened store does not change.
@lru_cache(maxsize=8)
def _document(store: Store, path: str) -> Document:
    about, (_, modified) = names.dataset(store), counts.days(store)
    said = [*void.statements(store), *catalogue.statements(store), *searched.statements(store)]
    name = NamedNode(store.addresses.url(path))
    quads = [Quad(t.subject, t.predicate, t.object, name) for t in dict.fromkeys(said)]
    return Document(
        path=path,
        about=about,
        title=names.TITLES["en"],
        triples=framed(store, path, about, said, modified),
        placed=partial(placed, store, path, about, quads, modified),
        template="dataset.html",
        context=_context(store),
        modified=modified,
    )


def forget() -> None:
    """Count anew when the dataset is next asked for."""
    _document.cache_clear()


def _context(store: Store) -> dict[str, Any]:
    return {
        "titles": names.TITLES,
        "descriptions": names.DESCRIPTIONS,
        "counts": counts.count(store),
        "dumps": dumps.of(store).all,
        "version": names.version(store),
        "days": counts.days(store),
        "citation": names.citation(store),
        "imprint": store.imprint,
        "changes": names.CHANGES,
    }


KIND: Final = Kind("dataset", find, paths)
