"""The named queries: SPARQL files with a header of `#+` lines, run with typed parameters.

The header follows grlc's convention: `summary`, `title_fr`, `description`, `params`, `columns`.
Parameters become RDF terms that are bound to the query's variables; nothing that a user
types is ever pasted into SPARQL.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode

    from kg.store.base import Result, View


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: `kind` is entity, date, number, text or choice; no default means optional.

    `of` narrows an entity to a class ("Agency"); `edge` is "end" for a date that closes a
    period, so that "2019" is its last day; `required` parameters must be given.
    """

    name: str
    kind: str
    help: str
    default: str | None = None
    example: str | None = None
    required: bool = False
    of: str | None = None
    edge: str = "start"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a query's answer; `kind` "list" holds sorted names joined by "; "."""

    name: str
    help: str
    kind: str = "value"


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with what its header says of it; `sparql` is the file's text."""

    name: str
    sparql: str
    summary: str = ""
    title_fr: str = ""
    description: str = ""
    params: tuple[Param, ...] = ()
    columns: tuple[Column, ...] = ()

    def param(self, name: str) -> Param:
        """Return the parameter `name`, or say which there are (UnknownNameError)."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class BoundQuery:
    """A query with RDF terms for its parameters, ready for `View.query`."""

    query: NamedQuery
    bindings: Mapping[str, NamedNode | Literal]


def catalogue() -> tuple[NamedQuery, ...]:
    """Return the shipped queries, sorted by name."""
    raise NotImplementedError


def get(name: str) -> NamedQuery:
    """Return the shipped query `name`; UnknownNameError suggests the nearest."""
    raise NotImplementedError


def from_file(path: Path) -> NamedQuery:
    """Read a query file; UnreadableError, or QuerySyntaxError with line and column."""
    raise NotImplementedError


def from_text(text: str, name: str = "query") -> NamedQuery:
    """Read a query, with or without a header; QuerySyntaxError says line and column."""
    raise NotImplementedError


def bind(query: NamedQuery, params: Mapping[str, str], view: View) -> BoundQuery:
    """Turn what a user typed into RDF terms; UsageError where a value does not fit its type."""
    raise NotImplementedError


def run(query: NamedQuery | str, view: View, params: Mapping[str, str] | None = None) -> Result:
    """Answer a query, or the shipped query of that name, with typed parameters."""
    raise NotImplementedError


def resolve(name: str, view: View, of: str | None = None) -> NamedNode:
    """Return the entity that `name` stands for: an IRI, a key ("agency/cnes"), a label or alias.

    Case and accents do not count. `of` narrows to a class ("Agency"). AmbiguousNameError
    lists the candidates, UnknownNameError the nearest names.
    """
    raise NotImplementedError
