"""Graphs that break one constraint each of the shapes of releases."""

from __future__ import annotations

from tests.shapes.case import Case

CASES = (
    Case(
        "Release",
        "Pattern",
        "{base}release/{publisher}/{key}",
        plus=(
            "<id/release/x> a skg:Release ; dcterms:publisher <id/agency/cnes> ; "
            'dcterms:language "en" ; dcterms:title "X"@en ; dcterms:issued '
            '"2020-02-17"^^xsd:date .'
        ),
    ),
    Case(
        "releaseTitle",
        "MaxCount",
        "one title",
        plus='<release/cnes/pr001-2020> dcterms:title "Another"@en .',
    ),
    Case(
        "releaseTitle",
        "Datatype",
        "tagged with its language",
        plus='<release/cnes/pr001-2020> dcterms:title "Another" .',
    ),
    Case(
        "releaseTitle",
        "MinLength",
        "one title",
        plus='<release/cnes/pr001-2020> dcterms:title ""@en .',
    ),
    Case(
        "releaseTitlePresent",
        "MinCount",
        "no title",
        minus='<release/cnes/pr001-2020> dcterms:title "A meeting in Moscow"@en .',
    ),
    Case(
        "issued",
        "MaxCount",
        "one day",
        plus='<release/cnes/pr001-2020> dcterms:issued "2020-02-18"^^xsd:date .',
    ),
    Case(
        "issued",
        "Datatype",
        "exists in the calendar",
        plus='<release/cnes/pr001-2020> dcterms:issued "2020-17-02"^^xsd:date .',
        minus='<release/cnes/pr001-2020> dcterms:issued "2020-02-17"^^xsd:date .',
    ),
    Case(
        "issuedPresent",
        "MinCount",
        "--issued",
        minus='<release/cnes/pr001-2020> dcterms:issued "2020-02-17"^^xsd:date .',
    ),
    Case(
        "publisherPresent",
        "MinCount",
        "--publisher",
        minus="<release/cnes/pr001-2020> dcterms:publisher <id/agency/cnes> .",
    ),
    Case(
        "publisher",
        "MaxCount",
        "one publisher",
        plus="<release/cnes/pr001-2020> dcterms:publisher <id/organisation/imbp> .",
    ),
    Case(
        "publisher",
        "Class",
        "one skg:Organisation",
        plus="<release/cnes/pr001-2020> dcterms:publisher <id/person/jane-doe> .",
        minus="<release/cnes/pr001-2020> dcterms:publisher <id/agency/cnes> .",
    ),
    Case(
        "identifier",
        "MaxCount",
        "one number",
        plus='<release/cnes/pr001-2020> dcterms:identifier "PR002-2020" .',
    ),
    Case(
        "identifier",
        "NodeKind",
        "as its publisher writes it",
        plus="<release/cnes/pr001-2020> dcterms:identifier <id/x> .",
    ),
    Case(
        "identifier",
        "MinLength",
        "one number",
        plus='<release/cnes/pr001-2020> dcterms:identifier "" .',
    ),
    Case(
        "language", "MinCount", "--lang", minus='<release/cnes/pr001-2020> dcterms:language "en" .'
    ),
    Case(
        "language",
        "MaxCount",
        "two releases of a bilingual text",
        plus='<release/cnes/pr001-2020> dcterms:language "fr" .',
    ),
    Case("source", "MinLength", "not empty", plus='<release/cnes/pr001-2020> dcterms:source "" .'),
    Case(
        "mediaType",
        "MaxCount",
        "media type",
        plus='<release/cnes/pr001-2020/text> skg:mediaType "text/html" .',
    ),
    Case(
        "mediaType",
        "Pattern",
        "two parts",
        plus='<release/cnes/pr001-2020/text> skg:mediaType "html" .',
    ),
    Case(
        "sourceText",
        "MaxCount",
        "one text",
        plus="<release/cnes/pr001-2020> skg:sourceText <release/cnes/pr002-2020/text> .",
    ),
    Case(
        "sourceText",
        "Class",
        "nif:Context",
        plus="<release/cnes/pr001-2020> skg:sourceText <id/meeting/2020-02-14-cnes-imbp> .",
    ),
    Case(
        "Context",
        "Pattern",
        "its release and /text",
        plus=(
            "<id/text> a nif:Context ; skg:textDigest "
            '"0000000000000000000000000000000000000000000000000000000000000000" .'
        ),
    ),
    Case(
        "textDigest",
        "MinCount",
        "SHA-256",
        minus=(
            "<release/cnes/pr001-2020/text> skg:textDigest "
            '"0000000000000000000000000000000000000000000000000000000000000000" .'
        ),
    ),
    Case(
        "textDigest",
        "MaxCount",
        "SHA-256",
        plus=(
            "<release/cnes/pr001-2020/text> skg:textDigest "
            '"1111111111111111111111111111111111111111111111111111111111111111" .'
        ),
    ),
    Case(
        "textDigest",
        "Pattern",
        "hexadecimal",
        plus='<release/cnes/pr001-2020/text> skg:textDigest "d41d8cd9" .',
    ),
    Case(
        "isString",
        "MaxCount",
        "kept once",
        plus='<release/cnes/pr001-2020/text> nif:isString "Another text." .',
    ),
    Case(
        "isString",
        "NodeKind",
        "as a literal",
        plus="<release/cnes/pr001-2020/text> nif:isString <id/meeting/2020-02-14-cnes-imbp> .",
    ),
    Case(
        "releaseShown",
        "MinCount",
        "send its evidence with its facts",
        plus=(
            "<release/cnes/pr002-2020> a skg:Release ; dcterms:publisher <id/agency/cnes> ; "
            'dcterms:language "en" ; dcterms:title "X"@en ; dcterms:issued "2020-02-17"^^xsd:date .'
        ),
    ),
)
