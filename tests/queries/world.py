"""A small world for tests of the queries: what four releases say of space cooperation.

The first is modelled on the release that the project grew from, in the project's own words;
the others repeat, translate, extend and contradict it, as releases do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.model import ReleaseGraph
from kg.names import slug
from kg.store.base import Store
from kg.vocab import (
    DCTERMS,
    DEFAULT_BASE,
    NIF,
    ORG,
    PROV,
    RDF,
    RDFS,
    SKG,
    SKOS,
    XSD,
    evidence_graph,
    facts_graph,
)

ABOVE = {
    "Agency": ("Organisation", "Actor"),
    "Organisation": ("Actor",),
    "Person": ("Actor",),
    "Mission": ("Endeavour",),
    "Payload": ("Endeavour",),
    "Programme": ("Endeavour",),
    "Visit": ("Event",),
    "Meeting": ("Event",),
    "Launch": ("Event",),
    "AgreementSigning": ("Event",),
    "Site": ("Place",),
    "Country": ("Place",),
}
# Each entity with its class and its names; a name is English unless it says otherwise.
ENTITIES = {
    "agency/cnes": ("Agency", ("CNES", "CNES@fr")),
    "agency/esa": ("Agency", ("ESA", "ESA@fr")),
    "agency/asi": ("Agency", ("ASI", "ASI@fr")),
    "agency/nasa": ("Agency", ("NASA", "NASA@fr")),
    "agency/roscosmos": ("Agency", ("Roscosmos", "Roscosmos@fr")),
    "agency/cnsa": ("Agency", ("CNSA",)),
    "organisation/imbp": ("Organisation", ("IMBP",)),
    "organisation/tyvak": ("Organisation", ("Tyvak",)),
    "organisation/italian-ministry-of-defence": (
        "Organisation",
        ("Italian Ministry of Defence", "ministère italien de la Défense@fr"),
    ),
    "country/france": ("Country", ("France", "France@fr")),
    "country/russia": ("Country", ("Russia", "Russie@fr")),
    "person/jean-yves-le-gall": ("Person", ("Jean-Yves Le Gall",)),
    "person/dmitry-rogozin": ("Person", ("Dmitry Rogozin", "Dmitri Rogozine@fr")),
    "person/pierre-levy": ("Person", ("Pierre Levy",)),
    "person/luc-hope": ("Person", ("Luc Hope",)),
    "mission/bion-m2": ("Mission", ("Bion-M2",)),
    "mission/cheops": ("Mission", ("CHEOPS",)),
    "mission/angels": ("Mission", ("ANGELS",)),
    "mission/insight": ("Mission", ("InSight",)),
    "mission/hope": ("Mission", ("Hope",)),
    "payload/seis": ("Payload", ("SEIS",)),
    "payload/hope": ("Payload", ("HOPE",)),
    "programme/soyuz-at-the-csg": ("Programme", ("Soyuz at the CSG", "Soyouz au CSG@fr")),
    "programme/sirius": ("Programme", ("SIRIUS",)),
    "programme/sco": (
        "Programme",
        ("Space Climate Observatory", "Observatoire de l'espace pour le climat@fr"),
    ),
    "launch-vehicle/soyuz": ("LaunchVehicle", ("Soyuz", "Soyouz@fr")),
    "site/guiana-space-centre": ("Site", ("Guiana Space Centre", "Centre spatial guyanais@fr")),
    "site/french-embassy-in-moscow": ("Site", ("French Embassy in Moscow",)),
    "agreement/2019-09-05-cnes-roscosmos": (
        "Agreement",
        ("Accord de coopération entre le CNES et Roscosmos@fr",),
    ),
    "topic/climate": ("Topic", ("climate", "climat@fr")),
    "topic/life-sciences": ("Topic", ("life sciences", "sciences de la vie@fr")),
    "meeting/2020-02-14-cnes-roscosmos": ("Meeting", ("Meeting of CNES and Roscosmos",)),
    "visit/2019-05-cnes-imbp": ("Visit", ("Visite du CNES à l'IMBP@fr",)),
    "launch/2019-12-18-soyuz-csg": ("Launch", ("Soyuz launch from the CSG", "Tir Soyouz@fr")),
    "agreement-signing/2019-09-05-cnes-roscosmos": (
        "AgreementSigning",
        ("Signing of an agreement of CNES and Roscosmos",),
    ),
}
ALIASES = {
    "agency/cnes": ("Centre national d'études spatiales@fr", "French Space Agency"),
    "agency/esa": ("European Space Agency", "Agence spatiale européenne@fr"),
    "agency/roscosmos": ("Roskosmos@de",),
    "programme/sco": ("SCO",),
}
# Labels of the vocabulary's own terms, which are no names of entities.
TERMS = {
    "participatesIn": ("participates in", "participe à@fr"),
    "status": ("status", "statut@fr"),
    "Mission": ("mission",),
}
# The part of the authority that no release repeats.
KNOWN = (
    ("agency/cnes", "agencyOf", "country/france"),
    ("agency/roscosmos", "agencyOf", "country/russia"),
)


def iri(key: str) -> NamedNode:
    """Return the IRI of an entity."""
    return NamedNode(f"{DEFAULT_BASE}id/{key}")


def name(text: str) -> Literal:
    """Return "words" as English, "mots@fr" as French."""
    words, _, language = text.partition("@")
    return Literal(words, language=language or "en")


def date(text: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD.date))


@dataclass
class Telling:
    """A release in the making."""

    publisher: str
    key: str
    issued: str
    language: str
    title: str
    topics: tuple[str, ...] = ()
    facts: set[Triple] = field(default_factory=set)
    evidence: set[Triple] = field(default_factory=set)
    told: int = 0

    @property
    def release(self) -> NamedNode:
        return NamedNode(f"{DEFAULT_BASE}release/{self.publisher}/{self.key}")

    def fact(
        self, s: str, p: str, o: str, quote: str, status: str = "completed", *, sure: str = "0.9"
    ) -> None:
        """State a fact with its evidence; a discussed one as a claim alone."""
        triple = Triple(iri(s), NamedNode(SKG[p]), iri(o))
        if status != "discussed":
            self.facts |= {triple, *described(s), *described(o)}
        digest = hashlib.sha256(str(triple).encode()).hexdigest()[:12]
        claim = NamedNode(f"{self.release.value}/claim/{digest}")
        decimal = NamedNode(XSD.decimal)
        self.evidence |= {
            Triple(claim, NamedNode(RDF.type), NamedNode(SKG.Claim)),
            Triple(claim, NamedNode(RDF.subject), triple.subject),
            Triple(claim, NamedNode(RDF.predicate), triple.predicate),
            Triple(claim, NamedNode(RDF.object), triple.object),
            Triple(claim, NamedNode(SKG.evidence), self.span(quote)),
            Triple(claim, NamedNode(SKG.status), Literal(status)),
            Triple(claim, NamedNode(SKG.confidence), Literal(sure, datatype=decimal)),
            Triple(claim, NamedNode(PROV.wasDerivedFrom), self.release),
        }

    def event(
        self, key: str, day: str | None, links: Iterable[tuple[str, str]], quote: str, status: str
    ) -> None:
        """Tell an event; "2019-05" is a month."""
        event = iri(key)
        self.facts |= {*described(key), *self._dated(event, day)}
        self.facts |= {
            Triple(event, NamedNode(SKG.status), Literal(status)),
            Triple(event, NamedNode(SKG.evidence), self.span(quote)),
        }
        for p, o in links:
            self.facts |= {Triple(event, NamedNode(SKG[p]), iri(o)), *described(o)}

    def post(self, person: str, organisation: str | None, title: str) -> None:
        """Give a person a post."""
        at = organisation.rpartition("/")[2] if organisation else ""
        node = iri(f"membership/{person.rpartition('/')[2]}-{at}-{slug(title)}")
        self.facts |= {
            *described(person),
            Triple(node, NamedNode(RDF.type), NamedNode(ORG.Membership)),
            Triple(node, NamedNode(ORG.member), iri(person)),
            Triple(node, NamedNode(SKG.title), name(title)),
            Triple(node, NamedNode(SKG.asOf), date(self.issued)),
            Triple(node, NamedNode(SKG.evidence), self.span(title.partition("@")[0])),
        }
        if organisation:
            member = Triple(node, NamedNode(ORG.organization), iri(organisation))
            self.facts |= {member, *described(organisation)}

    def span(self, quote: str) -> NamedNode:
        """Quote the release."""
        self.told += 1
        begin = self.told * 1000
        node = NamedNode(f"{self.release.value}/text#char={begin},{begin + len(quote)}")
        self.evidence |= {
            Triple(node, NamedNode(RDF.type), NamedNode(NIF.Phrase)),
            Triple(node, NamedNode(NIF.anchorOf), Literal(quote)),
        }
        return node

    def graph(self) -> ReleaseGraph:
        """Return the release as the store admits it."""
        return ReleaseGraph(
            self.release.value,
            facts_graph(DEFAULT_BASE, self.publisher, self.key),
            evidence_graph(DEFAULT_BASE, self.publisher, self.key),
            tuple(sorted({*self.facts, *self._metadata()}, key=str)),
            tuple(sorted(self.evidence, key=str)),
        )

    def _dated(self, event: NamedNode, day: str | None) -> Iterator[Triple]:
        if day:
            precision = {4: "year", 7: "month", 10: "day"}[len(day)]
            yield Triple(event, NamedNode(SKG.date), date((day + "-01-01")[:10]))
            yield Triple(event, NamedNode(SKG.datePrecision), Literal(precision))

    def _metadata(self) -> Iterator[Triple]:
        release = self.release
        yield Triple(release, NamedNode(RDF.type), NamedNode(SKG.Release))
        title = Literal(self.title, language=self.language)
        yield Triple(release, NamedNode(DCTERMS.title), title)
        yield Triple(release, NamedNode(DCTERMS.issued), date(self.issued))
        yield Triple(release, NamedNode(DCTERMS.language), Literal(self.language))
        yield Triple(release, NamedNode(DCTERMS.identifier), Literal(self.key.upper()))
        yield Triple(release, NamedNode(DCTERMS.publisher), iri(f"agency/{self.publisher}"))
        for topic in self.topics:
            yield Triple(release, NamedNode(SKG.topic), iri(f"topic/{topic}"))
        yield from described(f"agency/{self.publisher}")


def described(key: str) -> Iterator[Triple]:
    """Yield an entity's classes and labels."""
    kind, names = ENTITIES[key]
    for cls in (kind, *ABOVE.get(kind, ())):
        yield Triple(iri(key), NamedNode(RDF.type), NamedNode(SKG[cls]))
    for text in names:
        yield Triple(iri(key), NamedNode(RDFS.label), name(text))


