"""Graphs that break one constraint each of the shapes of events."""

from __future__ import annotations

from tests.shapes.case import Case

CASES = (
    Case(
        "Event",
        "Pattern",
        "{natural key}",
        plus=(
            '<id/dance/2020> a skg:Event ; rdfs:label "Dance"@en ; skg:status "planned" ;'
            " skg:evidence text:0,41 ."
        ),
    ),
    Case(
        "status",
        "MinCount",
        "Exactly one status",
        minus='<id/meeting/2020-02-14-cnes-imbp> skg:status "completed" .',
    ),
    Case(
        "status",
        "MaxCount",
        "Exactly one status",
        plus='<id/meeting/2020-02-14-cnes-imbp> skg:status "planned" .',
    ),
    Case(
        "status",
        "In",
        '"underway"',
        plus='<id/meeting/2020-02-14-cnes-imbp> skg:status "perhaps" .',
        minus='<id/meeting/2020-02-14-cnes-imbp> skg:status "completed" .',
    ),
    Case(
        "eventCode",
        "MaxCount",
        "one PLOVER code",
        plus='<id/meeting/2020-02-14-cnes-imbp> skg:eventCode "AGREE" .',
    ),
    Case(
        "eventCode", "In", '"COOPERATE"', plus='<id/visit/2020-01-01-cnes> skg:eventCode "FIGHT" .'
    ),
    Case(
        "date",
        "MaxCount",
        "one day",
        plus='<id/meeting/2020-02-14-cnes-imbp> skg:date "2020-02-15"^^xsd:date .',
    ),
    Case(
        "date",
        "Datatype",
        "exists in the calendar",
        plus='<id/meeting/2020-02-14-cnes-imbp> skg:date "2020-02-30"^^xsd:date .',
        minus='<id/meeting/2020-02-14-cnes-imbp> skg:date "2020-02-14"^^xsd:date .',
    ),
    Case(
        "datePrecision",
        "MaxCount",
        "the day, month or year",
        plus='<id/visit/2020-01-01-cnes> skg:datePrecision "day" .',
    ),
    Case(
        "datePrecision",
        "In",
        '"month"',
        plus='<id/meeting/2020-02-14-cnes-imbp> skg:datePrecision "hour" .',
        minus='<id/meeting/2020-02-14-cnes-imbp> skg:datePrecision "day" .',
    ),
    Case(
        "endDate",
        "MaxCount",
        "ends once",
        plus='<id/visit/2020-01-01-cnes> skg:endDate "2020-01-04"^^xsd:date .',
    ),
    Case(
        "endDate",
        "Datatype",
        "exists in the calendar",
        plus='<id/visit/2020-01-01-cnes> skg:endDate "2020-01-32"^^xsd:date .',
        minus='<id/visit/2020-01-01-cnes> skg:endDate "2020-01-03"^^xsd:date .',
    ),
    Case(
        "Dated",
        "Class",
        "for a release say dcterms:issued",
        plus=(
            '<release/cnes/pr001-2020> skg:date "2020-02-17"^^xsd:date ; skg:datePrecision "day" .'
        ),
    ),
    Case(
        "precisionOfDate",
        "MinCount",
        "add skg:datePrecision",
        minus='<id/meeting/2020-02-14-cnes-imbp> skg:datePrecision "day" .',
    ),
    Case(
        "dateOfPrecision",
        "MinCount",
        "add skg:date",
        minus='<id/meeting/2020-02-14-cnes-imbp> skg:date "2020-02-14"^^xsd:date .',
    ),
    Case(
        "MonthStartsOnItsFirst",
        "Or",
        "end skg:date in -01,",
        plus='<id/meeting/2020-02-14-cnes-imbp> skg:datePrecision "month" .',
        minus='<id/meeting/2020-02-14-cnes-imbp> skg:datePrecision "day" .',
    ),
    Case(
        "YearStartsOnItsFirst",
        "Or",
        "end skg:date in -01-01",
        plus='<id/meeting/2020-02-14-cnes-imbp> skg:datePrecision "year" .',
        minus='<id/meeting/2020-02-14-cnes-imbp> skg:datePrecision "day" .',
    ),
    Case(
        "startOfEnd",
        "MinCount",
        "needs a start",
        minus='<id/visit/2020-01-01-cnes> skg:date "2020-01-01"^^xsd:date .',
    ),
    Case(
        "startBeforeEnd",
        "LessThanOrEquals",
        "ends before it starts",
        plus='<id/visit/2020-01-01-cnes> skg:endDate "2019-12-31"^^xsd:date .',
        minus='<id/visit/2020-01-01-cnes> skg:endDate "2020-01-03"^^xsd:date .',
    ),
    Case(
        "Meeting",
        "Pattern",
        "{base}id/meeting/{natural key}",
        plus="<id/milestone/seis-delivered> a skg:Meeting .",
    ),
    Case(
        "meetingParticipant",
        "MinCount",
        "Nobody meets",
        minus=(
            "<id/meeting/2020-02-14-cnes-imbp> skg:participant <id/person/jane-doe> , "
            "<id/agency/cnes> ."
        ),
    ),
    Case(
        "Visit",
        "Pattern",
        "{base}id/visit/{natural key}",
        plus="<id/meeting/2020-02-14-cnes-imbp> a skg:Visit .",
    ),
    Case(
        "Launch",
        "Pattern",
        "{base}id/launch/{natural key}",
        plus="<id/milestone/seis-delivered> a skg:Launch .",
    ),
    Case(
        "oneVehicle",
        "MaxCount",
        "one vehicle",
        plus="<id/launch/2019-12-01-soyuz-csg> skg:vehicle <id/launch-vehicle/soyuz> .",
    ),
    Case(
        "oneSite",
        "MaxCount",
        "one site",
        plus=(
            "<id/launch/2019-12-01-soyuz-csg> skg:site <id/site/vostochny> . "
            '<id/site/vostochny> a skg:Site , skg:Place ; rdfs:label "Vostochny"@en .'
        ),
    ),
    Case(
        "AgreementSigning",
        "Pattern",
        "{base}id/agreement-signing/",
        plus="<id/meeting/2020-02-14-cnes-imbp> a skg:AgreementSigning .",
    ),
    Case(
        "Milestone",
        "Pattern",
        "{base}id/milestone/",
        plus="<id/meeting/2020-02-14-cnes-imbp> a skg:Milestone .",
    ),
    Case(
        "milestoneConcerns",
        "MinCount",
        "add skg:concerns",
        minus="<id/milestone/seis-delivered> skg:concerns <id/payload/seis> .",
    ),
    Case(
        "typedEvent",
        "HasValue",
        "add the type skg:Event",
        minus="<id/launch/2019-12-01-soyuz-csg> a skg:Event .",
    ),
    Case(
        "EventIsNoEndeavour",
        "Not",
        "with skg:concerns or skg:payload",
        plus="<id/launch/2019-12-01-soyuz-csg> a skg:Endeavour .",
    ),
    Case(
        "Agreement",
        "Pattern",
        "{base}id/agreement/",
        plus='<id/treaty/moon> a skg:Agreement ; rdfs:label "Moon"@en .',
    ),
)
