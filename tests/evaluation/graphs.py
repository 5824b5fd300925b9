"""Write an annotation as a graph, whole or spoilt: what a scorer is tested on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pyoxigraph import Literal, NamedNode, Triple

from kg.evaluation.gold import Gold
from kg.evaluation.said import RELATIONS
from kg.vocab import ITSRDF, NIF, ORG, RDF, RDFS, SKG, XSD

BASE = "https://example.org/"
TERMS = {relation: term for term, relation in RELATIONS.items()}
KINDS = ("Agency", "Organisation", "Person", "Mission", "Payload", "Programme", "Site", "Country")


@dataclass(frozen=True)
class Thing:
    """An entity to write: where its names stand in the text."""

    kind: str
    label: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Happening:
    """An event to write."""

    kind: str
    date: str | None
    actors: frozenset[str]
    site: str | None
    evidence: tuple[int, int]


@dataclass
class Picture:
    """What a graph will say, in terms that are easy to spoil."""

    text: str
    things: dict[str, Thing] = field(default_factory=dict)
    facts: list[tuple[str, str, str]] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    ungrounded: frozenset[str] = frozenset()

    def triples(self) -> list[Triple]:
        """Return the graph, sorted."""
        return sorted({*self._entities(), *self._facts(), *self._events()}, key=str)

    def _entities(self) -> Iterator[Triple]:
        for key, thing in self.things.items():
            node = _node(key)
            yield Triple(node, NamedNode(RDF.type), NamedNode(SKG[thing.kind]))
            yield Triple(node, NamedNode(RDFS.label), Literal(thing.label, language="en"))
            for begin, end in thing.spans:
                span = _span(begin, end)
                yield from _phrase(self.text, begin, end)
                yield Triple(span, NamedNode(ITSRDF.taIdentRef), node)

    def _facts(self) -> Iterator[Triple]:
        for number, (subject, relation, value) in enumerate(self.facts):
            claim = NamedNode(f"{BASE}claim/{number}")
            if relation == "holdsPosition":
                yield Triple(claim, NamedNode(ORG.member), _node(subject))
                yield Triple(claim, NamedNode(SKG.title), Literal(value, language="en"))
            else:
                ends = (_node(subject), NamedNode(SKG[TERMS[relation]]), _node(value))
                yield Triple(*ends)
                for term, end in zip((RDF.subject, RDF.predicate, RDF.object), ends, strict=True):
                    yield Triple(claim, NamedNode(term), end)
            shift = 1 if _ends(subject, relation, value) in self.ungrounded else 0
            yield from _phrase(self.text, number, number + 9, shift)
            yield Triple(claim, NamedNode(SKG.evidence), _span(number, number + 9, shift))

    def _events(self) -> Iterator[Triple]:
        for number, happening in enumerate(self.happenings):
            node = NamedNode(f"{BASE}event/{number:03}")
            yield Triple(node, NamedNode(RDF.type), NamedNode(SKG[happening.kind]))
            if happening.date:
                day = Literal(happening.date, datatype=NamedNode(XSD.date))
                yield Triple(node, NamedNode(SKG.date), day)
            for actor in happening.actors:
                yield Triple(node, NamedNode(SKG[self._role(happening, actor)]), _node(actor))
            if happening.site:
                yield Triple(node, NamedNode(SKG.site), _node(happening.site))
            yield from _phrase(self.text, *happening.evidence)
            yield Triple(node, NamedNode(SKG.evidence), _span(*happening.evidence))

    def _role(self, happening: Happening, actor: str) -> str:
        if happening.kind != "Launch":
            return "participant"
        is_vehicle = actor in self.things and self.things[actor].kind == "LaunchVehicle"
        return "vehicle" if is_vehicle else "payload"


def picture(gold: Gold, sites: dict[int, str]) -> Picture:
    """Return what `gold` asks for; `sites` are its launches' sites by the event's number."""
    drawn = Picture(gold.text)
    for entity in gold.entities:
        places = tuple((gold.text.index(s), gold.text.index(s) + len(s)) for s in entity.surfaces)
        drawn.things[entity.id] = Thing(entity.kinds[0], entity.name, places)
    drawn.facts = [
        (fact.subject, fact.relation, fact.object)
        for fact in gold.facts
        if not fact.relation.startswith("launch")
    ]
    drawn.happenings = [
        Happening(e.kind, _day(e.dates[0]), e.actors, sites.get(n), (n, n + 20))
        for n, e in enumerate(gold.events)
    ]
    return drawn


def spoil(drawn: Picture, rng: random.Random) -> Picture:
    """Return the picture with things dropped, renamed, mistaken, invented and ungrounded."""
    keys = sorted(drawn.things)
    things = {k: _spoilt_thing(t, rng) for k, t in drawn.things.items() if rng.random() > 0.12}
    facts = [_spoilt_fact(f, keys, rng) for f in drawn.facts if rng.random() > 0.15]
    facts += [(rng.choice(keys), rng.choice(sorted(TERMS)), rng.choice(keys)) for _ in range(3)]
    facts += [(b, r, a) for a, r, b in facts if r == "cooperatesWith"]
    events = [_spoilt_event(h, keys, rng) for h in drawn.happenings if rng.random() > 0.15]
    events += [_spoilt_event(h, keys, rng) for h in drawn.happenings if rng.random() < 0.2]
    loose = frozenset(_ends(*fact) for fact in facts if rng.random() < 0.2)
    return Picture(drawn.text, things, facts, events, loose)


def _spoilt_thing(thing: Thing, rng: random.Random) -> Thing:
    if rng.random() < 0.1:
        thing = replace(thing, kind=rng.choice(KINDS))
    if rng.random() < 0.1:
        thing = replace(thing, label=f"Not {thing.label}")
    if rng.random() < 0.15:
        thing = replace(thing, spans=((3, 11),))
    return thing


def _spoilt_fact(
    fact: tuple[str, str, str], keys: list[str], rng: random.Random
) -> tuple[str, str, str]:
    subject, relation, value = fact
    if rng.random() < 0.1:
        subject = rng.choice(keys)
    if rng.random() < 0.15:
        value = rng.choice(keys) if relation != "holdsPosition" else f"deputy {value}"
    if rng.random() < 0.1 and relation != "holdsPosition":
        relation = rng.choice(sorted(TERMS))
    return subject, relation, value


def _spoilt_event(event: Happening, keys: list[str], rng: random.Random) -> Happening:
    actors = {a if rng.random() > 0.3 else rng.choice(keys) for a in sorted(event.actors)}
    actors = {a for a in actors if rng.random() > 0.2}
    event = replace(event, actors=frozenset(actors))
    if rng.random() < 0.2:
        event = replace(event, date=rng.choice([None, "2015-01-01", "2016-06-30"]))
    if rng.random() < 0.2 and event.kind != "Launch":
        event = replace(event, kind=rng.choice(["Meeting", "Visit", "AgreementSigning"]))
    return event


def _ends(subject: str, relation: str, value: str) -> str:
    """Name a fact whatever its direction, so that all its claims are grounded or none is."""
    return " ".join(sorted((subject, relation, value)))


def _day(date: str | None) -> str | None:
    """Return the first day of a year or month."""
    return f"{date}-01-01"[:10] if date else None


def _node(key: str) -> NamedNode:
    return NamedNode(f"{BASE}id/{key}".replace(" ", "-").replace("'", "-"))


def _span(begin: int, end: int, shift: int = 0) -> NamedNode:
    return NamedNode(f"{BASE}text#char={begin},{end}" + (f"&shift={shift}" if shift else ""))


def _phrase(text: str, begin: int, end: int, shift: int = 0) -> Iterator[Triple]:
    span, count = _span(begin, end, shift), NamedNode(XSD.integer)
    yield Triple(span, NamedNode(NIF.anchorOf), Literal(text[begin:end]))
    yield Triple(span, NamedNode(NIF.beginIndex), Literal(str(begin + shift), datatype=count))
    yield Triple(span, NamedNode(NIF.endIndex), Literal(str(end + shift), datatype=count))
