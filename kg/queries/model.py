"""A named query and its parts, as its header describes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import UnknownNameError

KINDS: Final = ("entity", "date", "number", "text", "choice")
EDGES: Final = ("start", "end")
COLUMN_KINDS: Final = ("value", "list")
GROUPS: Final = ("own", "cooperation", "endeavours", "events", "people", "entities", "sources")
# What the groups of the catalogue are called.
TITLES: Final = {
    "own": ("Your own", "Les vôtres"),
    "cooperation": ("Who works with whom", "Qui travaille avec qui"),
    "endeavours": ("Missions, payloads, programmes, launches", "Missions, programmes, lancements"),
    "events": ("Meetings", "Rencontres"),
    "people": ("People", "Personnes"),
    "entities": ("One thing", "Une entité"),
    "sources": ("What the releases say, and how surely", "Ce que disent les communiqués"),
}


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
    """A query with what its header says of it; `sparql` is the file's text.

    `silence` says what an answer without rows does not prove; `group` is one of `GROUPS`.
    """

    name: str
    sparql: str
    summary: str = ""
    title: str = ""
    title_fr: str = ""
    group: str = GROUPS[0]
    description: str = ""
    silence: str = ""
    params: tuple[Param, ...] = ()
    columns: tuple[Column, ...] = ()

    def param(self, name: str) -> Param:
        """Return the parameter `name`, or say which there are (UnknownNameError)."""
        known = {param.name: param for param in self.params}
        if name not in known:
            has = f"It has: {', '.join(known)}." if known else "It has none."
            raise UnknownNameError(
                f"the query {self.name} has no parameter {name!r}",
                f"{did_you_mean(name, known)}{has}",
            )
        return known[name]


@dataclass(frozen=True, slots=True)
class BoundQuery:
    """A query with RDF terms for its parameters, ready for `View.query`."""

    query: NamedQuery
    bindings: Mapping[str, NamedNode | Literal]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a question with the nearest of the known names, or nothing."""
    near = get_close_matches(name, list(known), n=3)
    return f"Did you mean {' or '.join(near)}? " if near else ""
