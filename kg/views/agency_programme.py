"""Agencies and the programmes and missions that they take part in: a two-mode network.

An edge weighs one for taking part itself, and one for each mission or payload of the programme
that the agency takes part in.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.store.base import View
from kg.views import labels
from kg.views.agencies import TAKES_PART
from kg.views.evidence import Archive, Source
from kg.views.labels import Labels, last_part
from kg.views.network import frozen, node, proof
from kg.views.patterns import instances, links, wholes
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
    classes, found = _parts(view)
    archive = Archive(view)
    said = archive.of_claims(TAKES_PART)
    called = labels.fetch(view, {iri for pair in found for iri in pair} | _all_parts(found))
    nodes: dict[str, dict[str, Any]] = {}
    edges: dict[Pair, dict[str, Any]] = {}
    for (agency, thing), part in sorted(found.items()):
        nodes[agency] = node(agency, SKG.Agency, called) | {"bipartite": 0}
        nodes[thing] = node(thing, classes[thing], called) | {"bipartite": 1}
        sources = {s for it in (thing, *part.parts) for s in said.get((agency, it), ())}
        edges[agency, thing] = _edge(part, sources, archive, called)
    return frozen("agency-programme", nodes, edges)


def _parts(view: View) -> tuple[dict[str, str], dict[Pair, _Part]]:
    """Return the class of each programme, and what each agency does in it."""
    classes = instances(view, (SKG.Mission, SKG.Programme))
    agencies = instances(view, (SKG.Agency,))
    wholes_of: dict[str, list[str]] = defaultdict(list)
    for part, whole in wholes(view):
        wholes_of[part].append(whole)
    found: dict[Pair, _Part] = defaultdict(_Part)
    for agency, role, thing in links(view, TAKES_PART):
        if agency not in agencies:
            continue
        if thing in classes:
            found[agency, thing].roles.add(last_part(role))
        for whole in wholes_of[thing]:
            if whole in classes:
                found[agency, whole].parts.add(thing)
    return classes, found


def _all_parts(found: dict[Pair, _Part]) -> set[str]:
    return {part for it in found.values() for part in it.parts}


def _edge(part: _Part, sources: set[Source], archive: Archive, called: Labels) -> dict[str, Any]:
    direct = int(bool(part.roles))
    days = {source.issued for source in sources if source.issued}
    return {
        "weight": float(direct + len(part.parts)),
        "direct": direct,
        "missions": len(part.parts),
        "roles": "; ".join(sorted(part.roles)),
        "shared": "; ".join(sorted({called[it] for it in part.parts})),
        **proof(days, sources, archive),
    }
