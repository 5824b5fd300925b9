"""What `spacekg network` shows as tables: measures, losses, and what changed between periods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.cli.layout import figures, paragraph

if TYPE_CHECKING:
    import networkx as nx

    from kg.views.labels import Thing
    from kg.views.slices import Slice
    from kg.views.what_if import Loss

_DIGITS = 3
_SHOWN = 5


def measures(graph: nx.Graph[str], names: Sequence[str], *, intervals: bool) -> str:
    """Return a table of the nodes, the first by the first measure at the top."""
    from kg.views.measures import LOW_FIRST

    sign = 1 if names[0] in LOW_FIRST else -1
    ordered = sorted(graph.nodes.values(), key=lambda node: (sign * node[names[0]], node["label"]))
    header = ["", *(head for name in names for head in _heads(name, intervals))]
    rows = (
        [node["label"], *(cell for name in names for cell in _cells(node, name, intervals))]
        for node in ordered
    )
    return figures(header, rows, _DIGITS)


def _heads(name: str, intervals: bool) -> list[str]:
    return [name, "95 %", "rank"] if intervals and name != "community" else [name]


def _cells(node: dict[str, Any], name: str, intervals: bool) -> list[Any]:
    if not intervals or f"{name}_low" not in node:
        return [node[name]]
    spans = (
        f"{_short(node[f'{name}_low'])} to {_short(node[f'{name}_high'])}",
        f"{node[f'{name}_best']} to {node[f'{name}_worst']}",
    )
    return [node[name], *spans]


def _short(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.{_DIGITS}g}"


def losses(found: Sequence[Loss], gone: str) -> Iterator[str]:
    """Yield what is lost without something, kind by kind."""
    if not found:
        yield f"Nothing is known that would lose its only launcher, site or partner without {gone}."
        return
    for kind in dict.fromkeys(loss.kind for loss in found):
        some = [loss for loss in found if loss.kind == kind]
        yield f"Without {gone}, {len(some)} would lose their only {kind}:"
        rows = [(it.endeavour.label, _names(it.who), _names(it.left), it.releases) for it in some]
        yield figures(("of", kind, "left", "releases"), rows)
        yield ""


def changes(found: Sequence[Slice], labels: dict[str, str]) -> Iterator[str]:
    """Yield a table of the periods, and what is new and lost from each to the next."""
    rows = [
        (
            _period(it),
            it.graph.number_of_nodes(),
            it.graph.number_of_edges(),
            len(it.new),
            len(it.lost),
            ", ".join(labels[node] for node in it.brokers),
        )
        for it in found
    ]
    yield figures(("from, before", "nodes", "ties", "new", "lost", "brokers"), rows)
    for it in found[1:]:
        yield from _told(it, labels)


def measures_of(found: Sequence[Slice], names: Sequence[str]) -> Iterator[str]:
    """Yield a table of measures for each period that has ties."""
    for it in found:
        if it.graph:
            yield ""
            yield f"{_period(it)}:"
            yield measures(it.graph, names, intervals=False)


def _told(it: Slice, labels: dict[str, str]) -> Iterator[str]:
    for what, ties in (("new", it.new), ("lost", it.lost)):
        if ties:
            named = [f"{labels[a]} – {labels[b]}" for a, b in ties[:_SHOWN]]
            more = f", and {len(ties) - _SHOWN} more" if len(ties) > _SHOWN else ""
            yield ""
            yield paragraph(f"{_period(it)}, {what}: {', '.join(named)}{more}", hanging=2)


def _period(it: Slice) -> str:
    return f"{shortened(it.period.since)}, {shortened(it.period.before)}"


def shortened(day: str) -> str:
    """Return a year for its first day, else the day."""
    return day.removesuffix("-01-01")


def _names(things: Sequence[Thing]) -> str:
    return ", ".join(thing.label for thing in things)
