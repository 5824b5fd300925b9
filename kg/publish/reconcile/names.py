"""What all things are called, folded, with their classes: what names are matched against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kg.names import fold
from kg.publish.addresses import THINGS
from kg.publish.documents.document import Store
from kg.store.asking import ask
from kg.vocab import SKG

_NAMES: Final = """
SELECT DISTINCT ?it ?name WHERE {{
  ?it a ?class ; rdfs:label|skos:altLabel ?name FILTER(STRSTARTS(STR(?it), "{start}"))
}}"""
_CLASSES: Final = """
SELECT DISTINCT ?it ?class WHERE {{ ?it a ?class FILTER(STRSTARTS(STR(?it), "{start}")) }}"""
_LABELS: Final = """
SELECT ?it (LANG(?name) AS ?language) ?name WHERE {{
  ?it a ?class ; rdfs:label ?name FILTER(STRSTARTS(STR(?it), "{start}"))
}}"""
_TERMS: Final = """
SELECT ?term ?kind ?label WHERE { ?term a ?kind ; rdfs:label ?label FILTER(LANG(?label) = "en") }"""


@dataclass(frozen=True)
class Names:
    """Things are called by their key (`agency/cnes`), classes and properties by their local name."""

    by_name: Mapping[str, frozenset[str]]
    names: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]
    classes: Mapping[str, tuple[str, ...]]
    types: Mapping[str, str]
    properties: Mapping[str, str]

    def label(self, key: str) -> str:
        """Return what a thing is called."""
        return self.labels.get(key, key)


@lru_cache(maxsize=4)
def read(store: Store) -> Names:
    """Read the names of all things that an opened store holds."""
    start = store.view.base + THINGS
    by_name: dict[str, set[str]] = {}
    names: dict[str, set[str]] = {}
    for iri, name in ask(store.view, _NAMES.format(start=start)):
        key = iri.removeprefix(start)
        by_name.setdefault(fold(name), set()).add(key)
        names.setdefault(key, set()).add(name)
    classes: dict[str, list[str]] = {}
    for iri, class_ in ask(store.view, _CLASSES.format(start=start)):
        if class_.startswith(SKG.iri):
            classes.setdefault(iri.removeprefix(start), []).append(class_.removeprefix(SKG.iri))
    # English first, then by language and alphabet.
    labels: dict[str, str] = {}
    rows = ask(store.view, _LABELS.format(start=start))
    for iri, _, name in sorted(rows, key=lambda row: (row[1] != "en", *row)):
        labels.setdefault(iri.removeprefix(start), name)
    types, properties = _terms(store)
    return Names(
        {name: frozenset(keys) for name, keys in by_name.items() if name},
        {key: tuple(sorted(found)) for key, found in names.items()},
        labels,
        {key: tuple(found) for key, found in classes.items()},
        types,
        properties,
    )


def _terms(store: Store) -> tuple[dict[str, str], dict[str, str]]:
    types: dict[str, str] = {}
    properties: dict[str, str] = {}
    for term, kind, label in ask(store.view, _TERMS):
        if term.startswith(SKG.iri):
            found = types if kind.endswith("#Class") else properties if "Property" in kind else None
            if found is not None:
                found[term.removeprefix(SKG.iri)] = label
    return types, properties
