"""Graphs that break one constraint each of the shapes of entities and posts."""

from __future__ import annotations

from tests.shapes.case import Case

CASES = (
    Case(
        "label", "MinCount", "needs a label", minus='<id/organisation/imbp> rdfs:label "IMBP"@en .'
    ),
    Case("label", "Datatype", "language tag", plus='<id/organisation/imbp> rdfs:label "IBMP" .'),
    Case("label", "MinLength", "needs a label", plus='<id/organisation/imbp> rdfs:label ""@fr .'),
    Case(
        "labelLanguages",
        "UniqueLang",
        "make the others skos:altLabel",
        plus='<id/organisation/imbp> rdfs:label "IBMP"@en .',
    ),
    Case(
        "altLabel", "Datatype", "language tag", plus='<id/organisation/imbp> skos:altLabel "IBMP" .'
    ),
    Case(
        "altLabel", "MinLength", "language tag", plus='<id/organisation/imbp> skos:altLabel ""@en .'
    ),
    Case(
        "mentionedLabel",
        "MinCount",
        "does not describe it",
        plus="text:0,4 itsrdf:taIdentRef <id/mission/mars-500> .",
    ),
    Case(
        "Actor",
        "Pattern",
        "{base}id/person/{slug}",
        plus='<id/club/rosetta> a skg:Actor ; rdfs:label "Rosetta"@en .',
    ),
    Case(
        "Person", "Pattern", "{base}id/person/{slug}", plus="<id/organisation/imbp> a skg:Person ."
    ),
    Case(
        "PersonIsNoOrganisation",
        "Not",
        "no organisation",
        plus="<id/person/jane-doe> a skg:Organisation .",
    ),
    Case(
        "phone", "NodeKind", "<tel:", plus='<id/person/jane-doe> foaf:phone "+33 1 00 00 00 00" .'
    ),
    Case(
        "phone",
        "Pattern",
        "<tel:",
        plus="<id/person/jane-doe> foaf:phone <https://example.org/phone> .",
    ),
    Case(
        "mbox",
        "NodeKind",
        "<mailto:",
        plus='<id/person/jane-doe> foaf:mbox "jane.doe@example.org" .',
    ),
    Case("mbox", "Pattern", "<mailto:", plus="<id/person/jane-doe> foaf:mbox <mailto:jane.doe> ."),
    Case(
        "Organisation",
        "Pattern",
        "{base}id/organisation/{slug}",
        plus="<id/programme/copernicus> a skg:Organisation .",
    ),
    Case(
        "Agency", "Pattern", "{base}id/agency/{slug}", plus="<id/organisation/imbp> a skg:Agency ."
    ),
    Case(
        "typedActor",
        "HasValue",
        "add the type skg:Actor",
        minus="<id/organisation/imbp> a skg:Actor .",
    ),
    Case(
        "typedOrganisation",
        "HasValue",
        "add the type skg:Organisation",
        minus="<id/agency/cnes> a skg:Organisation .",
    ),
    Case(
        "Endeavour",
        "Pattern",
        "{base}id/mission/{slug}",
        plus='<id/event/flight> a skg:Endeavour ; rdfs:label "Flight"@en .',
    ),
    Case(
        "Mission",
        "Pattern",
        "{base}id/mission/{slug}",
        plus="<id/programme/copernicus> a skg:Mission .",
    ),
    Case(
        "Payload", "Pattern", "{base}id/payload/{slug}", plus="<id/mission/bion-m2> a skg:Payload ."
    ),
    Case(
        "Programme",
        "Pattern",
        "{base}id/programme/{slug}",
        plus="<id/mission/bion-m2> a skg:Programme .",
    ),
    Case(
        "typedEndeavour",
        "HasValue",
        "add the type skg:Endeavour",
        minus="<id/payload/seis> a skg:Endeavour .",
    ),
    Case(
        "MissionIsNoOtherEndeavour",
        "Not",
        "neither a payload nor a programme",
        plus="<id/mission/bion-m2> a skg:Programme .",
    ),
    Case("PayloadIsNoProgramme", "Not", "no programme", plus="<id/payload/seis> a skg:Programme ."),
    Case(
        "LaunchVehicle",
        "Pattern",
        "{base}id/launch-vehicle/{slug}",
        plus="<id/mission/bion-m2> a skg:LaunchVehicle .",
    ),
    Case(
        "LaunchVehicleIsNoEndeavour",
        "Not",
        "an IRI of its own",
        plus="<id/launch-vehicle/soyuz> a skg:Endeavour .",
    ),
    Case(
        "Place",
        "Pattern",
        "{base}id/site/{slug}",
        plus='<id/region/kourou> a skg:Place ; rdfs:label "Kourou"@en .',
    ),
    Case("Site", "Pattern", "{base}id/site/{slug}", plus="<id/city/paris> a skg:Site ."),
    Case("Country", "Pattern", "{base}id/country/{slug}", plus="<id/city/paris> a skg:Country ."),
    Case("City", "Pattern", "{base}id/city/{slug}", plus="<id/country/france> a skg:City ."),
    Case(
        "typedPlace",
        "HasValue",
        "add the type skg:Place",
        minus="<id/site/guiana-space-centre> a skg:Place .",
    ),
    Case(
        "PlaceIsNoActor",
        "Not",
        "as an organisation of its own",
        plus="<id/country/france> a skg:Actor .",
    ),
    Case(
        "Membership",
        "NodeKind",
        "not by a blank node",
        plus=(
            '[] a org:Membership ; org:member <id/person/jane-doe> ; skg:title "Head"@en '
            "; skg:evidence text:0,41 ."
        ),
    ),
    Case(
        "member",
        "MinCount",
        "exactly one person",
        minus="<release/cnes/pr001-2020/post/jane-doe-head> org:member <id/person/jane-doe> .",
    ),
    Case(
        "member",
        "MaxCount",
        "exactly one person",
        plus=(
            "<release/cnes/pr001-2020/post/jane-doe-head> org:member <id/person/john-doe>"
            ' . <id/person/john-doe> a skg:Person , skg:Actor ; rdfs:label "John Doe"@en '
            "."
        ),
    ),
    Case(
        "member",
        "Class",
        "one skg:Person",
        plus="<release/cnes/pr001-2020/post/jane-doe-head> org:member <id/organisation/imbp> .",
        minus="<release/cnes/pr001-2020/post/jane-doe-head> org:member <id/person/jane-doe> .",
    ),
    Case(
        "organization",
        "MaxCount",
        "make two posts of two",
        plus=(
            "<release/cnes/pr001-2020/post/jane-doe-head> org:organization <id/organisation/imbp> ."
        ),
    ),
    Case(
        "organization",
        "Class",
        "one skg:Organisation",
        plus=(
            "<release/cnes/pr001-2020/post/jane-doe-head> org:organization <id/country/france> ."
        ),
        minus="<release/cnes/pr001-2020/post/jane-doe-head> org:organization <id/agency/cnes> .",
    ),
    Case(
        "title",
        "MinCount",
        "needs its title",
        minus='<release/cnes/pr001-2020/post/jane-doe-head> skg:title "Head of press"@en .',
    ),
    Case(
        "title",
        "Datatype",
        "language tag",
        plus='<release/cnes/pr001-2020/post/jane-doe-head> skg:title "Head" .',
    ),
    Case(
        "title",
        "MinLength",
        "needs its title",
        plus='<release/cnes/pr001-2020/post/jane-doe-head> skg:title ""@en .',
    ),
    Case(
        "asOf",
        "MaxCount",
        "one day",
        plus='<release/cnes/pr001-2020/post/jane-doe-head> skg:asOf "2020-02-18"^^xsd:date .',
    ),
    Case(
        "asOf",
        "Datatype",
        "xsd:date",
        plus='<release/cnes/pr001-2020/post/jane-doe-head> skg:asOf "2020-02" .',
        minus='<release/cnes/pr001-2020/post/jane-doe-head> skg:asOf "2020-02-17"^^xsd:date .',
    ),
)
