"""A mapping as RDF: pure, sorted, under one base, without blank nodes, each claim with its span."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg import shapes
from kg.graph import SUPERCLASSES, to_graph
from kg.model import Day, Entity, Event, Fact, Mapping, Membership, ReleaseGraph, Span
from kg.vocab import (
    DCTERMS,
    DEFAULT_BASE,
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
)
from tests.graph.samples import ALL, ANN, ARGO, CNES, ESA, TEXT, mapping

RELEASE = f"{DEFAULT_BASE}release/cnes/pr001-2021"
_SPAN = re.compile(r"/text#char=(\d+),(\d+)$")


@pytest.fixture(scope="module")
def graph() -> ReleaseGraph:
    return to_graph(mapping(), DEFAULT_BASE)


def iri(key: str) -> str:
    return f"{DEFAULT_BASE}id/{key}"


def objects(triples: Iterable[Triple], subject: str, predicate: str) -> list[str]:
    found = [
        t.object
        for t in triples
        if t.subject == NamedNode(subject) and t.predicate.value == predicate
    ]
    return [o.value for o in found if isinstance(o, Literal | NamedNode)]


def claims(graph: ReleaseGraph) -> list[str]:
    kind = NamedNode(SKG.Claim)
    found = [t.subject for t in graph.evidence if t.object == kind]
    return [s.value for s in found if isinstance(s, NamedNode)]


def test_the_graphs_and_the_release_have_their_iris(graph: ReleaseGraph) -> None:
    assert graph.release == RELEASE
    assert graph.facts_graph == f"{DEFAULT_BASE}graph/release/cnes/pr001-2021"
    assert graph.evidence_graph == f"{DEFAULT_BASE}graph/evidence/cnes/pr001-2021"


def test_it_is_pure_sorted_and_without_blank_nodes(graph: ReleaseGraph) -> None:
    assert to_graph(mapping(), DEFAULT_BASE) == graph
    for part in (graph.facts, graph.evidence):
        assert list(part) == sorted(set(part), key=str)
        assert not [t for t in part if BlankNode in (type(t.subject), type(t.object))]


def test_it_conforms(graph: ReleaseGraph) -> None:
    report = shapes.validate((*graph.facts, *graph.evidence))
    assert report.conforms, report.text()


def test_the_header(graph: ReleaseGraph) -> None:
    expected = {
        RDF.type: [SKG.Release],
        DCTERMS.title: ["An accord"],
        RDFS.label: ["An accord"],
        DCTERMS.issued: ["2021-03-15"],
        DCTERMS.publisher: [iri(CNES)],
        DCTERMS.identifier: ["PR001-2021"],
        DCTERMS.language: ["en"],
        DCTERMS.source: ["https://example.org/1"],
        SKG.topic: [iri("topic/policy-and-law")],
        SKG.pressOfficer: [iri(ANN)],
    }
    for predicate, values in expected.items():
        assert objects(graph.facts, RELEASE, predicate) == values


def test_a_release_without_header_still_has_a_label() -> None:
    bare = replace(
        mapping(),
        release=replace(mapping().release, title=None, issued=None, publisher=None, number=None),
    )
    facts = to_graph(bare, DEFAULT_BASE).facts
    assert objects(facts, RELEASE, RDFS.label) == ["pr001-2021"]
    for predicate in (DCTERMS.issued, DCTERMS.publisher, DCTERMS.identifier):
        assert objects(facts, RELEASE, predicate) == []


def test_types_come_with_their_superclasses(graph: ReleaseGraph) -> None:
    assert objects(graph.facts, iri(CNES), RDF.type) == [SKG.Actor, SKG.Agency, SKG.Organisation]
    assert objects(graph.facts, iri(ARGO), RDF.type) == [SKG.Endeavour, SKG.Mission]
    assert set(SUPERCLASSES["Visit"]) >= {"Event"}


@pytest.mark.parametrize(("acts", "kinds"), [(True, {"Organisation", "Actor"}), (False, set())])
def test_a_centre_that_acts_is_an_organisation_too(acts: bool, kinds: set[str]) -> None:
    centre = Entity("site/goddard", "Site", "Goddard")
    fact = Fact(ANN, "affiliatedWith", centre.key, ALL, "post", 0.9, "underway")
    base = mapping()
    mapped = replace(
        base, entities=(*base.entities, centre), facts=(*base.facts, *([fact] if acts else []))
    )
    graph = to_graph(mapped, DEFAULT_BASE)
    assert set(objects(graph.facts, iri(centre.key), RDF.type)) == {
        SKG[kind] for kind in {"Site", "Place"} | kinds
    }


def test_labels_of_the_known_are_the_authoritys(graph: ReleaseGraph) -> None:
    labels = [str(t.object) for t in graph.facts if t.predicate.value == RDFS.label]
    assert '"CNES"@en' in labels
    assert objects(graph.facts, iri(ARGO), SKOS.altLabel) == ["ARGO"]
    french = replace(mapping(), release=replace(mapping().release, language="fr"))
    labels = [str(t.object) for t in to_graph(french, DEFAULT_BASE).facts]
    assert '"Argo"@fr' in labels
    assert '"CNES"@en' in labels


def test_a_discussed_claim_states_nothing(graph: ReleaseGraph) -> None:
    assert objects(graph.facts, iri(CNES), SKG.participatesIn) == []
    assert objects(graph.facts, iri(CNES), SKG.cooperatesWith) == [iri(ESA)]


def test_each_fact_has_a_claim(graph: ReleaseGraph) -> None:
    found = {}
    for claim in claims(graph):
        assert claim.startswith(f"{RELEASE}/claim/")
        said = [
            objects(graph.evidence, claim, RDF[n])[0] for n in ("subject", "predicate", "object")
        ]
        whole = " ".join(f"<{term}>" for term in said)
        assert claim.rsplit("/", 1)[1] == hashlib.sha256(whole.encode()).hexdigest()[:16]
        assert objects(graph.evidence, claim, PROV.wasDerivedFrom) == [RELEASE]
        assert objects(graph.evidence, claim, SKG.evidence) == [
            f"{RELEASE}/text#char=0,{len(TEXT)}"
        ]
        found[said[1]] = (
            objects(graph.evidence, claim, SKG.status),
            objects(graph.evidence, claim, SKG.extractedBy),
            objects(graph.evidence, claim, SKG.confidence),
        )
    rule = f"{DEFAULT_BASE}rule/"
    assert found == {
        SKG.participatesIn: (["discussed"], [f"{rule}some-rule"], ["0.85"]),
        SKG.cooperatesWith: (["agreed"], [f"{rule}other-rule"], ["0.9"]),
    }


def test_spans_are_of_rfc_5147_and_quote_their_words(graph: ReleaseGraph) -> None:
    spans = [
        t.subject.value
        for t in graph.evidence
        if t.object == NamedNode(NIF.Phrase) and isinstance(t.subject, NamedNode)
    ]
    assert len(spans) == 4
    for span in spans:
        match = _SPAN.search(span)
        assert match is not None
        begin, end = map(int, match.groups())
        assert objects(graph.evidence, span, NIF.anchorOf) == [TEXT[begin:end]]
        assert objects(graph.evidence, span, NIF.beginIndex) == [str(begin)]
        assert objects(graph.evidence, span, NIF.endIndex) == [str(end)]
        assert objects(graph.evidence, span, NIF.referenceContext) == [f"{RELEASE}/text"]


def test_a_mention_points_at_its_entity(graph: ReleaseGraph) -> None:
    begin = TEXT.index("Évry")
    span = f"{RELEASE}/text#char={begin},{begin + 4}"
    assert objects(graph.evidence, span, ITSRDF.taIdentRef) == [iri("site/evry")]


def test_a_post(graph: ReleaseGraph) -> None:
    node = iri("membership/ann-lee-cnes-president")
    assert objects(graph.facts, node, ORG.member) == [iri(ANN)]
    assert objects(graph.facts, node, ORG.organization) == [iri(CNES)]
    assert objects(graph.facts, node, SKG.title) == ["President"]
    assert objects(graph.facts, node, SKG.asOf) == ["2021-03-15"]
    assert objects(graph.facts, node, SKG.evidence) == [f"{RELEASE}/text#char=0,22"]


def test_a_post_without_organisation() -> None:
    post = Membership(ANN, None, "Prime Minister", Span(0, 4), "post", 0.9)
    facts = to_graph(replace(mapping(), memberships=(post,)), DEFAULT_BASE).facts
    node = iri("membership/ann-lee-prime-minister")
    assert objects(facts, node, SKG.title) == ["Prime Minister"]
    assert objects(facts, node, ORG.organization) == []


def test_a_signing_and_its_agreement(graph: ReleaseGraph) -> None:
    node = iri("agreement-signing/2021-03-15-cnes-esa")
    (agreement,) = objects(graph.facts, node, SKG.signs)
    assert agreement.startswith(iri("agreement/2021-03-15-cnes-esa"))
    assert objects(graph.facts, node, SKG.party) == []
    assert objects(graph.facts, agreement, SKG.party) == [iri(CNES), iri(ESA)]
    assert objects(graph.facts, agreement, SKG.concerns) == [iri(ARGO)]
    assert objects(graph.facts, node, SKG.eventCode) == ["AGREE"]
    assert objects(graph.facts, node, SKG.date) == ["2021-03-15"]
    assert objects(graph.facts, node, SKG.datePrecision) == ["day"]
    assert objects(graph.facts, node, SKG.place) == [iri("site/evry")]


def _with_event(mapped: Mapping, event: Event) -> ReleaseGraph:
    return to_graph(replace(mapped, events=(event,)), DEFAULT_BASE)


def test_an_event_over_several_days_and_one_without_date() -> None:
    event = replace(mapping().events[0], day=Day(date(2021, 3, 1), "month"), end=date(2021, 3, 9))
    facts = _with_event(mapping(), event).facts
    assert objects(facts, iri(event.key), SKG.datePrecision) == ["month"]
    assert objects(facts, iri(event.key), SKG.endDate) == ["2021-03-09"]
    facts = _with_event(mapping(), replace(event, end=date(2021, 2, 1))).facts
    assert objects(facts, iri(event.key), SKG.endDate) == []
    facts = _with_event(mapping(), replace(event, day=None)).facts
    assert objects(facts, iri(event.key), SKG.date) == []


def test_contacts(graph: ReleaseGraph) -> None:
    assert objects(graph.facts, iri(ANN), FOAF.phone) == ["tel:+33100000001"]
    assert objects(graph.facts, iri(ANN), FOAF.mbox) == ["mailto:ann.lee@example.org"]


def test_notes_stand_on_the_release_in_the_evidence(graph: ReleaseGraph) -> None:
    assert objects(graph.evidence, RELEASE, SKG.note) == ["Friday contradicts 2021-03-13"]
    assert objects(graph.facts, RELEASE, SKG.note) == []


def test_the_digest_is_of_the_text_and_the_text_stays_out(graph: ReleaseGraph) -> None:
    context = f"{RELEASE}/text"
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert objects(graph.evidence, context, SKG.textDigest) == [digest]
    assert objects(graph.evidence, context, SKG.mediaType) == ["text/plain"]
    assert objects(graph.evidence, context, NIF.isString) == []


def test_the_text_is_kept_where_asked_for() -> None:
    kept = to_graph(mapping(), DEFAULT_BASE, keep_text=True)
    assert objects(kept.evidence, f"{RELEASE}/text", NIF.isString) == [TEXT]


def test_the_base_is_a_setting_and_the_vocabulary_is_not() -> None:
    base = "https://data.example.org/space/"
    moved = to_graph(mapping(), base)
    told = "\n".join(f"{t} {g}" for t, g in moved)
    assert moved.release == f"{base}release/cnes/pr001-2021"
    assert SKG.Agency in told
    assert DEFAULT_BASE not in told.replace(SKG.iri, "")


def test_literals_are_in_canonical_form(graph: ReleaseGraph) -> None:
    numbers = [
        t.object.value
        for t in graph.evidence
        if isinstance(t.object, Literal)
        and t.object.datatype.value in (XSD.decimal, XSD.nonNegativeInteger)
    ]
    assert numbers
    assert all(re.fullmatch(r"0\.\d*[1-9]|0|[1-9]\d*", n) for n in numbers)


def test_one_entity_more_changes_no_other_iri(graph: ReleaseGraph) -> None:
    more = Entity("mission/zeta", "Mission", "Zeta")
    wider = to_graph(replace(mapping(), entities=(*mapping().entities, more)), DEFAULT_BASE)
    assert set(graph.facts) < set(wider.facts)
    assert graph.evidence == wider.evidence
    assert ALL.end == len(TEXT)
