"""What a query answers: `Rows` to a SELECT, `Boolean` to an ASK, `Graph` to a CONSTRUCT."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    Triple,
    parse_query_results,
)

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Json: TypeAlias = "dict[str, str | dict[str, Json]]"


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT: an unbound cell is None."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __iter__(self) -> Iterator[Mapping[str, Term]]:
        """Yield each row as a mapping of its bound variables."""
        for row in self.rows:
            yield {n: t for n, t in zip(self.variables, row, strict=True) if t is not None}

    def __len__(self) -> int:
        return len(self.rows)

    def values(self) -> list[tuple[str | None, ...]]:
        """Return each row's values as text, without language or datatype."""
        return [tuple(None if t is None else lexical(t) for t in row) for row in self.rows]

    def serialize(self, syntax: QueryResultsFormat) -> bytes:
        """Return the rows as SPARQL results in CSV, TSV, JSON or XML."""
        bindings = [{name: _to_json(term) for name, term in row.items()} for row in self]
        document = {"head": {"vars": self.variables}, "results": {"bindings": bindings}}
        solutions = parse_query_results(json.dumps(document), QueryResultsFormat.JSON)
        return solutions.serialize(format=syntax) or b""


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


def read(answer: QuerySolutions | QueryBoolean | QueryTriples) -> Result:
    """Read an engine's answer to its end."""
    match answer:
        case QueryBoolean():
            return Boolean(bool(answer))
        case QuerySolutions():
            names = tuple(variable.value for variable in answer.variables)
            return Rows(names, tuple(tuple(solution) for solution in answer))
        case _:
            return graph(answer)


def graph(triples: Iterator[Triple]) -> Graph:
    """Return distinct triples in a fixed order."""
    return Graph(tuple(sorted(set(triples), key=str)))


def lexical(term: Term) -> str:
    """Return a term's value as text: an IRI, or a literal's lexical form."""
    return str(term) if isinstance(term, Triple) else term.value


def _to_json(term: Term) -> Json:
    """Return a term as SPARQL 1.1 results JSON writes it."""
    match term:
        case NamedNode():
            return {"type": "uri", "value": term.value}
        case BlankNode():
            return {"type": "bnode", "value": term.value}
        case Triple():
            parts = zip(("subject", "predicate", "object"), term, strict=True)
            return {"type": "triple", "value": {name: _to_json(part) for name, part in parts}}
        case Literal() if term.language:
            return {"type": "literal", "value": term.value, "xml:lang": term.language}
        case _:
            return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
