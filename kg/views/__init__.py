"""Views: read-only networkx graphs over query results, one view a file.

A view is built whole and then frozen; its cost is that of its queries, which ask for distinct
two-mode rows, plus the pairs. Nodes carry `iri`, `label` and `class`; edges carry `weight`, a
count for each kind of tie, `first` and `last` (ISO days), `releases` (how many independent
releases say so; 0 for what only the authority says) and up to three `quotes`, each with `text`,
`release` and `issued`. Beside the views stand `explain` (one thing, with its evidence) and `info`
(the store as a whole).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, TypeAlias

from kg.errors import UnknownNameError
from kg.store.base import View
from kg.views import agencies, agency_programme, persons

if TYPE_CHECKING:
    import networkx as nx

    Network: TypeAlias = nx.Graph[str]


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """A view: what it is called, what it shows, and what builds it."""

    name: str
    summary: str
    build: Callable[[View], Network]


_ALL: Final = (
    ViewSpec(
        "agencies",
        "Agencies, tied by shared programmes, missions and meetings.",
        agencies.build,
    ),
    ViewSpec(
        "persons",
        "Persons, tied by meetings and by agreements signed together.",
        persons.build,
    ),
    ViewSpec(
        "agency-programme",
        "Agencies and the programmes and missions that they take part in (two-mode).",
        agency_programme.build,
    ),
)

VIEWS: Final[dict[str, ViewSpec]] = {spec.name: spec for spec in _ALL}


def get(name: str) -> ViewSpec:
    """Return the view `name`, or say which there are (UnknownNameError)."""
    if name in VIEWS:
        return VIEWS[name]
    near = get_close_matches(name.casefold(), VIEWS, n=1)
    advice = f"Did you mean {near[0]!r}? " if near else ""
    raise UnknownNameError(f"unknown view {name!r}", f"{advice}Views: {', '.join(VIEWS)}.")


def build(name: str, view: View) -> Network:
    """Return the view `name` of a store as a graph that cannot be changed."""
    return get(name).build(view)
