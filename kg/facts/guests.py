"""Guests told of again: "the delegation", "the Indian visitors", "les hôtes" stand for those whom a text said to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.dates import recent
from kg.encoding import marks
from kg.facts.clauses import Scene, first_mentions
from kg.facts.drafts import Draft, Stage
from kg.facts.tellings import Telling
from kg.facts.wording import shapes

_BODIES = "AO"
_ENCOUNTERS = ("Visit", "Meeting", "AgreementSigning")
_STAY = timedelta(days=7)
"""As long as a delegation stays: whom it met in those days, it met together."""


@dataclass(frozen=True, slots=True)
class Guests:
    """Whom words for guests mean: persons, or the bodies that sent some; and where they were told of last."""

    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    told: Draft | None = None


def filled(stage: Stage, telling: Telling, drafts: Sequence[Draft]) -> tuple[Telling, Guests]:
    """Return a telling with the persons in place of the words that mean them as guests, and those guests."""
    pattern = shapes(stage.scene.language.code, "event").get("guests")
    match = pattern.search(telling.text) if pattern is not None else None
    if match is None:
        return telling, Guests()
    found = meant(stage, telling.clause.order, match["n"], drafts)
    first = first_mentions(stage.scene)
    named = set(stage.scene.keys(telling.text, "P"))
    # "X and the delegation that he leads": who is meant is named.
    if not found.people or named & set(found.people) or any(p not in first for p in found.people):
        return telling, Guests()
    names = " and ".join(f"‹P{first[p]}›" for p in found.people)
    text = telling.text[: match.start()] + names + telling.text[match.end() :]
    people = tuple(dict.fromkeys((*telling.people, *found.people)))
    return replace(telling, clause=telling.clause._replace(text=text), people=people), found


def meant(stage: Stage, order: int, nation: str | None, drafts: Sequence[Draft]) -> Guests:
    """Return whom a sentence means by guests: those of a `nation`, given by its mark, or who came last."""
    scene = stage.scene
    met = [d for d in drafts if d.kind in _ENCOUNTERS]
    if nation:
        return _of_nation(stage, scene.country(marks(nation)[0][1]), met)
    announced = _announced(scene, order)
    if announced is not None:
        return replace(announced, told=_lately(stage, announced, met))
    publisher = scene.linked.document.publisher
    visits = [d for d in met if d.kind == "Visit" or (d.kind == "Meeting" and publisher)]
    guests = visits[-1].people if visits else ()
    others = tuple(p for p in guests if publisher not in stage.bodies_of((p,)))
    return Guests(others, (), visits[-1]) if others else Guests()


def _lately(stage: Stage, guests: Guests, met: Sequence[Draft]) -> Draft | None:
    """Return the last encounter of guests that is not long past."""
    issued = stage.scene.linked.document.issued
    theirs = {*guests.people, *guests.bodies}
    mine = [d for d in met if theirs & d.actors and (d.day is None or recent(d.day, issued))]
    return mine[-1] if mine else None


def _of_nation(stage: Stage, country: str, met: Sequence[Draft]) -> Guests:
    sent = [d for d in met if any(_stands_for(stage, p, country) for p in d.people)]
    if not sent:
        return Guests()
    # What a release looks back to was the doing of others.
    last = max(sent, key=lambda d: (d.day.value if d.day else date.min, d.order))
    lately = [d for d in sent if d.day and last.day and last.day.value - d.day.value <= _STAY]
    people = dict.fromkeys(p for d in lately or [last] for p in d.people)
    return Guests(tuple(p for p in people if _stands_for(stage, p, country)), (), last)


def _announced(scene: Scene, order: int) -> Guests | None:
    """Return the delegation that the sentences before one speak of: who leads it, or who sent it."""
    named = shapes(scene.language.code, "event").get("delegated")
    for clause in reversed(scene.clauses[:order]):
        found = named.search(clause.text) if named is not None and clause.part == "body" else None
        if found is not None:
            return Guests(scene.keys(found[0], "P"), scene.keys(found["b"], _BODIES))
    return None


def _stands_for(stage: Stage, person: str, country: str) -> bool:
    """Tell whether a person stands for a body of a country."""
    entities = stage.scene.linked.entities
    return any(entities[b].country == country for b in stage.represents.get(person, ()))
