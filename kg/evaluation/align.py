"""Pair the gold's entities with the graph's, one to one, the best agreement first."""

from __future__ import annotations

from dataclasses import dataclass

from kg.evaluation.agreement import folded
from kg.evaluation.gold import Gold, GoldEntity
from kg.evaluation.said import Said, SaidEntity


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which graph entity answers for which gold entity; `typed` where its class is accepted."""

    graph_of: dict[str, str]
    gold_of: dict[str, str]
    typed: frozenset[str]

    def end(self, iri: str) -> str | None:
        """Return the id of the gold entity that `iri` answers for."""
        return self.gold_of.get(iri)


def align(gold: Gold, said: Said) -> Alignment:
    """Pair entities by shared names: accepted classes first, then the most shared names."""
    pairs = sorted(pair for e in gold.entities for pair in _candidates(e, said))
    graph_of: dict[str, str] = {}
    gold_of: dict[str, str] = {}
    typed = set()
    for mistyped, _, identifier, iri in pairs:
        if identifier in graph_of or iri in gold_of:
            continue
        graph_of[identifier], gold_of[iri] = iri, identifier
        if not mistyped:
            typed.add(identifier)
    return Alignment(graph_of, gold_of, frozenset(typed))


def shown_kind(entity: SaidEntity, wanted: tuple[str, ...]) -> str:
    """Return the class that a confusion table shows: an accepted one where there is one."""
    accepted = [kind for kind in wanted if kind in entity.kinds]
    return next(iter([*accepted, *sorted(entity.kinds)]))


def _candidates(entity: GoldEntity, said: Said) -> list[tuple[bool, int, str, str]]:
    names = folded((entity.name, *entity.surfaces))
    found = []
    for iri, other in said.entities.items():
        if shared := len(names & other.names):
            mistyped = other.kinds.isdisjoint(entity.kinds)
            found.append((mistyped, -shared, entity.id, iri))
    return found
