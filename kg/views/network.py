"""From ties to a frozen networkx graph whose nodes and edges say where they come from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from kg.store.base import View
from kg.store.ledger import Ledger
from kg.views import evidence, labels
from kg.views.filters import disparity
from kg.views.kept import Parts
from kg.views.labels import Labels, last_part
from kg.views.shared import Pair
from kg.views.spec import ViewSpec
from kg.views.ties import Presence, Tie, Ties

if TYPE_CHECKING:
    import networkx as nx

# So many of the things that two share are named; all of them are counted.
NAMED: Final = 5


def written(
    spec: ViewSpec, network: Ties, view: View, ledger: Ledger, classes: Mapping[str, str]
) -> Parts:
    """Return the nodes and edges of ties: what is called how, since when, and by whose words."""
    named = {pair: _named(tie) for pair, tie in network.ties.items()}
    called = labels.fetch(view, {*network.ends, *(it for some in named.values() for it in some)})
    writer = _Writer(spec, view.base, ledger, called)
    nodes = {it: writer.node(it, classes, network.ends[it]) for it in network.ends}
    chances = disparity(network.ties, directed=spec.directed)
    edges = {
        pair: writer.edge(pair, tie, named[pair], chances[pair])
        for pair, tie in network.ties.items()
    }
    if spec.two_mode:
        for one, other in edges:
            nodes[one]["bipartite"], nodes[other]["bipartite"] = 0, 1
    evidence.with_words(ledger, [*nodes.values(), *edges.values()])
    return nodes, edges


def frozen(spec: ViewSpec, parts: Parts) -> nx.Graph[str]:
    """Return a graph that cannot be changed, its nodes and edges in order."""
    import networkx as nx

    nodes, edges = parts
    graph: nx.Graph[str] = (nx.DiGraph if spec.directed else nx.Graph)(name=spec.name)
    graph.add_nodes_from(sorted(nodes.items()))
    graph.add_edges_from((*pair, edges[pair]) for pair in sorted(edges))
    return nx.freeze(graph)


class _Writer:
    """Writes the attributes of nodes and edges; their quotes are sources at first."""

    def __init__(self, spec: ViewSpec, base: str, ledger: Ledger, called: Labels) -> None:
        self._spec, self._base = spec, base
        self._ledger, self._called = ledger, called

    def node(self, iri: str, classes: Mapping[str, str], presence: Presence) -> dict[str, Any]:
        class_ = last_part(classes.get(iri, ""))
        head = {"iri": iri, "label": self._called[iri], "class": class_}
        return {**head, **self._proof(presence)}

    def edge(self, pair: Pair, tie: Tie, named: list[str], chance: float) -> dict[str, Any]:
        arrow = "→" if self._spec.directed else "–"
        one, other = (self._called[end] for end in pair)
        counts = {kind: tie.counts.get(kind, 0) for kind in self._spec.kinds}
        return {
            "iri": self._iri(pair),
            "label": f"{one} {arrow} {other}",
            "class": max(self._spec.kinds, key=lambda kind: counts[kind]),
            "weight": round(tie.weight, 6),
            **counts,
            "disparity": round(chance, 6),
            "shared": self._listed(named, len(tie.things)),
            **self._proof(tie),
        }

    def _iri(self, pair: Pair) -> str:
        """Return an IRI that is made of the view and the two ends, as all IRIs are of content."""
        one, other = (end.removeprefix(f"{self._base}id/") for end in pair)
        return f"{self._base}tie/{self._spec.name}/{one}/{other}"

    def _listed(self, things: list[str], count: int) -> str:
        more = f"; and {count - len(things)} more" if count > len(things) else ""
        return "; ".join(sorted({self._called[thing] for thing in things})) + more

    def _proof(self, shown: Tie | Presence) -> dict[str, Any]:
        """Return what shows it: first and last day, independent releases, sources to quote."""
        sources = shown.told | shown.dated
        first, last = evidence.bounds(self._ledger, shown.days, shown.dated)
        return {
            "first": first or None,
            "last": last or None,
            "releases": len(self._ledger.voices(sources)),
            "quotes": evidence.chosen(self._ledger, sources),
        }


def _named(tie: Tie) -> list[str]:
    """Return the things that are named: lasting ones before occasions, the most told of first."""
    if len(tie.things) <= NAMED:
        return list(tie.things)
    ranked = sorted((spread, -told, it) for it, (spread, told) in tie.things.items())
    return [it for _, _, it in ranked[:NAMED]]