def authority() -> Iterator[Quad]:
    """Yield the known individuals: leaf classes alone, as the authority's files have them."""
    rdf_type, label = NamedNode(RDF.type), NamedNode(RDFS.label)
    for key, (kind, names) in ENTITIES.items():
        if key.split("/")[0] in ("agency", "country", "topic", "site", "launch-vehicle"):
            yield Quad(iri(key), rdf_type, NamedNode(SKG[kind]))
            yield from (Quad(iri(key), label, name(text)) for text in names)
    for key, names in ALIASES.items():
        yield from (Quad(iri(key), NamedNode(SKOS.altLabel), name(text)) for text in names)
    for s, p, o in KNOWN:
        yield Quad(iri(s), NamedNode(SKG[p]), iri(o))


def ontology() -> Iterator[Quad]:
    """Yield the vocabulary, as far as the queries look at it."""
    for below, above in ABOVE.items():
        yield Quad(NamedNode(SKG[below]), NamedNode(RDFS.subClassOf), NamedNode(SKG[above[0]]))
    label = NamedNode(RDFS.label)
    for term, names in TERMS.items():
        yield from (Quad(NamedNode(SKG[term]), label, name(text)) for text in names)


def founding() -> ReleaseGraph:
    """Return the release that the project grew from, in other words."""
    r = Telling(
        "cnes", "pr025-2020", "2020-02-17", "en", "CNES and Roscosmos meet", ("life-sciences",)
    )
    r.event(
        "meeting/2020-02-14-cnes-roscosmos",
        "2020-02-14",
        [
            ("participant", "person/jean-yves-le-gall"),
            ("participant", "person/dmitry-rogozin"),
            ("witness", "person/pierre-levy"),
            ("participant", "agency/cnes"),
            ("participant", "agency/roscosmos"),
            ("place", "site/french-embassy-in-moscow"),
        ],
        "met on 14 February",
        "completed",
    )
    r.event(
        "launch/2019-12-18-soyuz-csg",
        "2019-12-18",
        [
            ("vehicle", "launch-vehicle/soyuz"),
            ("site", "site/guiana-space-centre"),
            ("payload", "mission/cheops"),
            ("payload", "mission/angels"),
        ],
        "a Soyuz flew",
        "completed",
    )
    r.fact("mission/cheops", "customer", "agency/esa", "CHEOPS for ESA")
    r.fact("mission/angels", "customer", "agency/cnes", "ANGELS for CNES")
    for agency in ("agency/cnes", "agency/roscosmos"):
        r.fact(agency, "participatesIn", "mission/bion-m2", "the joint Bion-M2 plan", "planned")
        r.fact(agency, "participatesIn", "programme/soyuz-at-the-csg", "Soyuz at the CSG")
    r.fact("agency/cnes", "participatesIn", "programme/sco", "the observatory")
    r.fact("agency/cnes", "cooperatesWith", "organisation/imbp", "CNES and IMBP go on")
    r.fact("organisation/imbp", "participatesIn", "programme/sirius", "SIRIUS at IMBP")
    r.fact("agency/cnes", "participatesIn", "programme/sirius", "French studies for SIRIUS")
    r.fact("agency/roscosmos", "participatesIn", "programme/sco", "could join", "discussed")
    r.post("person/jean-yves-le-gall", "agency/cnes", "President")
    r.post("person/dmitry-rogozin", "agency/roscosmos", "Director General")
    r.post("person/pierre-levy", None, "Ambassador of France")
    return r.graph()


