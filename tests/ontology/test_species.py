"""The ontology is OWL Lite, and the check would notice if it were not."""

from __future__ import annotations

import pytest
from rdflib import Graph

from tests.ontology.species import problems

PREFIXES = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skg: <https://w3id.org/spacekg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix status: <https://w3id.org/spacekg/id/status/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

ALLOWED = {
    "restriction some": "skg:Launch rdfs:subClassOf [ a owl:Restriction ; "
    "owl:onProperty skg:payload ; owl:someValuesFrom skg:Endeavour ] .",
    "restriction all on data": "skg:Event rdfs:subClassOf [ a owl:Restriction ; "
    "owl:onProperty skg:date ; owl:allValuesFrom xsd:date ] .",
    "cardinality 1": "skg:Launch rdfs:subClassOf [ a owl:Restriction ; "
    'owl:onProperty skg:vehicle ; owl:maxCardinality "1"^^xsd:nonNegativeInteger ] .',
    "intersection of names": "skg:Both a owl:Class ; owl:intersectionOf ( skg:Agency skg:Actor ) .",
    "equivalent names": "skg:Actor owl:equivalentClass skg:Place .",
    "functional datatype property": "skg:date a owl:FunctionalProperty .",
    "individual with facts": "skg:x a skg:Agency ; skg:cooperatesWith skg:y ; "
    'skos:altLabel "X"@en . skg:y a skg:Agency ; owl:differentFrom skg:x .',
    "annotation on anything typed": 'skg:x a skg:Agency ; skos:definition "An agency."@en .',
}

