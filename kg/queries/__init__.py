"""The named queries: SPARQL files with a header of `#+` lines, run with typed parameters.

The header follows grlc's convention: `summary`, `title_fr`, `description`, `params`, `columns`.
Parameters become RDF terms that are bound to the query's variables; nothing that a user
types is ever pasted into SPARQL. `#+values` comments in a query mark where they are bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from pyoxigraph import Literal, NamedNode

from kg import resources
from kg.errors import UnknownNameError, UsageError
from kg.queries.model import BoundQuery, Column, NamedQuery, Param, did_you_mean
from kg.queries.naming import resolve
from kg.queries.reader import from_file, from_text
from kg.queries.terms import term
from kg.store.base import Result, Rows, Term, View

__all__ = [
    "BoundQuery",
    "Column",
    "NamedQuery",
    "Param",
    "bind",
    "catalogue",
    "from_file",
    "from_text",
    "get",
    "resolve",
    "run",
    "tidy",
]

SEPARATOR = "; "


@cache
def catalogue() -> tuple[NamedQuery, ...]:
    """Return the shipped queries, sorted by name."""
    queries = [from_file(path) for path in resources.files("queries", ".rq")]
    return tuple(sorted(queries, key=lambda query: query.name))


def get(name: str) -> NamedQuery:
    """Return the shipped query `name`; UnknownNameError suggests the nearest."""
    known = {query.name: query for query in catalogue()}
    if name not in known:
        raise UnknownNameError(
            f"no query is called {name!r}",
            f"{did_you_mean(name, known)}See them all with: spacekg queries",
        )
    return known[name]


def bind(query: NamedQuery, params: Mapping[str, str], view: View) -> BoundQuery:
    """Turn what a user typed into RDF terms; UsageError where a value does not fit its type.

    An empty value is as none: the default holds, or the parameter is left open. The error says
    in `param` which parameter is at fault.
    """
    given = {name: value for name, value in params.items() if value.strip()}
    bindings = {}
    for name in params:
        with _blaming(name):
            query.param(name)
    for param in query.params:
        with _blaming(param.name):
            found = _term(query, param, given.get(param.name, param.default), view)
        if found is not None:
            bindings[param.name] = found
    return BoundQuery(query, bindings)


def _term(
    query: NamedQuery, param: Param, value: str | None, view: View
) -> NamedNode | Literal | None:
    if value is not None:
        return term(param, value, view)
    if param.required:
        raise UsageError(
            f"the query {query.name} needs the parameter {param.name} ({param.help})",
            f"Add -p {param.name}={param.example or 'VALUE'}",
        )
    return None


@contextmanager
def _blaming(name: str) -> Iterator[None]:
    """Let an error say which parameter it is about."""
    try:
        yield
    except UsageError as error:
        error.param = name
        raise


def run(query: NamedQuery | str, view: View, params: Mapping[str, str] | None = None) -> Result:
    """Answer a query, or the shipped query of that name, with typed parameters."""
    bound = bind(get(query) if isinstance(query, str) else query, params or {}, view)
    answer = view.query(bound.query.sparql, bound.bindings)
    return tidy(answer, bound.query) if isinstance(answer, Rows) else answer


def tidy(rows: Rows, query: NamedQuery) -> Rows:
    """Settle in the declared columns what SPARQL leaves open, so that all engines agree.

    Names within a cell are sorted, each once; a cell of no text is an empty cell; a row of empty
    cells alone, as rdflib gives for a group of nothing, is no row.
    """
    kinds = {column.name: column.kind for column in query.columns}
    columns = [kinds.get(name) for name in rows.variables]
    tidied = (
        tuple(_tidy_cell(kind, cell) for kind, cell in zip(columns, row, strict=True))
        for row in rows.rows
    )
    return Rows(rows.variables, tuple(row for row in tidied if any(row)))


def _tidy_cell(kind: str | None, cell: Term | None) -> Term | None:
    if kind is None or not isinstance(cell, Literal):
        return cell
    text = cell.value
    if kind == "list":
        text = SEPARATOR.join(sorted({*text.split(SEPARATOR)} - {""}))
        cell = Literal(text)
    return cell if text else None
