"""What a store is: `View` reads, `Writer` admits and removes releases, `Store` is both.

A store's default graph holds each fact once: the union of the releases' facts, the authority
and the ontology. Named graphs hold who said what; evidence is in named graphs alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, Self, TypeAlias

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    Triple,
    parse_query_results,
)

from kg.model import ReleaseGraph

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
GraphName: TypeAlias = NamedNode | DefaultGraph
Bindings: TypeAlias = Mapping[str, NamedNode | Literal]

DEFAULT = DefaultGraph()


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT: an unbound cell is None."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __iter__(self) -> Iterator[dict[str, Term]]:
        """Yield each row as a mapping of its bound variables."""
        for row in self.rows:
            yield {n: t for n, t in zip(self.variables, row, strict=True) if t is not None}

    def __len__(self) -> int:
        return len(self.rows)

    def values(self) -> list[tuple[str | None, ...]]:
        """Return each row's lexical values, without language or datatype."""
        return [tuple(None if t is None else lexical(t) for t in row) for row in self.rows]

    def serialize(self, format: QueryResultsFormat) -> bytes:
        """Return the rows as SPARQL results in CSV, TSV, JSON or XML."""
        bindings = [{name: term_to_json(term) for name, term in row.items()} for row in self]
        document = {"head": {"vars": self.variables}, "results": {"bindings": bindings}}
        solutions = parse_query_results(json.dumps(document), QueryResultsFormat.JSON)
        assert isinstance(solutions, QuerySolutions)
        return solutions.serialize(format=format) or b""


@dataclass(frozen=True, slots=True)
class Boolean:
    """The answer to an ASK."""

    value: bool

    def __bool__(self) -> bool:
        return self.value


@dataclass(frozen=True, slots=True)
class Graph:
    """The answer to a CONSTRUCT or DESCRIBE: distinct triples in a fixed order."""

    triples: tuple[Triple, ...]

    def __iter__(self) -> Iterator[Triple]:
        return iter(self.triples)

    def __len__(self) -> int:
        return len(self.triples)


Result: TypeAlias = Rows | Boolean | Graph


@dataclass(frozen=True, slots=True)
class Admission:
    """What admitting or removing a release changed: quads added and removed, all graphs told."""

    release: str
    added: int
    removed: int

    @property
    def changed(self) -> bool:
        """Tell whether the store is another one than before."""
        return bool(self.added or self.removed)


class View(Protocol):
    """Read-only access to a store, whichever engine holds it."""

    @property
    def base(self) -> str:
        """Return the base IRI under which the store's entities and graphs live."""
        ...

    @property
    def where(self) -> str:
        """Return what messages call the store: its folder, its URL or "memory"."""
        ...

    def query(self, sparql: str, bindings: Bindings | None = None) -> Result:
        """Answer a SPARQL query; `bindings` are RDF terms for its variables, never pasted text."""
        ...

    def select(self, sparql: str, bindings: Bindings | None = None) -> Rows:
        """Answer a SELECT query."""
        ...

    def graphs(self) -> tuple[NamedNode, ...]:
        """Return the named graphs, sorted by IRI."""
        ...

    def releases(self) -> tuple[NamedNode, ...]:
        """Return the IRIs of the releases that the store holds, sorted."""
        ...

    def quads(self, graph: GraphName | None = None) -> Iterator[Quad]:
        """Yield the quads of one graph, or of all graphs, in a fixed order."""
        ...

    def count(self, graph: GraphName | None = None) -> int:
        """Count the quads of one graph, or of all graphs."""
        ...

    def close(self) -> None:
        """Let go of the engine; the view answers no more."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class Writer(Protocol):
    """Changes a store, one release a transaction: wholly or not at all."""

    def admit(self, graph: ReleaseGraph) -> Admission:
        """Put a release in, in place of what it said before."""
        ...

    def remove(self, release: str) -> Admission:
        """Take a release out; facts that others say stay in the default graph."""
        ...

    def load_base(self, ontology: Iterable[Quad], authority: Iterable[Quad]) -> bool:
        """Put the ontology and the authority in; tell whether anything changed."""
        ...


class Store(View, Writer, Protocol):
    """A store that can be read and written."""


def lexical(term: Term) -> str:
    """Return a term's value as text: an IRI, or a literal's lexical form."""
    return str(term) if isinstance(term, Triple) else term.value


def term_to_json(term: Term) -> dict[str, Any]:
    """Return a term as SPARQL 1.1 results JSON writes it."""
    match term:
        case NamedNode():
            return {"type": "uri", "value": term.value}
        case BlankNode():
            return {"type": "bnode", "value": term.value}
        case Triple():
            parts = {
                n: term_to_json(t)
                for n, t in zip(("subject", "predicate", "object"), term, strict=True)
            }
            return {"type": "triple", "value": parts}
        case _ if term.language:
            return {"type": "literal", "value": term.value, "xml:lang": term.language}
        case _:
            return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
