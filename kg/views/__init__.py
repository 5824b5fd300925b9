"""Views: read-only networkx graphs of who is tied to whom, one view a file.

A view reads two-mode rows (`shared`), filters them (`filters`, `about`, `rollup`), ties who shares
a thing (`ties`) and writes a frozen graph (`network`); `study` does it in turn, and `options` say
what is wanted. Cost: the rows, and the square of the members of each thing.

Nodes carry `iri`, `label`, `class`, and in two-mode views `bipartite` (0 or 1). Edges carry `iri`,
`label` ("CNES – ESA"), `class` (the kind that counts most), `weight`, a count for each kind of tie,
`disparity` (how likely chance makes a tie so strong, see `filters.backbone`) and `shared` (the
names of up to five shared things). Both carry `first` and `last` (ISO days or None), `releases` (how
many independent releases say so; 0 for what only the authority says) and up to three `quotes`, each
with `text`, `release` and `issued`. A measured node carries its measures by name besides, with
`--stability` their intervals as `NAME_low` and `NAME_high` (see `kg.views.measures`).

Beside the views stand `explain` (one thing, with its evidence) and `info` (the store as a whole).
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, TypeAlias

from kg.errors import UnknownNameError
from kg.store.base import View
from kg.views import (
    agencies,
    agency_programme,
    countries,
    kept,
    missions,
    person_agency,
    persons,
    releases,
    supply,
)
from kg.views.options import DEFAULT, Options
from kg.views.spec import ViewSpec
from kg.views.study import Study, no_collection

if TYPE_CHECKING:
    import networkx as nx

    from kg.store.embedded import EmbeddedStore

    Network: TypeAlias = nx.Graph[str]

_ALL: Final = (
    agencies.VIEW,
    agency_programme.VIEW,
    persons.VIEW,
    person_agency.VIEW,
    countries.VIEW,
    missions.VIEW,
    releases.VIEW,
    supply.VIEW,
)

VIEWS: Final[dict[str, ViewSpec]] = {spec.name: spec for spec in _ALL}


def get(name: str) -> ViewSpec:
    """Return the view `name`, or say which there are (UnknownNameError)."""
    if name in VIEWS:
        return VIEWS[name]
    near = get_close_matches(name.casefold(), VIEWS, n=1)
    advice = f"Did you mean {near[0]!r}? " if near else ""
    raise UnknownNameError(f"unknown view {name!r}", f"{advice}Views: {', '.join(VIEWS)}.")


def study(name: str, view: View, options: Options = DEFAULT) -> Study:
    """Return the view `name` of a store, read and filtered."""
    return Study(get(name), view, options)


def keep(store: EmbeddedStore) -> None:
    """Leave the network that is asked for first with a store that was changed; see `kept`."""
    wanted = study(kept.NAME, store)
    if kept.read(wanted.ledger) is None:
        kept.write(store, wanted.parts())


def build(name: str, view: View, options: Options = DEFAULT) -> Network:
    """Return the view `name` of a store as a graph that cannot be changed."""
    # The rows are gone before Python looks for rubbish again.
    with no_collection():
        return study(name, view, options).network()
