"""A mapping as RDF: facts in one named graph, evidence in another. Pure: same mapping, same triples.

IRIs come from content alone (`../ontology/spacekg.ttl` names the terms). A claim's IRI ends in the
first 16 hexadecimal digits of the SHA-256 of its subject, predicate and object.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Triple

from kg.model import Entity, Event, Fact, Mapping, Membership, ReleaseGraph, Span
from kg.names import slug
from kg.vocab import (
    DCTERMS,
    FOAF,
    ITSRDF,
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

SUPERCLASSES = {
    "Person": ("Actor",),
    "Organisation": ("Actor",),
    "Agency": ("Organisation", "Actor"),
    "Mission": ("Endeavour",),
    "Payload": ("Endeavour",),
    "Programme": ("Endeavour",),
    "Site": ("Place",),
    "Country": ("Place",),
    "City": ("Place",),
    "Meeting": ("Event",),
    "Visit": ("Event",),
    "Launch": ("Event",),
    "AgreementSigning": ("Event",),
    "Milestone": ("Event",),
}
_CODES = {
    "Meeting": "CONSULT",
    "Visit": "CONSULT",
    "AgreementSigning": "AGREE",
    "Launch": "COOPERATE",
}


@lru_cache(maxsize=4096)
def _node(iri: str) -> NamedNode:
    """Return the term of an IRI; those of predicates, classes and the usual entities recur."""
    return NamedNode(iri)


_TYPE = _node(RDF.type)
_PHRASE = _node(NIF.Phrase)
_ANCHOR = _node(NIF.anchorOf)
_BEGIN = _node(NIF.beginIndex)
_END = _node(NIF.endIndex)
_CONTEXT = _node(NIF.referenceContext)
_INTEGER = _node(XSD.integer)


class Frame:
    """The IRIs under which one release is written, its entities' and spans' made once each."""

    def __init__(self, base: str, mapping: Mapping) -> None:
        """Prepare to write `mapping` under `base`."""
        self.base = base
        self.mapping = mapping
        self.release = f"{base}release/{mapping.publisher}/{mapping.key}"
        self.text = f"{self.release}/text"
        self._spans: dict[Span, NamedNode] = {}

    def entity(self, key: str) -> NamedNode:
        """Return the IRI of an entity, event or agreement."""
        return _node(f"{self.base}id/{key}")

    def span(self, span: Span) -> NamedNode:
        """Return the IRI of a stretch of the text (RFC 5147)."""
        found = self._spans.get(span)
        if found is None:
            found = NamedNode(f"{self.text}#char={span.begin},{span.end}")
            self._spans[span] = found
        return found

    def rule(self, name: str) -> NamedNode:
        """Return the IRI of an extraction rule."""
        return _node(f"{self.base}rule/{slug(name)}")


def to_graph(mapping: Mapping, base: str, *, keep_text: bool = False) -> ReleaseGraph:
    """Return the facts and evidence of a mapping as sorted triples."""
    frame = Frame(base, mapping)
    facts = [*_release(frame), *_entities(frame), *_statements(frame), *_posts(frame)]
    for event in mapping.events:
        facts += _event(frame, event)
    for contact in mapping.contacts:
        facts += _contact(frame, contact.person, contact.phone, contact.mail)
    evidence = [*_mentions(frame), *_claims(frame), *_context(frame, keep_text), *_notes(frame)]
    for span in {*(m.span for m in mapping.mentions), *_evidence_spans(mapping)}:
        evidence += _phrase_triples(frame, span)
    return ReleaseGraph(
        release=frame.release,
        facts_graph=facts_graph(base, mapping.publisher, mapping.key),
        evidence_graph=evidence_graph(base, mapping.publisher, mapping.key),
        facts=_sorted(facts),
        evidence=_sorted(evidence),
        notes=mapping.notes,
    )


def _sorted(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Return each triple once, in the order of their lines as N-Triples."""
    lines = {str(triple): triple for triple in triples}
    return tuple([lines[line] for line in sorted(lines)])


def _triple(subject: NamedNode | str, predicate: str, object_: NamedNode | Literal | str) -> Triple:
    one = _node(subject) if isinstance(subject, str) else subject
    other = _node(object_) if isinstance(object_, str) else object_
    return Triple(one, _node(predicate), other)


def _types(node: NamedNode, kind: str) -> Iterator[Triple]:
    for name in (kind, *SUPERCLASSES.get(kind, ())):
        yield _triple(node, RDF.type, SKG[name])


