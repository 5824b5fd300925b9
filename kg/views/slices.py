"""A network in periods that follow each other, and what changes from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from kg.errors import UsageError
from kg.views.measures import measure
from kg.views.measures.weighted import Weighted
from kg.views.options import Period
from kg.views.shared import Pair, Shared
from kg.views.study import Study

if TYPE_CHECKING:
    import networkx as nx

BROKERS: Final = 3
_MONTHS: Final = {"y": 12, "m": 1}
_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Slice:
    """A period's network; the ties that it has and the one before had not, and the other way.

    `brokers` are the nodes through which most of the shortest ways lead, the first three. The graph
    says all this as well: its attributes `from` and `before` are the period, `lost` and `brokers` names,
    and each tie of a later period than the first is `new` or not.
    """

    period: Period
    graph: nx.Graph[str]
    new: tuple[Pair, ...]
    lost: tuple[Pair, ...]
    brokers: tuple[str, ...]


def length(text: str) -> int:
    """Return the months of a length such as "5y" or "6m"; UsageError where it is none."""
    number, unit = text[:-1], text[-1:]
    if not number.isdecimal() or unit not in _MONTHS or int(number) < 1:
        raise UsageError(f"{text!r} is no length of time", "Write years or months: 5y, 1y, 6m.")
    return int(number) * _MONTHS[unit]


def slices(study: Study, months: int) -> list[Slice]:
    """Return the network of each period of so many months, from the first to the last that is told.

    The first period starts where `--from` says, else in January of a year that the length divides,
    so that five years are 2015 to 2019.
    """
    found: list[Slice] = []
    before: set[Pair] = set()
    called: dict[str, str] = {}
    for period in periods(study, months):
        graph = study.network(study.in_period(period))
        called.update(graph.nodes(data="label"))
        now = {_ordered(pair, graph) for pair in graph.edges}
        new, lost = (tuple(sorted(it)) for it in (now - before, before - now))
        slice_ = Slice(period, graph, new if found else (), lost, brokers(graph))
        found.append(replace(slice_, graph=_told(slice_, called, first=not found)))
        before = now
    return found


def _told(slice_: Slice, called: Mapping[str, str], *, first: bool) -> nx.Graph[str]:
    """Return the graph with what the slice says of it."""
    import networkx as nx

    graph = slice_.graph.copy()
    graph.graph["from"], graph.graph["before"] = slice_.period.since, slice_.period.before
    graph.graph["brokers"] = "; ".join(called[node] for node in slice_.brokers)
    if not first:
        graph.graph["lost"] = "; ".join(
            f"{called[one]} – {called[two]}" for one, two in slice_.lost
        )
        new = set(slice_.new)
        nx.set_edge_attributes(
            graph, {pair: _ordered(pair, graph) in new for pair in graph.edges}, "new"
        )
    return nx.freeze(graph)


def periods(study: Study, months: int) -> Iterator[Period]:
    """Yield periods that follow each other, until all days of the rows are in one."""
    days = sorted(_days(study.rows, study))
    if not days:
        return
    bounds = study.options.period
    start = bounds.since or _start(days[0], months)
    while start <= days[-1]:
        end = later(start, months)
        if bounds.before:
            end = min(end, bounds.before)
        yield Period(start, end)
        start = end


def brokers(graph: nx.Graph[str]) -> tuple[str, ...]:
    """Return the nodes with the highest betweenness, those without any left out."""
    network = Weighted.of(graph)
    values = measure(network, ["betweenness"])["betweenness"]
    ranked = sorted(
        zip(values, network.nodes, strict=True), key=lambda it: (-round(it[0], 9), it[1])
    )
    return tuple(node for value, node in ranked[:BROKERS] if value > 0)


def _days(rows: Iterable[Shared], study: Study) -> set[str]:
    found: set[str] = set()
    for shared in rows:
        if shared.days:
            found |= shared.days
        else:
            sides: Sequence[Iterable[frozenset[int]]] = (
                shared.members.values(),
                (shared.others or {}).values(),
            )
            found |= {study.ledger.day(s) for side in sides for it in side for s in it}
    return found - {""}


def _start(day: str, months: int) -> str:
    """Return the first of January, at or before the day, of a year that the length divides."""
    year, length = int(day[:4]), max(1, months // _YEAR)
    return date(max(1, year - year % length), 1, 1).isoformat()


def later(day: str, months: int) -> str:
    """Return the day so many months later; of the days that not all months have, the 28th."""
    it = date.fromisoformat(day)
    year, month = divmod(it.year * _YEAR + it.month - 1 + months, _YEAR)
    return date(year, month + 1, min(it.day, 28)).isoformat()


def _ordered(pair: Pair, graph: nx.Graph[str]) -> Pair:
    one, other = pair
    return pair if graph.is_directed() else (min(one, other), max(one, other))
