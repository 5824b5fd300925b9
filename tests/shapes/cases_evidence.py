"""Graphs that break one constraint each of the shapes of evidence."""

from __future__ import annotations

from tests.shapes.case import Case

CASES = (
    Case(
        "evidence",
        "MinCount",
        "Nothing shows this statement",
        minus="<id/meeting/2020-02-14-cnes-imbp> skg:evidence text:0,41 .",
    ),
    Case(
        "evidence",
        "Class",
        "describe that phrase",
        plus="<id/meeting/2020-02-14-cnes-imbp> skg:evidence text:5,9 .",
    ),
    Case(
        "Phrase",
        "Pattern",
        "text#char={begin},{end}",
        plus=(
            '<id/span> a nif:Phrase ; nif:anchorOf "x" ; nif:beginIndex '
            '"0"^^xsd:integer ; nif:endIndex "1"^^xsd:integer ; '
            "nif:referenceContext <release/cnes/pr001-2020/text> ."
        ),
    ),
    Case("anchorOf", "MinCount", "exactly its words", minus='text:0,4 nif:anchorOf "CNES" .'),
    Case("anchorOf", "MaxCount", "exactly its words", plus='text:0,4 nif:anchorOf "ESA" .'),
    Case("anchorOf", "MinLength", "never empty", plus='text:0,4 nif:anchorOf "" .'),
    Case(
        "beginIndex",
        "MinCount",
        "nif:beginIndex once",
        minus='text:0,4 nif:beginIndex "0"^^xsd:integer .',
    ),
    Case(
        "beginIndex",
        "MaxCount",
        "one code point",
        plus='text:0,4 nif:beginIndex "3"^^xsd:integer .',
    ),
    Case(
        "beginIndex",
        "MinInclusive",
        "an integer from 0",
        plus='text:0,4 nif:beginIndex "-1"^^xsd:integer .',
        minus='text:0,4 nif:beginIndex "0"^^xsd:integer .',
    ),
    Case(
        "beginIndex",
        "Datatype",
        "an integer from 0",
        plus='text:0,4 nif:beginIndex "0.5"^^xsd:decimal .',
        minus='text:0,4 nif:beginIndex "0"^^xsd:integer .',
    ),
    Case(
        "endIndex",
        "MinCount",
        "nif:endIndex once",
        minus='text:0,4 nif:endIndex "4"^^xsd:integer .',
    ),
    Case(
        "endIndex",
        "MaxCount",
        "one code point",
        plus='text:0,4 nif:endIndex "3"^^xsd:integer .',
    ),
    Case(
        "endIndex",
        "MinInclusive",
        "an integer from 0",
        plus='text:0,4 nif:endIndex "-1"^^xsd:integer .',
        minus='text:0,4 nif:endIndex "4"^^xsd:integer .',
    ),
    Case(
        "endIndex",
        "Datatype",
        "an integer from 0",
        plus='text:0,4 nif:endIndex "0.5"^^xsd:decimal .',
        minus='text:0,4 nif:endIndex "4"^^xsd:integer .',
    ),
    Case(
        "beginBeforeEnd",
        "LessThan",
        "count nif:endIndex exclusive",
        plus='text:0,4 nif:beginIndex "4"^^xsd:integer .',
        minus='text:0,4 nif:beginIndex "0"^^xsd:integer .',
    ),
    Case(
        "QuoteLength",
        "SPARQL",
        "in code points",
        plus='text:0,4 nif:endIndex "5"^^xsd:integer .',
        minus='text:0,4 nif:endIndex "4"^^xsd:integer .',
    ),
    Case(
        "referenceContext",
        "MinCount",
        "exactly one text",
        minus="text:0,4 nif:referenceContext <release/cnes/pr001-2020/text> .",
    ),
    Case(
        "referenceContext",
        "MaxCount",
        "exactly one text",
        plus="text:0,4 nif:referenceContext <release/cnes/pr002-2020/text> .",
    ),
    Case(
        "referenceContext",
        "Class",
        "nif:Context",
        plus="text:0,4 nif:referenceContext <release/cnes/pr001-2020> .",
    ),
    Case("taIdentRef", "NodeKind", "entity's IRI", plus='text:0,4 itsrdf:taIdentRef "CNES" .'),
    Case("Claim", "Pattern", "{release}/claim/{hash}", plus="<id/claim> a skg:Claim ."),
    Case(
        "typedStatement",
        "HasValue",
        "rdf:Statement",
        minus="<release/cnes/pr001-2020/claim/c1> a rdf:Statement .",
    ),
    Case(
        "subject",
        "MinCount",
        "exactly one subject",
        minus="<release/cnes/pr001-2020/claim/c1> rdf:subject <id/agency/cnes> .",
    ),
    Case(
        "subject",
        "MaxCount",
        "one claim for each statement",
        plus="<release/cnes/pr001-2020/claim/c1> rdf:subject <id/organisation/imbp> .",
    ),
    Case(
        "subject",
        "NodeKind",
        "an IRI",
        plus='<release/cnes/pr001-2020/claim/c1> rdf:subject "CNES" .',
    ),
    Case(
        "predicate",
        "MinCount",
        "exactly one predicate",
        minus="<release/cnes/pr001-2020/claim/c1> rdf:predicate skg:participatesIn .",
    ),
    Case(
        "predicate",
        "MaxCount",
        "exactly one predicate",
        plus="<release/cnes/pr001-2020/claim/c1> rdf:predicate skg:leads .",
    ),
    Case(
        "predicate",
        "Pattern",
        "a property of the ontology",
        plus="<release/cnes/pr001-2020/claim/c1> rdf:predicate <id/likes> .",
    ),
    Case(
        "object",
        "MinCount",
        "exactly one object",
        minus="<release/cnes/pr001-2020/claim/c1> rdf:object <id/mission/bion-m2> .",
    ),
    Case(
        "object",
        "MaxCount",
        "one claim for each statement",
        plus="<release/cnes/pr001-2020/claim/c1> rdf:object <id/mission/cheops> .",
    ),
    Case(
        "claimRule",
        "MinCount",
        "the rule that read it",
        minus="<release/cnes/pr001-2020/claim/c1> skg:extractedBy <rule/takes-part> .",
    ),
    Case(
        "claimConfidence",
        "MinCount",
        "add skg:confidence",
        minus="<release/cnes/pr001-2020/claim/c1> skg:confidence 0.9 .",
    ),
    Case(
        "wasDerivedFrom",
        "MinCount",
        "exactly one release",
        minus=(
            "<release/cnes/pr001-2020/claim/c1> prov:wasDerivedFrom <release/cnes/pr001-2020> ."
        ),
    ),
    Case(
        "wasDerivedFrom",
        "MaxCount",
        "exactly one release",
        plus=("<release/cnes/pr001-2020/claim/c1> prov:wasDerivedFrom <release/cnes/pr002-2020> ."),
    ),
    Case(
        "wasDerivedFrom",
        "Class",
        "at the skg:Release",
        plus=(
            "<release/cnes/pr001-2020/claim/c1> prov:wasDerivedFrom "
            "<id/meeting/2020-02-14-cnes-imbp> ."
        ),
    ),
    Case(
        "extractedBy",
        "NodeKind",
        "not as text",
        plus='<release/cnes/pr001-2020/claim/c1> skg:extractedBy "takes part" .',
    ),
    Case(
        "confidence",
        "MaxCount",
        "one decimal",
        plus="<release/cnes/pr001-2020/claim/c1> skg:confidence 0.8 .",
    ),
    Case(
        "confidence",
        "Datatype",
        "one decimal",
        plus='<release/cnes/pr001-2020/claim/c1> skg:confidence "high" .',
        minus="<release/cnes/pr001-2020/claim/c1> skg:confidence 0.9 .",
    ),
    Case(
        "confidence",
        "MinInclusive",
        "from 0 to 1",
        plus="<release/cnes/pr001-2020/claim/c1> skg:confidence -0.1 .",
        minus="<release/cnes/pr001-2020/claim/c1> skg:confidence 0.9 .",
    ),
    Case(
        "confidence",
        "MaxInclusive",
        "from 0 to 1",
        plus="<release/cnes/pr001-2020/claim/c1> skg:confidence 1.5 .",
        minus="<release/cnes/pr001-2020/claim/c1> skg:confidence 0.9 .",
    ),
)
