"""A small release graph that conforms, and how to break it."""

from __future__ import annotations

import re
from functools import cache

from pyoxigraph import RdfFormat, Triple, parse

PREFIXES = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skg: <https://w3id.org/spacekg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix text: <https://w3id.org/spacekg/release/cnes/pr001-2020/text#char=> .
@base <https://w3id.org/spacekg/> .
"""

FACTS = """
<release/cnes/pr001-2020> a skg:Release , prov:Entity ;
    dcterms:title "A meeting in Moscow"@en ;
    dcterms:issued "2020-02-17"^^xsd:date ;
    dcterms:publisher <id/agency/cnes> ;
    dcterms:identifier "PR001-2020" ;
    dcterms:language "en" ;
    dcterms:source "https://example.org/pr001" ;
    skg:sourceText <release/cnes/pr001-2020/text> ;
    skg:translationOf <release/cnes/cp001-2020> ;
    skg:pressOfficer <id/person/jane-doe> ;
    skg:topic <id/topic/climate> , <id/topic/life-sciences> .

<id/agency/cnes> a skg:Agency , skg:Organisation , skg:Actor ;
    rdfs:label "CNES"@en , "CNES"@fr ;
    skos:altLabel "National Centre for Space Studies"@en ;
    skg:agencyOf <id/country/france> ;
    skg:locatedIn <id/city/paris> ;
    skg:participatesIn <id/mission/bion-m2> ;
    skg:leads <id/mission/cheops> ;
    skg:contributes <id/payload/seis> ;
    skg:cooperatesWith <id/organisation/imbp> .
<id/organisation/imbp> a skg:Organisation , skg:Actor ;
    rdfs:label "IMBP"@en .
<id/person/jane-doe> a skg:Person , skg:Actor ;
    rdfs:label "Jane Doe"@en ;
    skg:affiliatedWith <id/agency/cnes> ;
    foaf:phone <tel:+33100000000> ;
    foaf:mbox <mailto:jane.doe@example.org> .
<release/cnes/pr001-2020/post/jane-doe-head> a org:Membership ;
    org:member <id/person/jane-doe> ;
    org:organization <id/agency/cnes> ;
    skg:title "Head of press"@en ;
    skg:asOf "2020-02-17"^^xsd:date ;
    skg:evidence text:0,41 .

<id/mission/bion-m2> a skg:Mission , skg:Endeavour ;
    rdfs:label "Bion-M2"@en ;
    skg:carries <id/payload/seis> ;
    skg:operatedBy <id/organisation/imbp> ;
    skg:partOf <id/programme/copernicus> .
<id/mission/cheops> a skg:Mission , skg:Endeavour ;
    rdfs:label "CHEOPS"@en ;
    skg:builtBy <id/organisation/imbp> ;
    skg:customer <id/agency/cnes> .
<id/payload/seis> a skg:Payload , skg:Endeavour ;
    rdfs:label "SEIS"@en .
<id/programme/copernicus> a skg:Programme , skg:Endeavour ;
    rdfs:label "Copernicus"@en ;
    skg:topic <id/topic/earth-observation> .
<id/launch-vehicle/soyuz> a skg:LaunchVehicle ;
    rdfs:label "Soyuz"@en .
<id/launch-vehicle/soyuz-st-a> a skg:LaunchVehicle ;
    rdfs:label "Soyuz ST-A"@en ;
    skg:variantOf <id/launch-vehicle/soyuz> .
<id/site/guiana-space-centre> a skg:Site , skg:Place ;
    rdfs:label "Guiana Space Centre"@en .
<id/country/france> a skg:Country , skg:Place ;
    rdfs:label "France"@en ;
    skg:memberStateOf <id/organisation/imbp> .
<id/city/paris> a skg:City , skg:Place ;
    rdfs:label "Paris"@en ;
    skg:locatedIn <id/country/france> .

<id/meeting/2020-02-14-cnes-imbp> a skg:Meeting , skg:Event ;
    rdfs:label "Meeting of CNES and IMBP"@en ;
    skg:date "2020-02-14"^^xsd:date ;
    skg:datePrecision "day" ;
    skg:participant <id/person/jane-doe> , <id/agency/cnes> ;
    skg:place <id/city/paris> ;
    skg:concerns <id/mission/bion-m2> ;
    skg:topic <id/topic/life-sciences> ;
    skg:status "completed" ;
    skg:eventCode "CONSULT" ;
    skg:extractedBy <rule/meeting> ;
    skg:confidence 0.9 ;
    skg:evidence text:0,41 .
