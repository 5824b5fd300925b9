"""A small store of our shape, made by hand: releases that say things, each with its words."""

from __future__ import annotations

from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Triple

from kg.model import ReleaseGraph
from kg.store.embedded import EmbeddedStore
from kg.vocab import (
    DCTERMS,
    DEFAULT_BASE,
    ITSRDF,
    NIF,
    ORG,
    PROV,
    RDF,
    RDFS,
    SKG,
    XSD,
    evidence_graph,
    facts_graph,
)

Object = NamedNode | Literal


def iri(key: str) -> str:
    """Return the IRI of an entity: `agency/cnes`."""
    return f"{DEFAULT_BASE}id/{key}"


def day(text: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD.date))


@dataclass
class Told:
    """A release under construction; every sentence is put at the end of its text."""

    key: str
    issued: str
    publisher: str = "cnes"
    translation_of: str | None = None
    facts: set[Triple] = field(default_factory=set)
    evidence: set[Triple] = field(default_factory=set)
    length: int = 0

    def __post_init__(self) -> None:
        it = self.iri
        self.fact(it, RDF.type, NamedNode(SKG.Release))
        self.fact(it, DCTERMS.issued, day(self.issued))
        self.fact(it, DCTERMS.title, Literal(f"Title of {self.key}", language="en"))
        self.fact(it, DCTERMS.publisher, NamedNode(iri(f"agency/{self.publisher}")))
        if self.translation_of:
            self.fact(it, SKG.translationOf, NamedNode(release(self.translation_of)))

    @property
    def iri(self) -> str:
        return release(self.key, self.publisher)

    def fact(self, subject: str, predicate: str, object_: Object) -> None:
        self.facts.add(Triple(NamedNode(subject), NamedNode(predicate), object_))

    def thing(self, key: str, class_: str, label: str) -> str:
        self.fact(iri(key), RDF.type, NamedNode(SKG[class_]))
        self.fact(iri(key), RDFS.label, Literal(label, language="en"))
        return iri(key)

    def span(self, words: str) -> NamedNode:
        begin, self.length = self.length, self.length + len(words) + 1
        node = NamedNode(f"{self.iri}/text#char={begin},{begin + len(words)}")
        self._say(node, RDF.type, NamedNode(NIF.Phrase))
        self._say(node, NIF.anchorOf, Literal(words))
        self._say(node, NIF.referenceContext, NamedNode(f"{self.iri}/text"))
        return node

    def claim(
        self, subject: str, predicate: str, object_: str, words: str, status: str = "completed"
    ) -> None:
        """Claim that subject and object, keys of entities, stand in a relation."""
        s, p, o = NamedNode(iri(subject)), NamedNode(SKG[predicate]), NamedNode(iri(object_))
        if status != "discussed":
            self.facts.add(Triple(s, p, o))
        node = NamedNode(f"{self.iri}/claim/{subject}-{predicate}-{object_}".replace("id/", ""))
        self._say(node, RDF.type, NamedNode(SKG.Claim))
        self._say(node, RDF.subject, s)
        self._say(node, RDF.predicate, p)
        self._say(node, RDF.object, o)
        self._say(node, SKG.evidence, self.span(words))
        self._say(node, SKG.status, Literal(status))
        self._say(node, SKG.confidence, Literal("0.9", datatype=NamedNode(XSD.decimal)))
        self._say(node, PROV.wasDerivedFrom, NamedNode(self.iri))

    def mention(self, key: str, words: str) -> None:
        self._say(self.span(words), ITSRDF.taIdentRef, NamedNode(iri(key)))

    def event(
        self,
        key: str,
        class_: str,
        date: str | None,
        words: str,
        *participants: str,
        status: str = "completed",
        role: str = "participant",
    ) -> str:
        node = self.thing(key, class_, f"Label of {key}")
        if date:
            self.fact(node, SKG.date, day(date))
            self.fact(node, SKG.datePrecision, Literal("day"))
        self.fact(node, SKG.status, Literal(status))
        self.fact(node, SKG.evidence, self.span(words))
        for participant in participants:
            self.fact(node, SKG[role], NamedNode(iri(participant)))
        return node

    def post(self, key: str, person: str, organisation: str, title: str, words: str) -> None:
        node = iri(key)
        self.fact(node, RDF.type, NamedNode(ORG.Membership))
        self.fact(node, ORG.member, NamedNode(iri(person)))
        self.fact(node, ORG.organization, NamedNode(iri(organisation)))
        self.fact(node, SKG.title, Literal(title, language="en"))
        self.fact(node, SKG.asOf, day(self.issued))
        self.fact(node, SKG.evidence, self.span(words))

    def graph(self) -> ReleaseGraph:
        return ReleaseGraph(
            self.iri,
            facts_graph(DEFAULT_BASE, self.publisher, self.key),
            evidence_graph(DEFAULT_BASE, self.publisher, self.key),
            tuple(sorted(self.facts, key=str)),
            tuple(sorted(self.evidence, key=str)),
        )

    def _say(self, subject: NamedNode, predicate: str, object_: Object) -> None:
        self.evidence.add(Triple(subject, NamedNode(predicate), object_))


def release(key: str, publisher: str = "cnes") -> str:
    return f"{DEFAULT_BASE}release/{publisher}/{key}"


def store(*told: Told) -> EmbeddedStore:
    """Return a store in memory that holds these releases."""
    made = EmbeddedStore.memory()
    for one in told:
        made.admit(one.graph())
    return made


AGENCIES = {"cnes": "CNES", "roscosmos": "Roscosmos", "esa": "ESA", "asi": "ASI"}


def told(key: str, issued: str = "2020-02-17", translation_of: str | None = None) -> Told:
    """Return a release that knows the agencies by name."""
    made = Told(key, issued, translation_of=translation_of)
    for slug, label in AGENCIES.items():
        made.thing(f"agency/{slug}", "Agency", label)
    return made


def founding() -> Told:
    """Return a release like the founding one: a programme, a mission, a meeting."""
    made = told("pr025-2020")
    made.thing("mission/bion-m2", "Mission", "Bion-M2")
    made.thing("programme/soyuz-csg", "Programme", "Soyuz at the CSG")
    made.thing("person/le-gall", "Person", "Jean-Yves Le Gall")
    made.thing("person/rogozin", "Person", "Dmitry Rogozin")
    made.thing("person/levy", "Person", "Pierre Levy")
    for agency in ("cnes", "roscosmos"):
        made.claim(f"agency/{agency}", "participatesIn", "mission/bion-m2", f"{agency} on Bion-M2")
        made.claim(f"agency/{agency}", "participatesIn", "programme/soyuz-csg", f"{agency} at CSG")
    made.claim("agency/esa", "participatesIn", "mission/bion-m2", "ESA could join", "discussed")
    made.event(
        "meeting/2020-02-14-cnes-roscosmos",
        "Meeting",
        "2020-02-14",
        "They met in Moscow.",
        "agency/cnes",
        "agency/roscosmos",
        "person/le-gall",
        "person/rogozin",
        "person/levy",
    )
    made.post("membership/le-gall", "person/le-gall", "agency/cnes", "President", "its President")
    made.mention("agency/cnes", "CNES")
    return made
