"""The store as a whole: what it holds, and how much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from kg.store.asking import ask
from kg.store.base import View
from kg.version import __version__
from kg.views import labels
from kg.views.labels import Labels, Thing
from kg.vocab import AUTHORITY, ONTOLOGY, SKG, STATUSES

_CLASSES: Final = f"""
SELECT ?class (COUNT(DISTINCT ?it) AS ?count) WHERE {{
  ?it a ?class FILTER(STRSTARTS(STR(?class), "{SKG.iri}"))
}} GROUP BY ?class"""
_PUBLISHERS: Final = """
SELECT ?publisher (COUNT(DISTINCT ?release) AS ?count) WHERE {
  ?release a skg:Release OPTIONAL { ?release dcterms:publisher ?publisher }
} GROUP BY ?publisher"""
_ISSUED: Final = (
    "SELECT ?day WHERE {{ ?it a skg:Release ; dcterms:issued ?day }} ORDER BY {} LIMIT 1"
)
_FIRST: Final = _ISSUED.format("?day")
_LAST: Final = _ISSUED.format("DESC(?day)")
_DEFAULT: Final = "SELECT (COUNT(*) AS ?count) WHERE { ?s ?p ?o }"
_GRAPH: Final = "SELECT (COUNT(*) AS ?count) WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
_CLAIMS: Final = """
SELECT ?status (COUNT(DISTINCT ?claim) AS ?count) WHERE {
  GRAPH ?graph { ?claim a skg:Claim ; skg:status ?status }
} GROUP BY ?status"""
_VERSION: Final = "SELECT ?version WHERE { ?ontology a owl:Ontology ; owl:versionInfo ?version }"


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of a thing: instances of a class, releases of a publisher."""

    thing: Thing
    count: int


@dataclass(frozen=True, slots=True)
class Info:
    """What a store holds.

    `facts` are the statements that releases add to authority and ontology, each counted once;
    `claims` counts what releases claim by status; `quads` counts all statements of all graphs.
    `first` and `last` are the days of the oldest and the newest release, or "".
    """

    where: str
    base: str
    version: str
    ontology_version: str
    releases: int
    publishers: tuple[Count, ...]
    first: str
    last: str
    classes: tuple[Count, ...]
    facts: int
    claims: tuple[tuple[str, int], ...]
    quads: int


def info(view: View) -> Info:
    """Return what a store holds, in numbers."""
    publishers, classes = _counts(view, _PUBLISHERS), _counts(view, _CLASSES)
    called = labels.fetch(view, publishers.keys() | classes.keys())
    claims = _counts(view, _CLAIMS)
    return Info(
        where=view.where,
        base=view.base,
        version=__version__,
        ontology_version=_first(view, _VERSION),
        releases=len(view.releases()),
        publishers=_largest_first(publishers, called),
        first=_first(view, _FIRST),
        last=_first(view, _LAST),
        classes=_largest_first(classes, called),
        facts=_facts(view),
        claims=tuple((s, claims[s]) for s in STATUSES if s in claims),
        quads=view.count(),
    )


def _counts(view: View, query: str) -> dict[str, int]:
    return {key: int(count) for key, count in ask(view, query) if key}


def _first(view: View, query: str) -> str:
    return next((row[0] for row in ask(view, query) if row[0]), "")


def _largest_first(counts: Mapping[str, int], called: Labels) -> tuple[Count, ...]:
    found = [Count(called.thing(iri), count) for iri, count in counts.items()]
    return tuple(sorted(found, key=lambda c: (-c.count, c.thing)))


def _facts(view: View) -> int:
    every = int(_first(view, _DEFAULT))
    given = (_counted(view, f"{view.base}{graph}") for graph in (AUTHORITY, ONTOLOGY))
    return every - sum(given)


def _counted(view: View, graph: str) -> int:
    return int(_first(view, _GRAPH.format(graph=NamedNode(graph))))
