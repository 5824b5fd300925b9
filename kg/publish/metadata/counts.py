"""What is counted of a store: each figure is what SPARQL counts in the default graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.publish.documents.document import Store
from kg.store.asking import PROLOGUE
from kg.vocab import PREFIXES, SKG

_WHOLE: Final = """
SELECT (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?o) AS ?objects) WHERE { ?s ?p ?o }"""
_CLASSES: Final = """
SELECT ?class (COUNT(DISTINCT ?it) AS ?n) WHERE { ?it a ?class } GROUP BY ?class"""
_PROPERTIES: Final = "SELECT ?p (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p"
_ENTITIES: Final = """
SELECT (COUNT(DISTINCT ?it) AS ?n) WHERE {{ ?it a ?class FILTER(STRSTARTS(STR(?it), "{start}")) }}"""
_EXAMPLES: Final = """
SELECT ?class (MIN(STR(?it)) AS ?first) WHERE {{
  ?it a ?class FILTER(STRSTARTS(STR(?it), "{start}"))
}} GROUP BY ?class"""
# Of those that a release tells of: events show their words themselves, of others there are claims.
_TOLD: Final = """
SELECT ?class (MIN(STR(?it)) AS ?first) WHERE {{
  {{ SELECT DISTINCT ?it WHERE {{
    {{ GRAPH ?graph {{ ?claim a skg:Claim ; rdf:subject ?it }} }} UNION {{ ?it skg:evidence ?span }}
  }} }}
  ?it a ?class FILTER(STRSTARTS(STR(?it), "{start}"))
}} GROUP BY ?class"""
_DAYS: Final = """
SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) WHERE {
  ?release a skg:Release ; dcterms:issued ?day
}"""


@dataclass(frozen=True, slots=True)
class Counts:
    """Figures of the default graph; `classes` and `properties` are sorted by IRI."""

    triples: int
    subjects: int
    objects: int
    entities: int
    classes: tuple[tuple[str, int], ...]
    properties: tuple[tuple[str, int], ...]

    @property
    def vocabularies(self) -> list[str]:
        """Return the namespaces of the terms in use, sorted."""
        terms = [term for term, _ in (*self.classes, *self.properties)]
        return sorted({ns for ns in PREFIXES.values() if any(t.startswith(ns) for t in terms)})


def count(store: Store) -> Counts:
    """Count what the default graph states."""
    subjects, objects = _numbers(store, _WHOLE)
    (entities,) = _numbers(store, _ENTITIES.format(start=f"{store.view.base}id/"))
    return Counts(
        store.view.count(DefaultGraph()),
        subjects,
        objects,
        entities,
        _grouped(store, _CLASSES),
        _grouped(store, _PROPERTIES),
    )


def examples(store: Store) -> list[str]:
    """Return one thing of each of our classes, one that releases tell of where there is one."""
    found: dict[str, str] = {}
    for query in (_TOLD, _EXAMPLES):
        asked = PROLOGUE + query.format(start=f"{store.view.base}id/")
        for class_, first in store.view.select(asked).values():
            if class_ and first and class_.startswith(SKG.iri):
                found.setdefault(class_, first)
    return sorted(set(found.values()))


def days(store: Store) -> tuple[date | None, date | None]:
    """Return the days of the oldest and the newest release."""
    row = store.view.select(PROLOGUE + _DAYS).rows[0]
    first, last = (date.fromisoformat(c.value) if isinstance(c, Literal) else None for c in row)
    return first, last


def _numbers(store: Store, query: str) -> tuple[int, ...]:
    row = store.view.select(query).rows[0]
    return tuple(int(cell.value) for cell in row if isinstance(cell, Literal))


def _grouped(store: Store, query: str) -> tuple[tuple[str, int], ...]:
    def read() -> Iterator[tuple[str, int]]:
        for name, cell in store.view.select(query).rows:
            if isinstance(name, NamedNode) and isinstance(cell, Literal):
                yield name.value, int(cell.value)

    return tuple(sorted(read()))
