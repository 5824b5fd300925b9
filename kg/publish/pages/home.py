"""The home page: which agencies share programmes at a glance, and ways to look around."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from pyoxigraph import NamedNode

from kg import queries
from kg.publish.documents.document import Document, Store
from kg.publish.pages.classes import counted
from kg.publish.pages.network import agencies
from kg.publish.pages.setting import Setting
from kg.store.asking import PROLOGUE
from kg.store.results import lexical
from kg.views import book
from kg.views.info import Info, info
from kg.views.records import ReleaseInfo
from kg.vocab import SKG

_QUERY: Final = "shared-programmes"
_PAIRS: Final = 12
_RELEASES: Final = 8
# The ways in that are shown as numbers, in this order.
_SHOWN: Final = (
    "Agency",
    "Organisation",
    "Person",
    "Mission",
    "Programme",
    "Payload",
    "Event",
    "Release",
)
_NEWEST: Final = f"""
SELECT ?release WHERE {{ ?release a skg:Release ; dcterms:issued ?day }}
ORDER BY DESC(?day) ?release LIMIT {_RELEASES}"""


def prepare(document: Document, setting: Setting) -> Mapping[str, Any]:
    """Return what the template needs beyond the document."""
    store = setting.store
    by_class = {ref.iri: (ref, address, count) for ref, address, count in counted(setting)}
    return {
        "heading": setting.texts("home_heading"),
        "pairs": _named(pairs(store), setting),
        "counts": [by_class[SKG.iri + n] for n in _SHOWN if SKG.iri + n in by_class],
        "info": numbers(store),
        "newest": [(setting.release(r), r) for r in _newest(store)],
    }


@lru_cache(maxsize=8)
def pairs(store: Store) -> tuple[tuple[str, ...], ...]:
    """Return the pairs of agencies with most in common. A store that is read stays as it is."""
    rows = queries.run(_QUERY, store.view)
    assert hasattr(rows, "rows")
    return tuple(tuple(lexical(cell) if cell else "" for cell in row) for row in rows.rows[:_PAIRS])


@lru_cache(maxsize=8)
def numbers(store: Store) -> Info:
    """Return what the store holds, in numbers."""
    return info(store.view)


def _named(found: tuple[tuple[str, ...], ...], setting: Setting) -> list[dict[str, Any]]:
    """Return the pairs with links, where the network knows the agencies by name."""
    iris = {str(label): str(iri) for iri, label in agencies(setting.store).nodes(data="label")}
    refs = setting.refs(iris[name] for row in found for name in row[:2] if name in iris)
    return [
        {
            "ends": [(name, refs[iris[name]] if name in iris else None) for name in (one, other)],
            "count": count,
            "names": names,
        }
        for one, other, count, names in found
    ]


def _newest(store: Store) -> list[ReleaseInfo]:
    rows = store.view.select(PROLOGUE + _NEWEST).rows
    iris = [row[0].value for row in rows if isinstance(row[0], NamedNode)]
    known = book.fetch(store.view, (), iris)
    return [known.release(iri) for iri in dict.fromkeys(iris)]
