"""Whose vehicles and sites fly whose payloads: from provider to customer. Directed.

A launch counts once for its vehicle and once for its site. What flies is a payload of its customers
and operators; where none is told, of those that lead it, else of those that take part. Who flies its
own payloads depends on nobody, and has no edge to itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.views.owners import Owners
from kg.views.providers import Providers
from kg.views.shared import Members, Reader, Shared
from kg.views.spec import ViewSpec
from kg.vocab import SKG


def rows(reader: Reader) -> Iterator[Shared]:
    """Yield launches with those that provide the vehicle or the site, and those that fly on it."""
    known, told = Providers(reader), reader.tellings(SKG.Launch)
    owners = Owners(reader)
    flown = _payloads(reader)
    for launch in sorted(reader.events(SKG.Launch) & flown.keys()):
        words, days = frozenset(told.get(launch, ())), reader.days(launch)
        customers: Members = {}
        for payload in sorted(flown[launch]):
            customers.update(dict.fromkeys(owners.of(payload), words))
        for kind, who in (("vehicles", known.of_vehicles), ("sites", known.of_sites)):
            providers = dict.fromkeys(who(launch, min(days, default="")), words)
            if providers and customers:
                yield Shared(kind, launch, providers, customers, days)


def _payloads(reader: Reader) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for launch, payload in reader.links(SKG.payload):
        found.setdefault(launch, set()).add(payload)
    return found


VIEW: Final = ViewSpec(
    "supply",
    "Whose launch vehicles and sites fly whose payloads (directed).",
    ("vehicles", "sites"),
    rows,
    directed=True,
)
