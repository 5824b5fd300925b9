"""The graph of what follows, kept true by every change: see `kg.inference` for the rules.

A store infers if its graph `graph/inferred` holds something, which it always does once it was
made: the ontology's own hierarchies follow from any ontology. A change then brings with it what it
does to that graph, so that both are one transaction. What follows is in that graph alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, Self

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.inference import Schema, Triples, conclude, maintain
from kg.inference.schema import is_axiom
from kg.inference.triples import Amended, Object, Subject
from kg.store.base import GraphName, View
from kg.store.changes import Change
from kg.store.graphs import Graphs, pattern


class EngineTriples:
    """A graph of Oxigraph's store, looked up by pattern."""

    def __init__(self, engine: ox.Store, graph: GraphName) -> None:
        self._engine, self._graph = engine, graph

    def __contains__(self, triple: object, /) -> bool:
        return isinstance(triple, Triple) and _quad(triple, self._graph) in self._engine

    def __iter__(self) -> Iterator[Triple]:
        for quad in self._engine.quads_for_pattern(None, None, None, self._graph):
            yield quad.triple

    def matching(
        self, subject: Subject | None, predicate: NamedNode, object_: Object | None
    ) -> Iterator[Triple]:
        """Yield the triples that match."""
        for quad in self._engine.quads_for_pattern(subject, predicate, object_, self._graph):
            yield quad.triple

    def holds(self, subject: Subject | None, predicate: NamedNode, object_: Object | None) -> bool:
        """Tell whether a triple matches."""
        return next(self.matching(subject, predicate, object_), None) is not None


class ViewTriples:
    """A graph of any view, looked up by SPARQL: one question a look-up."""

    def __init__(self, view: View, graph: GraphName) -> None:
        self._view, self._graph = view, graph
        self._query = f"SELECT ?s ?p ?o WHERE {{ #+values\n{pattern(graph)} }}"

    def __contains__(self, triple: object, /) -> bool:
        return isinstance(triple, Triple) and any(
            found == triple
            for found in self.matching(triple.subject, triple.predicate, triple.object)
        )

    def __iter__(self) -> Iterator[Triple]:
        for quad in self._view.quads(self._graph):
            yield quad.triple

    def matching(
        self, subject: Subject | None, predicate: NamedNode, object_: Object | None
    ) -> Iterator[Triple]:
        """Yield the triples that match."""
        bindings: dict[str, NamedNode | Literal] = {"p": predicate}
        if isinstance(subject, NamedNode):
            bindings["s"] = subject
        if isinstance(object_, NamedNode | Literal):
            bindings["o"] = object_
        for row in self._view.select(self._query, bindings):
            found, value = row["s"], row["o"]
            if isinstance(found, NamedNode) and (object_ is None or value == object_):
                yield Triple(found, predicate, value)

    def holds(self, subject: Subject | None, predicate: NamedNode, object_: Object | None) -> bool:
        """Tell whether a triple matches."""
        return next(self.matching(subject, predicate, object_), None) is not None


class Listed(Triples, Protocol):
    """Triples that can all be listed as well."""

    def __iter__(self) -> Iterator[Triple]: ...


@dataclass(frozen=True, slots=True)
class Facts:
    """The stated and the inferred facts of a store, and its ontology."""

    stated: Listed
    inferred: Listed
    ontology: Listed


class Inferences:
    """What a change of the stated facts does to the inferred ones."""

    def __init__(self, facts: Facts, graphs: Graphs) -> None:
        self._facts, self._graph = facts, graphs.inferred
        self._schema: Schema | None = None

    @classmethod
    def of_engine(cls, engine: ox.Store, graphs: Graphs) -> Self:
        """Return the inferences of an Oxigraph store."""
        names = (DefaultGraph(), graphs.inferred, graphs.ontology)
        return cls(Facts(*(EngineTriples(engine, name) for name in names)), graphs)

    @classmethod
    def of_view(cls, view: View, graphs: Graphs) -> Self:
        """Return the inferences of a store that is asked by SPARQL."""
        names = (DefaultGraph(), graphs.inferred, graphs.ontology)
        return cls(Facts(*(ViewTriples(view, name) for name in names)), graphs)

    def extended(self, change: Change) -> Change:
        """Return the change with what it does to the inferred facts, if the store infers."""
        if not change or next(iter(self._facts.inferred), None) is None:
            return change
        added, removed = _stated(change.added), _stated(change.removed)
        if any(map(is_axiom, (*added, *removed))):
            self._schema = None
            return self._anew(change)
        if self._schema is None:
            self._schema = Schema.read(self._facts.ontology)
        difference = maintain(self._facts, self._schema, added, removed)
        return self._with(change, difference.added, difference.removed)

    def made(self) -> Change:
        """Return the change that lets the store infer, or brings what it infers up to date."""
        return self._anew(Change((), ()))

    def unmade(self) -> Change:
        """Return the change after which the store infers nothing any more."""
        return replace(self._with(Change((), ()), (), self._facts.inferred), emptied=(self._graph,))

    def _anew(self, change: Change) -> Change:
        """Work out all that follows after the change, and how that differs from what is there."""
        after = Amended(self._facts.stated)
        added, removed = _stated(change.added), set(_stated(change.removed))
        for triple in removed:
            after.take(triple)
        for triple in added:
            after.put(triple)
        stated = {*(t for t in self._facts.stated if t not in removed), *added}
        wanted = conclude(stated, Schema.read(filter(is_axiom, stated)), after)
        known = set(self._facts.inferred)
        return self._with(change, wanted - known, known - wanted)

    def _with(self, change: Change, added: Iterable[Triple], removed: Iterable[Triple]) -> Change:
        more = sorted((_quad(triple, self._graph) for triple in added), key=str)
        less = sorted((_quad(triple, self._graph) for triple in removed), key=str)
        return replace(change, added=(*change.added, *more), removed=(*change.removed, *less))


def _stated(quads: Iterable[Quad]) -> list[Triple]:
    return [quad.triple for quad in quads if isinstance(quad.graph_name, DefaultGraph)]


def _quad(triple: Triple, graph: GraphName) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, graph)
