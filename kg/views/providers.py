"""Who provides the vehicle and the site of a launch.

The authority says whose a family of vehicles is, and whose a site; a variant is its family's, a
launch complex its centre's. A site of which nobody is told is that of its country's agency, or the
country's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from kg.views.rollup import Affiliations
from kg.views.shared import Pair, Reader
from kg.vocab import SKG

Many: TypeAlias = "dict[str, set[str]]"


class Providers:
    """The providers of vehicles and sites, and which of these a launch had."""

    def __init__(self, reader: Reader) -> None:
        self._affiliations = Affiliations(reader.view)
        self._countries = reader.instances(SKG.Country)
        self._given = _grouped(reader.links(SKG.providedBy))
        self._families = _grouped(reader.links(SKG.variantOf))
        self._places = _grouped(reader.links(SKG.locatedIn))
        self.vehicles = _grouped(reader.links(SKG.vehicle))
        self.sites = _grouped(reader.links(SKG.site))

    def of_vehicles(self, launch: str, day: str) -> set[str]:
        """Return whose vehicle a launch had; nobody where it is not known."""
        return self._of(self.vehicles.get(launch, set()), self.of_vehicle, day)

    def of_sites(self, launch: str, day: str) -> set[str]:
        """Return from whose site a launch started."""
        return self._of(self.sites.get(launch, set()), self.of_site, day)

    def of_vehicle(self, vehicle: str, _: str = "") -> set[str]:
        """Return whose a launch vehicle is."""
        return next((self._given[it] for it in self._up(vehicle, self._families)), set())

    def of_site(self, site: str, day: str = "") -> set[str]:
        """Return whose a launch site is, on a day."""
        given = next((self._given[it] for it in self._up(site, self._places)), None)
        if given is not None:
            return given
        countries = sorted(_above(site, self._places, self._countries))
        return {self._affiliations.agency(it, day) or it for it in countries[:1]}

    def _of(
        self, things: Iterable[str], providers: Callable[[str, str], set[str]], day: str
    ) -> set[str]:
        return {who for thing in things for who in providers(thing, day)}

    def _up(self, thing: str, steps: Mapping[str, set[str]]) -> list[str]:
        """Return the nearest things, from this one upwards, that the authority says are somebody's."""
        return _above(thing, steps, self._given)


def _above(thing: str, steps: Mapping[str, set[str]], wanted: Iterable[str]) -> list[str]:
    """Return those of the thing and all above it that are wanted, the nearest first."""
    known, found, seen, level = set(wanted), list[str](), set[str](), {thing}
    while level:
        found += sorted(level & known)
        seen |= level
        level = {it for one in level for it in steps.get(one, ())} - seen
    return found


def _grouped(pairs: Iterable[Pair]) -> Many:
    found: Many = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return dict(found)