def french() -> ReleaseGraph:
    """Return a French release on the same launch, with a visit of which the month is known."""
    r = Telling("cnes", "cp200-2019", "2019-12-18", "fr", "Soyouz décolle", ("climate",))
    r.event(
        "launch/2019-12-18-soyuz-csg",
        "2019-12-18",
        [
            ("vehicle", "launch-vehicle/soyuz"),
            ("site", "site/guiana-space-centre"),
            ("payload", "mission/cheops"),
        ],
        "Soyouz décolle aujourd'hui",
        "underway",
    )
    r.event(
        "visit/2019-05-cnes-imbp",
        "2019-05",
        [
            ("participant", "agency/cnes"),
            ("participant", "organisation/imbp"),
            ("participant", "person/jean-yves-le-gall"),
        ],
        "s'est rendu à l'IMBP en mai",
        "completed",
    )
    r.fact("agency/cnes", "participatesIn", "programme/soyuz-at-the-csg", "Soyouz au CSG")
    r.fact("agency/roscosmos", "participatesIn", "programme/soyuz-at-the-csg", "Soyouz au CSG")
    r.fact("agency/cnes", "contributes", "payload/seis", "le CNES fournit SEIS")
    r.fact("mission/insight", "carries", "payload/seis", "SEIS à bord d'InSight")
    r.fact("agency/nasa", "leads", "mission/insight", "la mission InSight de la NASA")
    r.fact("agency/cnes", "participatesIn", "mission/insight", "InSight, avec le CNES")
    r.post("person/jean-yves-le-gall", "agency/cnes", "Président@fr")
    return r.graph()