<id/visit/2020-01-01-cnes> a skg:Visit , skg:Event ;
    rdfs:label "Visit of CNES"@en ;
    skg:date "2020-01-01"^^xsd:date ;
    skg:endDate "2020-01-03"^^xsd:date ;
    skg:datePrecision "year" ;
    skg:participant <id/agency/cnes> ;
    skg:witness <id/person/jane-doe> ;
    skg:status "planned" ;
    skg:evidence text:0,41 .
<id/launch/2019-12-01-soyuz-csg> a skg:Launch , skg:Event ;
    rdfs:label "Launch of CHEOPS"@en ;
    skg:date "2019-12-01"^^xsd:date ;
    skg:datePrecision "month" ;
    skg:payload <id/mission/cheops> ;
    skg:vehicle <id/launch-vehicle/soyuz-st-a> ;
    skg:site <id/site/guiana-space-centre> ;
    skg:status "completed" ;
    skg:evidence text:0,41 .
<id/agreement-signing/2020-cnes-imbp> a skg:AgreementSigning , skg:Event ;
    rdfs:label "Signing by CNES and IMBP"@en ;
    skg:signs <id/agreement/cnes-imbp> ;
    skg:status "agreed" ;
    skg:evidence text:0,41 .
<id/milestone/seis-delivered> a skg:Milestone , skg:Event ;
    rdfs:label "Delivery of SEIS"@en ;
    skg:concerns <id/payload/seis> ;
    skg:status "underway" ;
    skg:evidence text:0,41 .
<id/agreement/cnes-imbp> a skg:Agreement ;
    rdfs:label "Agreement of CNES and IMBP"@en ;
    skg:party <id/agency/cnes> , <id/country/france> ;
    skg:concerns <id/mission/bion-m2> .
"""

EVIDENCE = """
<release/cnes/pr001-2020/text> a nif:Context ;
    skg:textDigest "0000000000000000000000000000000000000000000000000000000000000000" ;
    skg:mediaType "text/plain" ;
    prov:wasDerivedFrom <release/cnes/pr001-2020> ;
    nif:isString "CNES will take part in the Bion-M2 flight." .
text:0,4 a nif:Phrase ;
    nif:anchorOf "CNES" ;
    nif:beginIndex "0"^^xsd:integer ;
    nif:endIndex "4"^^xsd:integer ;
    nif:referenceContext <release/cnes/pr001-2020/text> ;
    itsrdf:taIdentRef <id/agency/cnes> .
text:0,41 a nif:Phrase ;
    nif:anchorOf "CNES will take part in the Bion-M2 flight" ;
    nif:beginIndex "0"^^xsd:integer ;
    nif:endIndex "41"^^xsd:integer ;
    nif:referenceContext <release/cnes/pr001-2020/text> .
<release/cnes/pr001-2020/claim/c1> a skg:Claim , rdf:Statement ;
    rdf:subject <id/agency/cnes> ;
    rdf:predicate skg:participatesIn ;
    rdf:object <id/mission/bion-m2> ;
    skg:evidence text:0,41 ;
    skg:extractedBy <rule/takes-part> ;
    skg:confidence 0.9 ;
    skg:status "planned" ;
    prov:wasDerivedFrom <release/cnes/pr001-2020> .
"""


def triples(turtle: str) -> frozenset[Triple]:
    """Return the triples of a snippet that uses the prefixes above."""
    # Turtle wants the comma of "text:0,4" escaped.
    text = PREFIXES + re.sub(r"(text:\d+),(\d)", r"\1\\,\2", turtle)
    return frozenset(quad.triple for quad in parse(text, format=RdfFormat.TURTLE))


@cache
def valid() -> frozenset[Triple]:
    """Return a release graph that conforms, with each class and property in it."""
    return triples(FACTS + EVIDENCE)


def broken(minus: str, plus: str) -> frozenset[Triple]:
    """Return the valid graph without the triples `minus` and with the triples `plus`."""
    lost = triples(minus)
    assert lost <= valid(), f"not in the valid graph: {lost - valid()}"
    return (valid() - lost) | triples(plus)
