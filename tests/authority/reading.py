"""The authority and the ontology as the linter reads them: individuals, classes, ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from kg.resources import files
from kg.vocab import DEFAULT_BASE, RDF, RDFS, SKG, SKOS

BASE = DEFAULT_BASE + "id/"
OWL_CLASS = "http://www.w3.org/2002/07/owl#Class"
RANGE = RDFS.iri + "range"
NAMING = (RDFS.label, SKOS.altLabel, SKG.contextualLabel)

Term: TypeAlias = ox.NamedNode | ox.Literal


@dataclass(slots=True)
class Individual:
    """One block of the authority: its class, and what each predicate says."""

    iri: str
    file: str
    said: dict[str, list[Term]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Return the IRI below the base: "agency/cnes"."""
        return self.iri.removeprefix(BASE)

    @property
    def kind(self) -> str | None:
        """Return the local name of the one class of our own, None for other nodes."""
        return next((c.removeprefix(SKG.iri) for c in self.links(RDF.type) if c in classes()), None)

    def literals(self, predicate: str) -> list[ox.Literal]:
        """Return the literals that `predicate` gives."""
        return [o for o in self.said.get(predicate, ()) if isinstance(o, ox.Literal)]

    def links(self, predicate: str) -> list[str]:
        """Return the IRIs that `predicate` leads to."""
        return [o.value for o in self.said.get(predicate, ()) if isinstance(o, ox.NamedNode)]

    def names(self) -> Iterator[tuple[str, bool]]:
        """Yield each distinct name, and whether it counts only in company."""
        contextual = {o.value for o in self.literals(SKG.contextualLabel)}
        for name in sorted({o.value for p in NAMING for o in self.literals(p)}):
            yield name, name in contextual


def paths() -> tuple[Path, ...]:
    """Return the Turtle files of the authority."""
    return files("ontology/authority", ".ttl")


@cache
def nodes() -> dict[str, Individual]:
    """Return everything that the authority describes under the base, in the order of the files."""
    found: dict[str, Individual] = {}
    for path in paths():
        for triple in _triples(path):
            subject, value = triple.subject, triple.object
            if not isinstance(subject, ox.NamedNode) or not subject.value.startswith(BASE):
                continue
            node = found.setdefault(subject.value, Individual(subject.value, path.name))
            if isinstance(value, ox.NamedNode | ox.Literal):
                node.said.setdefault(triple.predicate.value, []).append(value)
    return found


@cache
def individuals() -> tuple[Individual, ...]:
    """Return the nodes that belong to a class of the ontology."""
    return tuple(node for node in nodes().values() if node.kind)


def of_kind(kind: str) -> list[Individual]:
    """Return the individuals of class `kind`, its sub-classes left out."""
    return [one for one in individuals() if one.kind == kind]


@cache
def _ontology() -> tuple[ox.Triple, ...]:
    return tuple(t for path in files("ontology", "spacekg.ttl") for t in _triples(path))


def _triples(path: Path) -> Iterator[ox.Triple]:
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        yield quad.triple


def _pairs(predicate: str) -> Iterator[tuple[str, str]]:
    for t in _ontology():
        ends = (t.subject, t.object)
        if t.predicate.value == predicate and all(isinstance(e, ox.NamedNode) for e in ends):
            yield str(ends[0])[1:-1], str(ends[1])[1:-1]


@cache
def classes() -> frozenset[str]:
    """Return the IRIs of the ontology's own classes."""
    return frozenset(s for s, o in _pairs(RDF.type) if o == OWL_CLASS and s.startswith(SKG.iri))


@cache
def ranges() -> dict[str, str]:
    """Return the class that each property of the ontology leads to, where it names one."""
    return {s: o for s, o in _pairs(RANGE) if o in classes()}


def is_a(kind: str, wanted: str) -> bool:
    """Tell whether the class with local name `kind` is `wanted` (an IRI) or below it."""
    above = {SKG.iri + kind}
    parents = list(_pairs(RDFS.subClassOf))
    while new := {o for s, o in parents if s in above} - above:
        above |= new
    return wanted in above


def segment(kind: str) -> str:
    """Return the class part of an IRI: "LaunchVehicle" becomes "launch-vehicle"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind).lower()


def report(complaints: Iterable[str]) -> str:
    """Return the complaints, one a line, for an assertion's message."""
    return "\n".join(["", *sorted(complaints)])