def signing() -> ReleaseGraph:
    """Return Roscosmos' release on the signing of an agreement."""
    r = Telling("roscosmos", "2019-09-05-signing", "2019-09-05", "en", "An agreement is signed")
    r.event(
        "agreement-signing/2019-09-05-cnes-roscosmos",
        "2019-09-05",
        [
            ("signs", "agreement/2019-09-05-cnes-roscosmos"),
            ("participant", "person/jean-yves-le-gall"),
            ("participant", "person/dmitry-rogozin"),
            ("concerns", "mission/bion-m2"),
        ],
        "signed on Thursday",
        "completed",
    )
    for party in ("agency/cnes", "agency/roscosmos"):
        r.fact("agreement/2019-09-05-cnes-roscosmos", "party", party, "CNES and Roscosmos")
    r.fact("agency/roscosmos", "participatesIn", "mission/bion-m2", "on board Bion-M2", "planned")
    r.post("person/dmitry-rogozin", "agency/roscosmos", "Director General")
    r.fact("person/luc-hope", "affiliatedWith", "agency/roscosmos", "Luc Hope of Roscosmos")
    return r.graph()


def plans() -> ReleaseGraph:
    """Return a release on things to come, two of which bear the name of a third."""
    r = Telling("cnsa", "2021-01-11-plans", "2021-01-11", "en", "Plans of CNSA")
    r.event(
        "meeting/2020-02-14-cnes-roscosmos",
        None,
        [("participant", "agency/cnsa")],
        "should CNSA join",
        "planned",
    )
    r.fact("agency/cnsa", "participatesIn", "mission/hope", "Hope")
    r.fact("agency/cnsa", "contributes", "payload/hope", "HOPE")
    return r.graph()


def settle(store: Store) -> None:
    """Put the whole world into a store."""
    store.load_base(ontology(), authority())
    for release in (founding(), french(), signing(), plans()):
        store.admit(release)
