"""A view's graph with measures as attributes of its nodes, and their intervals if asked for."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from kg.errors import UnknownNameError
from kg.views.measures import COUNTS, MEASURES, measure
from kg.views.measures.weighted import Weighted
from kg.views.stability import intervals, ranks
from kg.views.study import Study

if TYPE_CHECKING:
    import networkx as nx

# What differs further behind is an error of calculation.
DIGITS: Final = 9


def names(text: str) -> list[str]:
    """Return the measures in a list with commas, each once; UnknownNameError says which there are."""
    wanted = list(dict.fromkeys(part.strip() for part in text.split(",")))
    for name in wanted:
        if name not in MEASURES:
            near = get_close_matches(name.casefold(), MEASURES, n=1)
            advice = f"Did you mean {near[0]!r}? " if near else ""
            raise UnknownNameError(
                f"unknown measure {name!r}", f"{advice}Measures: {', '.join(MEASURES)}."
            )
    return wanted


def measured(graph: nx.Graph[str], wanted: Sequence[str]) -> nx.Graph[str]:
    """Return the graph with each measure as an attribute of its name."""
    network = Weighted.of(graph)
    return _with(graph, network, _values(network, wanted))


def with_intervals(study: Study, wanted: Sequence[str], count: int) -> nx.Graph[str]:
    """Return a view's graph with measures, their ranks, and intervals of both.

    The attributes of a measure NAME are NAME, NAME_low, NAME_high, NAME_rank, NAME_best and
    NAME_worst; see `kg.views.stability`.
    """
    graph = study.network()
    network = Weighted.of(graph)
    found = _values(network, wanted)
    for name, spans in intervals(study, network, wanted, count).items():
        found[f"{name}_rank"] = list(ranks(found[name], name))
        found[f"{name}_low"] = [_rounded(span.low, name) for span in spans]
        found[f"{name}_high"] = [_rounded(span.high, name) for span in spans]
        found[f"{name}_best"] = [span.best for span in spans]
        found[f"{name}_worst"] = [span.worst for span in spans]
    return _with(graph, network, found)


def _values(network: Weighted, wanted: Sequence[str]) -> dict[str, list[float | int]]:
    found = measure(network, wanted)
    return {name: [_rounded(it, name) for it in found[name]] for name in wanted}


def _rounded(value: float, name: str) -> float | int:
    return int(value) if name in COUNTS else round(value, DIGITS)


def _with(
    graph: nx.Graph[str], network: Weighted, found: dict[str, list[float | int]]
) -> nx.Graph[str]:
    import networkx as nx

    more: dict[str, dict[str, Any]] = {node: {} for node in network.nodes}
    for name, values in found.items():
        for node, value in zip(network.nodes, values, strict=True):
            more[node][name] = value
    copy = graph.copy()
    nx.set_node_attributes(copy, more)
    return nx.freeze(copy)
