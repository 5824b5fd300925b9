"""What a release's graph says, read through the terms of the ontology alone."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Quad, Triple

from kg.evaluation.agreement import fold
from kg.vocab import ITSRDF, NIF, ORG, RDF, RDFS, SKG

ENTITY_KINDS = (
    "Agency",
    "Organisation",
    "Person",
    "Mission",
    "Payload",
    "Programme",
    "LaunchVehicle",
    "Site",
    "Country",
)
EVENT_KINDS = ("Meeting", "Visit", "Launch", "AgreementSigning")
# The annotations call three relations by longer names than the ontology.
RELATIONS = {
    "affiliatedWith": "affiliatedWith",
    "participatesIn": "participatesIn",
    "leads": "leads",
    "contributes": "contributesPayload",
    "carries": "carriesPayload",
    "operatedBy": "operatedBy",
    "customer": "customer",
    "builtBy": "builtBy",
    "partOf": "partOfProgramme",
    "cooperatesWith": "cooperatesWith",
    "agencyOf": "agencyOf",
    "locatedIn": "locatedIn",
}

_Index = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class SaidEntity:
    """An entity with a mention: its classes, and its labels and mentions, folded."""

    iri: str
    label: str
    kinds: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class SaidFact:
    """A fact, also one that stands in a launch or a membership; `evidence` are IRIs of spans."""

    subject: str
    relation: str
    object: str
    evidence: frozenset[str]


@dataclass(frozen=True, slots=True)
class SaidEvent:
    """An event with what it ties together."""

    iri: str
    kind: str
    date: str | None
    participants: frozenset[str]
    payloads: frozenset[str]
    vehicles: frozenset[str]
    sites: frozenset[str]
    evidence: frozenset[str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of evidence or a mention: where it says it is, and the words it quotes."""

    begin: int
    end: int
    words: str


class Said:
    """The entities, facts, events and spans of one graph, each sorted."""

    def __init__(self, graph: Iterable[Triple | Quad]) -> None:
        self._index = _indexed(graph)
        self.passages = dict(self._read_passages())
        self.entities = {entity.iri: entity for entity in self._read_entities()}
        self.events = tuple(self._read_events())
        self.facts = tuple(self._read_facts())

    def names(self, iri: str) -> frozenset[str]:
        """Return the folded names of any node, also one that is no entity of a kind we score."""
        entity = self.entities.get(iri)
        labels = self._labels(iri) or (iri,)
        return (entity.names if entity else frozenset()) | {fold(label) for label in labels}

    def label(self, iri: str) -> str:
        """Return what to call `iri` in a list of errors."""
        return next(iter(self._labels(iri)), iri)

    def quote(self, evidence: frozenset[str]) -> str:
        """Return the words of the first span of `evidence`."""
        return next((self.passages[e].words for e in sorted(evidence) if e in self.passages), "")

    def is_grounded(self, evidence: frozenset[str], text: str) -> bool:
        """Tell whether a span of `evidence` gives exactly its words in `text`."""
        spans = (self.passages[iri] for iri in evidence if iri in self.passages)
        return any(text[span.begin : span.end] == span.words for span in spans)

    def _values(self, term: str, subject: str) -> tuple[str, ...]:
        return self._index.get(term, {}).get(subject, ())

    def _set(self, name: str, subject: str) -> frozenset[str]:
        return frozenset(self._values(SKG[name], subject))

    def _labels(self, iri: str) -> tuple[str, ...]:
        return self._values(RDFS.label, iri)

    def _evidence(self, iri: str) -> frozenset[str]:
        return self._set("evidence", iri)

    def _kinds(self, iri: str, among: tuple[str, ...]) -> list[str]:
        types = self._values(RDF.type, iri)
        return [kind for kind in among if SKG[kind] in types]

    def _read_passages(self) -> Iterator[tuple[str, Passage]]:
        for iri, words in self._index.get(NIF.anchorOf, {}).items():
            begin, end = self._values(NIF.beginIndex, iri), self._values(NIF.endIndex, iri)
            if begin and end:
                quoted = unicodedata.normalize("NFC", words[0])
                yield iri, Passage(int(begin[0]), int(end[0]), quoted)

    def _read_entities(self) -> Iterator[SaidEntity]:
        mentions: dict[str, set[str]] = defaultdict(set)
        for span, entities in self._index.get(ITSRDF.taIdentRef, {}).items():
            for iri in entities if span in self.passages else ():
                mentions[iri].add(self.passages[span].words)
        for iri, words in sorted(mentions.items()):
            if kinds := frozenset(self._kinds(iri, ENTITY_KINDS)):
                names = frozenset(fold(name) for name in (*self._labels(iri), *words))
                yield SaidEntity(iri, self.label(iri), kinds, names)

    def _read_events(self) -> Iterator[SaidEvent]:
        for iri in sorted(self._index.get(RDF.type, {})):
            for kind in self._kinds(iri, EVENT_KINDS):
                yield SaidEvent(
                    iri=iri,
                    kind=kind,
                    date=next(iter(self._values(SKG.date, iri)), None),
                    participants=self._set("participant", iri),
                    payloads=self._set("payload", iri),
                    vehicles=self._set("vehicle", iri),
                    sites=self._set("site", iri),
                    evidence=self._evidence(iri),
                )

    def _read_facts(self) -> Iterator[SaidFact]:
        yield from self._direct_facts()
        yield from self._posts()
        for event in self.events:
            if event.kind == "Launch":
                yield from _launch_facts(event)

    def _direct_facts(self) -> Iterator[SaidFact]:
        claims = self._claims()
        for term, relation in RELATIONS.items():
            for subject, objects in sorted(self._index.get(SKG[term], {}).items()):
                for value in objects:
                    evidence = claims.get((subject, SKG[term], value), frozenset())
                    if not evidence and term == "cooperatesWith":
                        evidence = claims.get((value, SKG[term], subject), frozenset())
                    yield SaidFact(subject, relation, value, evidence)

    def _claims(self) -> dict[tuple[str, str, str], frozenset[str]]:
        claims: dict[tuple[str, str, str], frozenset[str]] = {}
        for iri, subjects in self._index.get(RDF.subject, {}).items():
            predicates, objects = self._values(RDF.predicate, iri), self._values(RDF.object, iri)
            if predicates and objects:
                claim = (subjects[0], predicates[0], objects[0])
                claims[claim] = claims.get(claim, frozenset()) | self._evidence(iri)
        return claims

    def _posts(self) -> Iterator[SaidFact]:
        for post, members in sorted(self._index.get(ORG.member, {}).items()):
            for title in self._values(SKG.title, post):
                yield SaidFact(members[0], "holdsPosition", title, self._evidence(post))


def _launch_facts(launch: SaidEvent) -> Iterator[SaidFact]:
    ends = {
        "launchDate": frozenset({launch.date} if launch.date else ()),
        "launchedBy": launch.vehicles,
        "launchSite": launch.sites,
    }
    for payload in sorted(launch.payloads):
        for relation, values in ends.items():
            for value in sorted(values):
                yield SaidFact(payload, relation, value, launch.evidence)


def _indexed(graph: Iterable[Triple | Quad]) -> _Index:
    index: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for statement in graph:
        subject, value = statement.subject, statement.object
        if not isinstance(subject, Triple) and not isinstance(value, Triple):
            index[statement.predicate.value][subject.value].add(value.value)
    return {
        term: {subject: tuple(sorted(values)) for subject, values in subjects.items()}
        for term, subjects in index.items()
    }
