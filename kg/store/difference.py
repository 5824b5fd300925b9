"""How two stores, or the RDF files of stores, differ: release by release, fact by fact.

Cost: the names of all graphs, and the quads of one graph of each at a time where both are stores.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from pyoxigraph import NamedNode, Quad

from kg.store.base import View

Lines: TypeAlias = "frozenset[str]"
_FACTS: Final = "graph/release/"
_EVIDENCE: Final = "graph/evidence/"


@dataclass(frozen=True, slots=True)
class Content:
    """The named graphs of a store or a file, and what reads one of them as N-Triples lines."""

    graphs: frozenset[str]
    lines: Callable[[str], Lines]


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """What differs in one release, or in one other graph, called by `name`.

    `kind` is "only in A", "only in B" or "changed"; `gone` and `come` are facts (N-Triples) of A alone
    and of B alone; `evidence` counts the lines of evidence that differ.
    """

    name: str
    kind: str
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()
    evidence: int = 0


def of_view(view: View) -> Content:
    """Return what a store holds."""
    names = frozenset(graph.value for graph in view.graphs())
    return Content(names, lambda name: _lines(view.quads(NamedNode(name)) if name in names else ()))


def of_quads(quads: Iterable[Quad]) -> Content:
    """Return what a file holds; its default graph counts as a graph without a name where others lack."""
    graphs: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        graphs[getattr(quad.graph_name, "value", "")].add(str(quad.triple))
    if any(graphs):
        # A dump of a store: its default graph follows from the others.
        graphs.pop("", None)
    return Content(frozenset(graphs), lambda name: frozenset(graphs.get(name, ())))


def differences(one: Content, other: Content) -> Iterator[Difference]:
    """Yield how two differ, in order of the releases' names."""
    graphs = one.graphs | other.graphs
    for name, (facts, evidence) in sorted(_units(graphs).items()):
        both = evidence if facts is None else facts
        kind = "changed"
        if both not in other.graphs:
            kind = "only in A"
        elif both not in one.graphs:
            kind = "only in B"
        a, b = (frozenset() if facts is None else it.lines(facts) for it in (one, other))
        shown = 0 if evidence is None else len(one.lines(evidence) ^ other.lines(evidence))
        if a != b or shown or kind != "changed":
            yield Difference(name, kind, tuple(sorted(a - b)), tuple(sorted(b - a)), shown)


def _units(graphs: Collection[str]) -> dict[str, tuple[str | None, str | None]]:
    """Return the graphs of facts and of evidence of each release; other graphs are facts."""
    facts = {_key(graph, _FACTS): graph for graph in graphs if _EVIDENCE not in graph}
    evidence = {_key(graph, _EVIDENCE): graph for graph in graphs if _EVIDENCE in graph}
    return {key: (facts.get(key), evidence.get(key)) for key in facts | evidence}


def _key(graph: str, part: str) -> str:
    """Return what a graph is called: `publisher/key` for those of a release."""
    return graph.partition(part)[2] or graph


def _lines(quads: Iterable[Quad]) -> Lines:
    return frozenset(str(quad.triple) for quad in quads)
