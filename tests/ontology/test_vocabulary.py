"""The ontology declares the program's vocabulary, in two languages, and says what it is."""

from __future__ import annotations

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, Graph, Literal, URIRef
from rdflib.term import Node

from kg import resources
from kg.vocab import EVENT_CODES, NAMESPACES, PREFIXES, SKG, STATUSES

HEADER = URIRef("https://w3id.org/spacekg/ontology")
WELL_KNOWN = {
    "schema": "https://schema.org/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
}
KINDS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
# What OWL and RDFS themselves declare.
BUILT_IN = {"rdfs", "owl", "xsd"}


def _own(graph: Graph) -> set[Node]:
    return {s for s in graph.subjects(RDF.type) if str(s).startswith(SKG.iri)}


def _languages(graph: Graph, subject: Node, predicate: URIRef) -> list[str]:
    values = [o for o in graph.objects(subject, predicate) if isinstance(o, Literal)]
    assert all(str(value).strip() == str(value) != "" for value in values), subject
    return sorted(value.language or "" for value in values)


def test_vocabulary_and_ontology_hold_the_same_terms(ontology: Graph) -> None:
    assert {str(term).removeprefix(SKG.iri) for term in _own(ontology)} == SKG.terms


def test_terms_are_classes_and_properties_by_their_first_letter(ontology: Graph) -> None:
    for term in _own(ontology):
        is_class = str(term).removeprefix(SKG.iri)[0].isupper()
        assert ((term, RDF.type, OWL.Class) in ontology) == is_class, term


def test_terms_of_others_that_the_program_writes_are_typed(ontology: Graph) -> None:
    for space in NAMESPACES:
        if space.prefix not in BUILT_IN:
            declared = {
                str(s).removeprefix(space.iri)
                for s, kind in ontology.subject_objects(RDF.type)
                if kind in KINDS and str(s).startswith(space.iri)
            }
            assert space.terms - declared <= {"type", "langString"}, space.prefix


def test_terms_that_the_authority_uses_are_declared(ontology: Graph) -> None:
    authority = Graph()
    for path in resources.files("ontology/authority", ".ttl"):
        authority.parse(path)
    built_in = {RDF.type, RDFS.label, RDFS.comment, RDFS.seeAlso, OWL.sameAs}
    used = set(authority.predicates()) - built_in | set(authority.objects(None, RDF.type))
    assert used - set(ontology.subjects(RDF.type)) == set()


def test_each_term_has_labels_and_definitions_in_english_and_french(ontology: Graph) -> None:
    statuses = set(ontology.subjects(RDF.type, URIRef(SKG.Status)))
    for term in _own(ontology) | statuses:
        assert _languages(ontology, term, RDFS.label) == ["en", "fr"], term
        assert _languages(ontology, term, SKOS.definition) == ["en", "fr"], term


def test_definitions_are_sentences_and_differ(ontology: Graph) -> None:
    definitions = [str(o) for o in ontology.objects(None, SKOS.definition)]
    assert all(text.endswith(".") for text in definitions)
    assert len(set(definitions)) == len(definitions)


@pytest.mark.parametrize("space", WELL_KNOWN.values(), ids=WELL_KNOWN.keys())
def test_ontology_is_aligned_to_well_known_vocabularies(ontology: Graph, space: str) -> None:
    above = {
        str(o)
        for p in (RDFS.subClassOf, RDFS.subPropertyOf)
        for s, o in ontology.subject_objects(p)
        if s in _own(ontology)
    }
    assert any(iri.startswith(space) for iri in above)


def test_ontology_points_at_wikidata(ontology: Graph) -> None:
    wikidata = [o for o in ontology.objects(None, RDFS.seeAlso) if str(o).startswith(WD)]
    assert len(wikidata) >= 20
    assert all(str(o).removeprefix(WD)[0] in "QP" for o in wikidata)


WD = PREFIXES["wd"]


def test_each_class_leads_to_a_well_known_one(ontology: Graph) -> None:
    for term in _own(ontology) & set(ontology.subjects(RDF.type, OWL.Class)):
        above = set(ontology.transitive_objects(term, RDFS.subClassOf))
        assert any(not str(node).startswith(SKG.iri) for node in above), term


def test_statuses_are_those_of_the_vocabulary(ontology: Graph) -> None:
    nodes = set(ontology.subjects(RDF.type, URIRef(SKG.Status)))
    assert {str(ontology.value(node, SKOS.notation)) for node in nodes} == set(STATUSES)


def test_definitions_name_the_closed_lists(ontology: Graph) -> None:
    for term, values in ((SKG.status, STATUSES), (SKG.eventCode, EVENT_CODES)):
        for text in ontology.objects(URIRef(term), SKOS.definition):
            assert all(value in str(text) for value in values)


def test_header_says_version_licence_and_prefix(ontology: Graph) -> None:
    version = str(ontology.value(HEADER, OWL.versionInfo))
    assert ontology.value(HEADER, OWL.versionIRI) == URIRef(f"{HEADER}/{version}")
    licence = URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert ontology.value(HEADER, DCTERMS.license) == licence
    assert str(ontology.value(HEADER, VANN.preferredNamespacePrefix)) == SKG.prefix
    assert str(ontology.value(HEADER, VANN.preferredNamespaceUri)) == SKG.iri
    assert str(ontology.value(HEADER, DCTERMS.creator)) == "The spacekg authors"
    issued, modified = (
        ontology.value(HEADER, DCTERMS.issued),
        ontology.value(HEADER, DCTERMS.modified),
    )
    assert str(issued) <= str(modified)
    assert _languages(ontology, HEADER, DCTERMS.title) == ["en", "fr"]
    assert _languages(ontology, HEADER, DCTERMS.description) == ["en", "fr"]