def _release(frame: Frame) -> Iterator[Triple]:
    mapping, release = frame.mapping, frame.mapping.release
    node = frame.release
    yield _triple(node, RDF.type, SKG.Release)
    language = release.language or "en"
    if release.title:
        yield _triple(node, DCTERMS.title, Literal(release.title, language=language))
        yield _triple(node, RDFS.label, Literal(release.title, language=language))
    else:
        yield _triple(node, RDFS.label, Literal(mapping.key, language=language))
    if release.issued:
        day = Literal(release.issued.isoformat(), datatype=_node(XSD.date))
        yield _triple(node, DCTERMS.issued, day)
    if release.publisher:
        yield _triple(node, DCTERMS.publisher, frame.entity(release.publisher))
    if release.number:
        yield _triple(node, DCTERMS.identifier, Literal(release.number))
    yield _triple(node, DCTERMS.language, Literal(language))
    if release.source:
        yield _triple(node, DCTERMS.source, Literal(release.source, datatype=_node(XSD.anyURI)))
    for topic in mapping.topics:
        yield _triple(node, SKG.topic, frame.entity(f"topic/{topic}"))


def _entities(frame: Frame) -> Iterator[Triple]:
    language = frame.mapping.release.language or "en"
    acting = _acting(frame.mapping)
    for entity in frame.mapping.entities:
        node = frame.entity(entity.key)
        yield from _types(node, entity.kind)
        if entity.kind == "Site" and entity.key in acting:
            yield from _types(node, "Organisation")
        yield from _labels(node, entity, language)


def _acting(mapping: Mapping) -> frozenset[str]:
    """Return who does something or employs somebody: a space centre that does is a body too."""
    does = {f.subject for f in mapping.facts if f.predicate in _DOING}
    done = {f.object for f in mapping.facts if f.predicate in _DONE_BY}
    return frozenset(does | done | {m.organisation for m in mapping.memberships if m.organisation})


_DOING = frozenset({"participatesIn", "leads", "contributes", "cooperatesWith"})
_DONE_BY = frozenset({"affiliatedWith", "builtBy", "operatedBy", "customer", "cooperatesWith"})


def _labels(node: NamedNode, entity: Entity, language: str) -> Iterator[Triple]:
    """A known individual's label is the authority's, in English; new names are the text's."""
    yield _triple(
        node, RDFS.label, Literal(entity.label, language="en" if entity.known else language)
    )
    if not entity.known:
        for name in entity.names:
            yield _triple(node, SKOS.altLabel, Literal(name, language=language))


def _statements(frame: Frame) -> Iterator[Triple]:
    for fact in frame.mapping.facts:
        if fact.status != "discussed":
            yield _statement(frame, fact)


def _statement(frame: Frame, fact: Fact) -> Triple:
    return _triple(frame.entity(fact.subject), SKG[fact.predicate], frame.entity(fact.object))


def membership_key(post: Membership) -> str:
    """Return the key of a post: person, organisation where known, and title."""
    body = f"-{post.organisation.split('/', 1)[1]}" if post.organisation else ""
    return f"membership/{post.person.split('/', 1)[1]}{body}-{slug(post.title)}"


def _posts(frame: Frame) -> Iterator[Triple]:
    mapping = frame.mapping
    language = mapping.release.language or "en"
    for post in mapping.memberships:
        node = frame.entity(membership_key(post))
        yield _triple(node, RDF.type, ORG.Membership)
        yield _triple(node, ORG.member, frame.entity(post.person))
        if post.organisation:
            yield _triple(node, ORG.organization, frame.entity(post.organisation))
        yield _triple(node, SKG.title, Literal(post.title, language=language))
        if mapping.release.issued:
            day = Literal(mapping.release.issued.isoformat(), datatype=_node(XSD.date))
            yield _triple(node, SKG.asOf, day)
        yield _triple(node, SKG.evidence, frame.span(post.evidence))


def _event(frame: Frame, event: Event) -> Iterator[Triple]:
    node = frame.entity(event.key)
    yield from _types(node, event.kind)
    yield _triple(node, RDFS.label, Literal(event.label, language="en"))
    yield from _when(node, event)
    yield _triple(node, SKG.status, Literal(event.status))
    if event.kind in _CODES:
        yield _triple(node, SKG.eventCode, Literal(_CODES[event.kind]))
    for name, key in event.links:
        if name != "party":
            yield _triple(node, SKG[name], frame.entity(key))
    for span in event.evidence:
        yield _triple(node, SKG.evidence, frame.span(span))
    if event.kind == "AgreementSigning":
        yield from _agreement(frame, node, event)


