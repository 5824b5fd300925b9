"""Agencies and the programmes and missions that they take part in: a two-mode network.

An edge weighs one for taking part itself, and one for each mission or payload of the programme
that the agency takes part in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.store.base import View
from kg.store.ledger import Ledger
from kg.views import evidence, labels
from kg.views.agencies import TAKES_PART
from kg.views.labels import Labels, last_part
from kg.views.network import frozen, node, proof
from kg.views.ties import Pair
from kg.vocab import SKG

if TYPE_CHECKING:
    import networkx as nx


@dataclass(slots=True)
class _Part:
    """What an agency does in a programme: its roles, and the parts it has a role in."""

    roles: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)


def build(view: View) -> nx.Graph[str]:
    """Return the network of agencies and programmes; `bipartite` tells the two apart."""
    ledger = view.ledger()
    classes, found = _parts(ledger)
    said: dict[Pair, set[int]] = defaultdict(set)
    for actor, thing, source in ledger.claims(TAKES_PART):
        said[actor, thing].add(source)
    called = labels.fetch(view, {iri for pair in found for iri in pair} | _all_parts(found))
    nodes: dict[str, dict[str, Any]] = {}
    edges: dict[Pair, dict[str, Any]] = {}
    for (agency, thing), part in sorted(found.items()):
        nodes[agency] = node(agency, SKG.Agency, called) | {"bipartite": 0}
        nodes[thing] = node(thing, classes[thing], called) | {"bipartite": 1}
        sources = {s for it in (thing, *part.parts) for s in said.get((agency, it), ())}
        edges[agency, thing] = _edge(part, sources, ledger, called)
    evidence.with_words(ledger, edges.values())
    return frozen("agency-programme", nodes, edges)


def _parts(ledger: Ledger) -> tuple[dict[str, str], dict[Pair, _Part]]:
    """Return the class of each programme, and what each agency does in it."""
    classes = ledger.instances((SKG.Mission, SKG.Programme))
    agencies = ledger.instances((SKG.Agency,))
    wholes_of: dict[str, list[str]] = defaultdict(list)
    for part, whole in _wholes(ledger):
        wholes_of[part].append(whole)
    found: dict[Pair, _Part] = defaultdict(_Part)
    for agency, role, thing in ledger.links(TAKES_PART):
        if agency not in agencies:
            continue
        if thing in classes:
            found[agency, thing].roles.add(last_part(role))
        for whole in wholes_of[thing]:
            if whole in classes:
                found[agency, whole].parts.add(thing)
    return classes, found


def _wholes(ledger: Ledger) -> list[tuple[str, str]]:
    """Return each endeavour with each programme that it is part of, directly or not."""
    above: dict[str, set[str]] = defaultdict(set)
    for part, _, whole in ledger.links((SKG.partOf,)):
        above[part].add(whole)
    return sorted((part, whole) for part in list(above) for whole in _reached(part, above))


def _reached(part: str, above: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [part]
    while waiting:
        new = above.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def _all_parts(found: dict[Pair, _Part]) -> set[str]:
    return {part for it in found.values() for part in it.parts}


def _edge(part: _Part, sources: set[int], ledger: Ledger, called: Labels) -> dict[str, Any]:
    direct = int(bool(part.roles))
    return {
        "weight": float(direct + len(part.parts)),
        "direct": direct,
        "missions": len(part.parts),
        "roles": "; ".join(sorted(part.roles)),
        "shared": "; ".join(sorted({called[it] for it in part.parts})),
        **proof(ledger, evidence.days(ledger, sources), sources),
    }
