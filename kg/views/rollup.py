"""Who counts as whom: members as their organisation, agencies as their country, and so on.

A roll-up maps an actor, on a day, to the actors that it counts as. Memberships and agencies come
and go, so the day decides: that of the event, or of the release that says so. Where there is none
(what only the authority says) things count as they are today.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

from kg.store.asking import ask
from kg.store.base import View
from kg.store.ledger import Ledger
from kg.views.shared import Members, Shared

# An actor and a day in, the actors that it counts as out.
RollUp: TypeAlias = Callable[[str, str], tuple[str, ...]]

ESA: Final = "id/agency/esa"
_TODAY: Final = "9999"

_MEMBERS: Final = """
SELECT ?state ?since ?until WHERE {
  ?state skg:memberStateOf ?body .
  OPTIONAL {
    ?post org:member ?state ; org:organization ?body .
    OPTIONAL { ?post skg:since ?since } OPTIONAL { ?post skg:until ?until }
  }
}"""
_AGENCIES: Final = """
SELECT ?agency ?country ?since ?until WHERE {
  ?agency skg:agencyOf ?country
  OPTIONAL { ?agency skg:since ?since } OPTIONAL { ?agency skg:until ?until }
}"""


@dataclass(frozen=True, slots=True, order=True)
class Tenure:
    """How long something is somebody's: years or days in ISO form, the last one not included."""

    since: str
    until: str
    who: str

    def holds(self, day: str) -> bool:
        """Tell whether it lasts on a day, or today where the day is ""."""
        when = day or _TODAY
        return self.since <= when and (not self.until or when < self.until)


class Affiliations:
    """Which states are members of ESA, and which agency is whose, and when."""

    def __init__(self, view: View) -> None:
        self.esa = view.base + ESA
        states = ask(view, _MEMBERS, body=self.esa)
        self._states = [Tenure(since, until, state) for state, since, until in states]
        self._countries: dict[str, set[str]] = defaultdict(set)
        self._agencies: dict[str, list[Tenure]] = defaultdict(list)
        for agency, country, since, until in ask(view, _AGENCIES):
            self._countries[agency].add(country)
            self._agencies[country].append(Tenure(since, until, agency))

    def countries(self, agency: str) -> set[str]:
        """Return the countries whose own the agency is."""
        return self._countries.get(agency, set())

    def member_states(self, day: str) -> list[str]:
        """Return the member states of ESA on a day."""
        return sorted({state.who for state in self._states if state.holds(day)})

    def agency(self, country: str, day: str) -> str | None:
        """Return a country's agency on a day: the youngest, where there are several."""
        found = [tenure for tenure in self._agencies.get(country, ()) if tenure.holds(day)]
        return max(found).who if found else None


def to_countries(known: Affiliations) -> RollUp:
    """Let an agency count as its country; an international one, and any other actor, as itself."""
    return lambda actor, _: tuple(sorted(known.countries(actor))) or (actor,)


def to_esa(known: Affiliations) -> RollUp:
    """Let the member states of ESA and their agencies count as ESA."""

    @cache
    def members(day: str) -> frozenset[str]:
        return frozenset(known.member_states(day))

    def roll(actor: str, day: str) -> tuple[str, ...]:
        states = {actor, *known.countries(actor)}
        return (known.esa,) if states & members(day) else (actor,)

    return roll


def to_member_states(known: Affiliations, *, agencies: bool) -> RollUp:
    """Let ESA count as its member states, by their agencies if asked, where they have one."""

    @cache
    def members(day: str) -> tuple[str, ...]:
        states = known.member_states(day)
        return tuple((agencies and known.agency(state, day)) or state for state in states)

    return lambda actor, day: members(day) if actor == known.esa else (actor,)


def to_successors(links: Iterable[tuple[str, str]]) -> RollUp:
    """Let a predecessor count as what took its place, and so on to today's."""
    after: dict[str, set[str]] = defaultdict(set)
    for one, other in links:
        after[one].add(other)

    @cache
    def last(actor: str) -> tuple[str, ...]:
        found, waiting, seen = set(), [actor], {actor}
        while waiting:
            it = waiting.pop()
            new = after.get(it, set()) - seen
            if not after.get(it):
                found.add(it)
            seen |= new
            waiting += new
        return tuple(sorted(found)) or (actor,)

    return lambda actor, _: last(actor)


def rolled(rows: Iterable[Shared], steps: Iterable[RollUp], ledger: Ledger) -> Iterator[Shared]:
    """Yield the rows with their members and others rolled up, one step after the other."""
    for step in steps:
        rows = _rolled(rows, step, ledger)
    yield from rows


def _rolled(rows: Iterable[Shared], step: RollUp, ledger: Ledger) -> Iterator[Shared]:
    for shared in rows:
        members = _moved(shared.members, shared.days, step, ledger)
        others = shared.others and _moved(shared.others, shared.days, step, ledger)
        yield shared._replace(members=members, others=others)


def _moved(
    members: Mapping[str, frozenset[int]], days: frozenset[str], step: RollUp, ledger: Ledger
) -> Members:
    found: dict[str, set[int]] = defaultdict(set)
    for actor, sources in members.items():
        if days or not sources:
            for target in step(actor, min(days, default="")):
                found[target] |= sources
        else:
            for source in sources:
                for target in step(actor, ledger.day(source)):
                    found[target].add(source)
    return {actor: frozenset(found[actor]) for actor in sorted(found)}