def _when(node: NamedNode, event: Event) -> Iterator[Triple]:
    if event.day is None:
        return
    date_type = _node(XSD.date)
    yield _triple(node, SKG.date, Literal(event.day.value.isoformat(), datatype=date_type))
    yield _triple(node, SKG.datePrecision, Literal(event.day.precision))
    if event.end is not None and event.end >= event.day.value:
        yield _triple(node, SKG.endDate, Literal(event.end.isoformat(), datatype=date_type))


def _agreement(frame: Frame, signing: NamedNode, event: Event) -> Iterator[Triple]:
    words = event.agreement or "agreement"
    node = frame.entity(f"agreement/{event.key.split('/', 1)[1]}-{slug(words)}")
    yield _triple(signing, SKG.signs, node)
    yield _triple(node, RDF.type, SKG.Agreement)
    yield _triple(node, RDFS.label, Literal(event.label.removeprefix("Signing of "), language="en"))
    for name, key in event.links:
        if name in ("party", "concerns"):
            yield _triple(node, SKG[name], frame.entity(key))


def _contact(frame: Frame, person: str, phone: str | None, mail: str | None) -> Iterator[Triple]:
    yield _triple(frame.release, SKG.pressOfficer, frame.entity(person))
    if phone:
        yield _triple(frame.entity(person), FOAF.phone, NamedNode("tel:" + _dialled(phone)))
    if mail:
        yield _triple(frame.entity(person), FOAF.mbox, NamedNode("mailto:" + mail))


def _dialled(phone: str) -> str:
    """Return a number as it is dialled (RFC 3966): "+33 (0)1 00" gives "+33100"."""
    plus = "+" if phone.lstrip().startswith("+") else ""
    trunk = phone.replace("(0)", "") if plus else phone
    return plus + "".join(c for c in trunk if c.isdigit())


def _mentions(frame: Frame) -> Iterator[Triple]:
    for mention in frame.mapping.mentions:
        node = frame.span(mention.span)
        yield _triple(node, ITSRDF.taIdentRef, frame.entity(mention.entity))


def _phrase_triples(frame: Frame, span: Span) -> tuple[Triple, ...]:
    node = frame.span(span)
    words = frame.mapping.release.text[span.begin : span.end]
    return (
        Triple(node, _TYPE, _PHRASE),
        Triple(node, _ANCHOR, Literal(words)),
        Triple(node, _BEGIN, _integer(span.begin)),
        Triple(node, _END, _integer(span.end)),
        Triple(node, _CONTEXT, _node(frame.text)),
    )


@lru_cache(maxsize=8192)
def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=_INTEGER)


def _evidence_spans(mapping: Mapping) -> Iterator[Span]:
    yield from (f.evidence for f in mapping.facts)
    yield from (p.evidence for p in mapping.memberships)
    for event in mapping.events:
        yield from event.evidence


def _claims(frame: Frame) -> Iterator[Triple]:
    for fact in frame.mapping.facts:
        statement = _statement(frame, fact)
        said = f"{statement.subject} {statement.predicate} {statement.object}"
        digest = hashlib.sha256(said.encode()).hexdigest()[:16]
        node = NamedNode(f"{frame.release}/claim/{digest}")
        yield _triple(node, RDF.type, SKG.Claim)
        yield _triple(node, RDF.type, RDF.Statement)
        yield Triple(node, _node(RDF.subject), statement.subject)
        yield Triple(node, _node(RDF.predicate), statement.predicate)
        yield Triple(node, _node(RDF.object), statement.object)
        yield _triple(node, SKG.evidence, frame.span(fact.evidence))
        yield _triple(node, SKG.extractedBy, frame.rule(fact.rule))
        confidence = f"{fact.confidence:.2f}".rstrip("0")
        yield _triple(node, SKG.confidence, Literal(confidence, datatype=_node(XSD.decimal)))
        yield _triple(node, SKG.status, Literal(fact.status))
        yield _triple(node, PROV.wasDerivedFrom, frame.release)


def _notes(frame: Frame) -> Iterator[Triple]:
    for note in frame.mapping.notes:
        yield _triple(frame.release, SKG.note, Literal(note.message, language="en"))


def _context(frame: Frame, keep_text: bool) -> Iterator[Triple]:
    release = frame.mapping.release
    digest = hashlib.sha256(release.text.encode()).hexdigest()
    yield _triple(frame.text, RDF.type, NIF.Context)
    yield _triple(frame.text, SKG.textDigest, Literal(digest))
    yield _triple(frame.text, SKG.mediaType, Literal(release.media_type))
    yield _triple(frame.text, PROV.wasDerivedFrom, frame.release)
    if keep_text:
        yield _triple(frame.text, NIF.isString, Literal(release.text))
