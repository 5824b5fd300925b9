"""Pair the gold's events with the graph's, one to one."""

from __future__ import annotations

from collections.abc import Sequence

from kg.evaluation.agreement import same_date
from kg.evaluation.align import Alignment
from kg.evaluation.gold import GoldEvent
from kg.evaluation.said import SaidEvent

KIN = {"Visit": "Meeting"}
"""A visit is a meeting too, and texts call the same day by either word."""


def pair_events(
    golds: Sequence[GoldEvent], said: Sequence[SaidEvent], ends: Alignment
) -> dict[int, int]:
    """Return which graph event answers for which gold event, by their numbers.

    Dated ones come first, then those that share most of their actors, then the same kind.
    """
    candidates = sorted(
        (not any(gold.dates), -_overlap(gold, event, ends), gold.kind != event.kind, j, i)
        for j, gold in enumerate(golds)
        for i, event in enumerate(said)
        if _can_answer(gold, event, ends)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, j, i in candidates:
        if j not in pairs and i not in taken:
            pairs[j] = i
            taken.add(i)
    return pairs


def _can_answer(gold: GoldEvent, event: SaidEvent, ends: Alignment) -> bool:
    if KIN.get(gold.kind, gold.kind) != KIN.get(event.kind, event.kind):
        return False
    if not _dates_agree(gold, event):
        return False
    return 2 * len(gold.actors & _actors(gold, event, ends)) >= len(gold.actors)


def _dates_agree(gold: GoldEvent, event: SaidEvent) -> bool:
    if not any(gold.dates) or (event.date is None and None in gold.dates):
        return True
    return any(same_date(date, event.date) for date in gold.dates)


def _actors(gold: GoldEvent, event: SaidEvent, ends: Alignment) -> set[str]:
    iris = event.payloads | event.vehicles if gold.kind == "Launch" else event.participants
    return {identifier for iri in iris if (identifier := ends.end(iri))}


def _overlap(gold: GoldEvent, event: SaidEvent, ends: Alignment) -> float:
    actors = _actors(gold, event, ends)
    return len(gold.actors & actors) / (len(gold.actors | actors) or 1)
