"""What facts imply of others: who gives an instrument takes part in what carries it.

Held to what readers were seen to ask for (docs/extraction.md): the two agencies of a mission work
together, and so do the two bodies that build one thing; a mission's operator takes part, and so does an
agency that builds it. A firm that builds to order is its builder, and not asked for as more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.facts import relations
from kg.model import Entity, Fact

_PAIR = 2
_CONFIDENCE = 0.6
_BODIES = ("Agency", "Organisation")


def read(facts: Sequence[Fact], entities: dict[str, Entity]) -> Iterator[Fact]:
    """Yield the participation and the cooperation that settled facts imply."""
    sure = [f for f in facts if f.status != "discussed"]
    takes_part = [f for f in sure if f.predicate == "participatesIn"]
    yield from _carried(sure, entities)
    yield from _made(sure, entities)
    yield from _led(sure, takes_part)
    yield from _together(takes_part, "object", entities)
    yield from _together([f for f in sure if f.predicate == "builtBy"], "subject", entities)


def _carried(facts: Sequence[Fact], entities: dict[str, Entity]) -> Iterator[Fact]:
    """Who contributes an instrument takes part in the mission that carries it, if not as its builder alone."""
    carriers = defaultdict(list)
    for fact in facts:
        if fact.predicate == "carries":
            carriers[fact.object].append(fact.subject)
    built = {(f.object, f.subject) for f in facts if f.predicate == "builtBy"}
    for fact in facts:
        to_order = (fact.subject, fact.object) in built and _is_firm(entities, fact.subject)
        if fact.predicate == "contributes" and not to_order:
            for mission in carriers[fact.object]:
                yield _fact(fact.subject, "participatesIn", mission, fact)


def _led(facts: Iterable[Fact], takes_part: Iterable[Fact]) -> Iterator[Fact]:
    """Who leads a mission works with each who is said to take part in it.

    Of those who are only judged to take part, two in three were not said to work with the leader.
    """
    leaders = defaultdict(set)
    for fact in facts:
        if fact.predicate == "leads":
            leaders[fact.object].add(fact.subject)
    for fact in takes_part:
        if fact.rule == relations.RULE:
            continue
        for leader in sorted(leaders[fact.object] - {fact.subject}):
            yield _fact(leader, "cooperatesWith", fact.subject, fact)


def _made(facts: Iterable[Fact], entities: dict[str, Entity]) -> Iterator[Fact]:
    """Who operates a mission takes part in it, and what is no firm and builds it."""
    for fact in facts:
        mission = entities.get(fact.subject)
        built = fact.predicate == "builtBy" and not _is_firm(entities, fact.object)
        if (built or fact.predicate == "operatedBy") and mission and mission.kind == "Mission":
            yield _fact(fact.object, "participatesIn", fact.subject, fact)


def _together(facts: Iterable[Fact], thing: str, entities: dict[str, Entity]) -> Iterator[Fact]:
    """The only two agencies, or the only two bodies, of a thing work together."""
    shares: dict[str, dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        one, other = fact.subject, fact.object
        body = one if thing == "object" else other
        shares[other if thing == "object" else one].setdefault(body, fact)
    for bodies in shares.values():
        known = [b for b in bodies if b in entities and entities[b].kind in _BODIES]
        agencies = [b for b in known if entities[b].kind == "Agency"]
        pair = agencies if thing == "object" else known
        if len(pair) == _PAIR:
            one, other = sorted(pair)
            yield _fact(one, "cooperatesWith", other, bodies[other])


def _is_firm(entities: dict[str, Entity], body: str) -> bool:
    return body in entities and entities[body].kind == "Organisation"


def _fact(one: str, predicate: str, other: str, told: Fact) -> Fact:
    return Fact(one, predicate, other, told.evidence, "implied", _CONFIDENCE, told.status)