FORBIDDEN = {
    "unionOf": ("skg:Actor owl:unionOf ( skg:Person skg:Organisation ) .", "unionOf"),
    "union as a domain": (
        "skg:topic rdfs:domain [ a owl:Class ; owl:unionOf ( skg:Event skg:Release ) ] .",
        "domain",
    ),
    "disjointWith": ("skg:Person owl:disjointWith skg:Organisation .", "disjointWith"),
    "complementOf": ("skg:Person owl:complementOf skg:Place .", "complementOf"),
    "oneOf": ("skg:Status owl:oneOf ( status:planned status:ended ) .", "oneOf"),
    "data range": (
        'skg:status rdfs:range [ a owl:DataRange ; owl:oneOf ( "planned" "ended" ) ] .',
        "DataRange",
    ),
    "hasValue": (
        "skg:Agency rdfs:subClassOf [ a owl:Restriction ; owl:onProperty skg:agencyOf ; "
        "owl:hasValue status:planned ] .",
        "hasValue",
    ),
    "cardinality 2": (
        "skg:Meeting rdfs:subClassOf [ a owl:Restriction ; owl:onProperty skg:participant ; "
        'owl:minCardinality "2"^^xsd:nonNegativeInteger ] .',
        "minCardinality",
    ),
    "cardinality of another type": (
        "skg:Meeting rdfs:subClassOf [ a owl:Restriction ; owl:onProperty skg:participant ; "
        "owl:minCardinality 1 ] .",
        "minCardinality",
    ),
    "restriction with two conditions": (
        "skg:Meeting rdfs:subClassOf [ a owl:Restriction ; owl:onProperty skg:participant ; "
        "owl:someValuesFrom skg:Actor ; owl:allValuesFrom skg:Actor ] .",
        "one condition on one property",
    ),
    "restriction on nothing": (
        "skg:Meeting rdfs:subClassOf [ a owl:Restriction ; owl:someValuesFrom skg:Actor ] .",
        "one condition on one property",
    ),
    "restriction to a restriction": (
        "skg:Meeting rdfs:subClassOf [ a owl:Restriction ; owl:onProperty skg:participant ; "
        "owl:someValuesFrom [ a owl:Restriction ; owl:onProperty skg:date ; "
        "owl:someValuesFrom xsd:date ] ] .",
        "someValuesFrom",
    ),
    "restriction as a subject": (
        "[ a owl:Restriction ; owl:onProperty skg:date ; owl:someValuesFrom xsd:date ] "
        "rdfs:subClassOf skg:Event .",
        "subClassOf",
    ),
    "intersection of one": (
        "skg:Same a owl:Class ; owl:intersectionOf ( skg:Agency ) .",
        "intersection",
    ),
    "intersection of what is no class": (
        "skg:Both a owl:Class ; owl:intersectionOf ( skg:Agency skg:leads ) .",
        "intersection",
    ),
    "intersection without a name": (
        "skg:Agency rdfs:subClassOf "
        "[ a owl:Class ; owl:intersectionOf ( skg:Organisation skg:Place ) ] .",
        "intersectionOf",
    ),
    "undeclared superclass": ("skg:Agency rdfs:subClassOf skg:Body .", "subClassOf"),
    "undeclared superproperty": ("skg:leads rdfs:subPropertyOf skg:helps .", "subPropertyOf"),
    "undeclared predicate": ("status:planned skg:colour 'red' .", "colour"),
    "undeclared domain": ("skg:leads rdfs:domain skg:Body .", "domain"),
    "undeclared range": ("skg:leads rdfs:range skg:Body .", "range"),
    "undeclared individual": ("status:planned skos:broader status:unknown .", "broader"),
    "undeclared type": ("status:unknown a skg:Grade .", "Grade"),
    "annotation on an untyped term": ('skg:Body skos:definition "A body."@en .', "Body"),
    "annotation with a blank value": ("skg:Actor skos:definition [] .", "definition"),
    "datatype as a range of an object property": ("skg:leads rdfs:range xsd:date .", "range"),
    "class as a range of a datatype property": ("skg:date rdfs:range skg:Event .", "range"),
    "properties of two kinds": ("skg:date rdfs:subPropertyOf skg:place .", "subPropertyOf"),
    "axiom on an annotation": (
        "skos:definition rdfs:subPropertyOf rdfs:comment .",
        "subPropertyOf",
    ),
    "transitive functional": ("skg:partOf a owl:FunctionalProperty .", "transitive"),
    "transitive below functional": (
        "<http://purl.org/dc/terms/isPartOf> a owl:FunctionalProperty .",
        "transitive",
    ),
    "transitive with a functional inverse": (
        "skg:hasPart a owl:ObjectProperty , owl:InverseFunctionalProperty ; "
        "owl:inverseOf skg:partOf .",
        "transitive",
    ),
    "transitive with cardinality": (
        "skg:Mission rdfs:subClassOf [ a owl:Restriction ; owl:onProperty skg:partOf ; "
        'owl:maxCardinality "1"^^xsd:nonNegativeInteger ] .',
        "transitive",
    ),
    "symmetric datatype property": ("skg:date a owl:SymmetricProperty .", "SymmetricProperty"),
    "transitive datatype property": ("skg:date a owl:TransitiveProperty .", "TransitiveProperty"),
    "inverse functional datatype property": (
        "skg:textDigest a owl:InverseFunctionalProperty .",
        "InverseFunctionalProperty",
    ),
    "inverse of a datatype property": ("skg:date owl:inverseOf skg:endDate .", "inverseOf"),
    "class as an individual": ("skg:Agency a skg:Topic .", "both class and individual"),
    "class in a fact": ("status:planned skg:topic skg:Agency .", "no individuals"),
    "property of two kinds": ("skg:date a owl:ObjectProperty .", "both"),
    "property as a class": ("skg:leads a owl:Class .", "both"),
    "literal in an object fact": ("status:planned skg:topic 'climate' .", "topic"),
    "individual in a datatype fact": ("status:planned skg:note status:ended .", "note"),
    "reserved name": ("rdf:Property a owl:Class .", "may not be declared"),
    "RDFS class": ("skg:Odd a rdfs:Class .", "rdf-schema#Class"),
    "RDF property": ("skg:odd a rdf:Property .", "Property"),
    "header on a class": ("skg:Agency owl:versionIRI skg:Actor .", "header"),
    "blank individual": ("[] a skg:Agency .", "neither a restriction nor a list"),
    "restriction used twice": (
        "_:r a owl:Restriction ; owl:onProperty skg:date ; owl:someValuesFrom xsd:date . "
        "skg:Event rdfs:subClassOf _:r . skg:Launch rdfs:subClassOf _:r .",
        "used exactly once",
    ),
}


def test_ontology_is_owl_lite(ontology: Graph) -> None:
    assert problems(ontology) == []


@pytest.mark.parametrize("turtle", ALLOWED.values(), ids=ALLOWED.keys())
def test_what_owl_lite_allows_passes(ontology: Graph, turtle: str) -> None:
    assert problems(ontology.parse(data=PREFIXES + turtle, format="turtle")) == []


@pytest.mark.parametrize(("turtle", "words"), FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_what_owl_lite_forbids_is_found(ontology: Graph, turtle: str, words: str) -> None:
    found = problems(ontology.parse(data=PREFIXES + turtle, format="turtle"))
    assert any(words in problem for problem in found), found
