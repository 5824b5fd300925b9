"""How views and ledgers ask a store: SPARQL with the project's prefixes, answered as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from kg.store.base import View

# Engines read a long list of values slowly, and endpoints refuse one that is too long.
BATCH: Final = 500

PROLOGUE: Final = "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in sorted(PREFIXES.items()))


def ask(view: View, pattern: str, **bindings: str) -> list[tuple[str, ...]]:
    """Answer a SELECT query, sorted, "" for what is unbound; `bindings` are IRIs of variables."""
    terms: dict[str, NamedNode | Literal] = {n: NamedNode(iri) for n, iri in bindings.items()}
    rows = view.select(PROLOGUE + pattern, terms).values()
    return sorted(tuple(cell or "" for cell in row) for row in rows)


def values(variable: str, iris: Iterable[str]) -> str:
    """Return a VALUES clause that lets `variable` be each of `iris`."""
    return f"VALUES ?{variable} {{ {' '.join(str(NamedNode(iri)) for iri in sorted(iris))} }}"


def batches(iris: Iterable[str]) -> Iterator[list[str]]:
    """Yield the distinct IRIs, sorted, in lists short enough for one query."""
    ordered = sorted(set(iris))
    for start in range(0, len(ordered), BATCH):
        yield ordered[start : start + BATCH]
