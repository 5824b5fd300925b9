"""A report is the same from each engine, points at the sentence, and reads in three forms."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection

import pytest
import rdflib
from pyoxigraph import Triple
from rdflib import RDF
from rdflib import SH as SHACL

from kg import shapes
from kg.errors import NotConformingError, UnknownNameError, UsageError
from kg.model import Span
from kg.shapes import engines, reference
from tests.shapes.graphs import broken, triples, valid

SENTENCE = "CNES will take part in the Bion-M2 flight"
MEETING = "https://w3id.org/spacekg/id/meeting/2020-02-14-cnes-imbp"
BAD_STATUS = broken(
    '<id/meeting/2020-02-14-cnes-imbp> skg:status "completed" .',
    '<id/meeting/2020-02-14-cnes-imbp> skg:status "maybe" .',
)
NOBODY = broken(
    "<id/meeting/2020-02-14-cnes-imbp> skg:participant <id/agency/cnes> , <id/person/jane-doe> .",
    "",
)


def _only(graph: frozenset[Triple], engine: str = "pyshacl") -> shapes.Finding:
    (finding,) = shapes.validate(graph, engine).findings
    return finding


def test_event_points_at_its_evidence() -> None:
    finding = _only(BAD_STATUS)
    assert finding.result.focus.value == MEETING
    assert (finding.span, finding.quote) == (Span(0, 41), SENTENCE)


def test_fact_points_at_its_claim_before_the_mention() -> None:
    graph = broken(
        "<release/cnes/pr001-2020/claim/c1> rdf:object <id/mission/bion-m2> .",
        "<release/cnes/pr001-2020/claim/c1> rdf:object <id/country/france> . "
        "<id/agency/cnes> skg:participatesIn <id/country/france> .",
    )
    assert _only(graph).quote == SENTENCE


def test_a_span_that_was_counted_in_bytes_is_shown() -> None:
    long = (
        'text:42,46 a nif:Phrase ; nif:anchorOf "ÉTÉ" ; itsrdf:taIdentRef <id/agency/cnes> ; '
        'nif:beginIndex "42"^^xsd:integer ; nif:endIndex "47"^^xsd:integer ; '
        "nif:referenceContext <release/cnes/pr001-2020/text> ."
    )
    for engine in ("pyshacl", "shacl"):
        finding = _only(broken("", long), engine)
        assert "not in bytes" in finding.message
        assert (finding.span, finding.quote) == (Span(42, 47), "ÉTÉ")


def test_entity_points_at_its_first_mention() -> None:
    again = (
        'text:5,9 a nif:Phrase ; nif:anchorOf "Cnes" ; itsrdf:taIdentRef <id/agency/cnes> ; '
        'nif:beginIndex "5"^^xsd:integer ; nif:endIndex "9"^^xsd:integer ; '
        "nif:referenceContext <release/cnes/pr001-2020/text> ."
    )
    finding = _only(broken("", '<id/agency/cnes> rdfs:label "C.N.E.S."@en . ' + again))
    assert (finding.span, finding.quote) == (Span(0, 4), "CNES")


def test_subject_of_a_claim_that_nothing_mentions_points_at_the_claim() -> None:
    graph = broken(
        "text:0,4 itsrdf:taIdentRef <id/agency/cnes> .",
        '<id/agency/cnes> rdfs:label "C.N.E.S."@en .',
    )
    assert _only(graph).quote == SENTENCE


def test_span_points_at_itself() -> None:
    graph = broken("text:0,4 nif:referenceContext <release/cnes/pr001-2020/text> .", "")
    assert _only(graph).quote == "CNES"


def test_release_points_nowhere() -> None:
    finding = _only(broken("", '<release/cnes/pr001-2020> dcterms:identifier "PR002" .'))
    assert (finding.span, finding.quote) == (None, None)


def test_warning_is_told_and_conforms() -> None:
    report = shapes.validate(NOBODY)
    assert report.conforms
    assert [finding.result.severity for finding in report.findings] == ["Warning"]
    assert report.text().startswith("Conforms, with 1 warning.\n")


def test_violations_come_before_warnings_and_in_order() -> None:
    graph = (NOBODY & BAD_STATUS) | triples('<id/organisation/imbp> rdfs:label "" .')
    found = shapes.validate(graph).findings
    assert [f.result.severity for f in found] == ["Violation"] * 3 + ["Warning"]
    assert found == shapes.validate(sorted(graph, key=str, reverse=True)).findings


def test_text_names_the_thing_the_value_the_remedy_and_the_words() -> None:
    assert shapes.validate(BAD_STATUS).text() == (
        "Does not conform: 1 violation.\n\n"
        f"VIOLATION {MEETING}\n"
        '  skg:status "maybe"\n'
        '  Exactly one status is needed: set skg:status to "discussed", "planned", "agreed", '
        '"underway", "completed" or "ended".\n'
        f'  text 0-41: "{SENTENCE}"\n'
    )


def test_text_shortens_names_of_known_vocabularies() -> None:
    graph = broken("", "<id/agency/cnes> skg:participatesIn <id/country/france> .")
    text = shapes.validate(graph).text()
    assert "skg:participatesIn <https://w3id.org/spacekg/id/country/france>" in text


def test_good_graph_reads_as_one_word() -> None:
    assert shapes.validate(valid()).text() == "Conforms.\n"


def test_json_holds_plain_values() -> None:
    (record,) = json.loads(json.dumps(shapes.to_json(shapes.validate(BAD_STATUS))))
    assert record == {
        "severity": "Violation",
        "focus": MEETING,
        "path": "https://w3id.org/spacekg/ontology#status",
        "value": "maybe",
        "message": _only(BAD_STATUS).message,
        "shape": "https://w3id.org/spacekg/shapes#status",
        "component": "InConstraintComponent",
        "begin": 0,
        "end": 41,
        "quote": SENTENCE,
    }


def test_json_of_a_thing_without_words_says_null() -> None:
    graph = broken('<release/cnes/pr001-2020> dcterms:title "A meeting in Moscow"@en .', "")
    (record,) = shapes.to_json(shapes.validate(graph))
    assert [record[key] for key in ("value", "begin", "end", "quote")] == [None] * 4


def test_turtle_is_a_validation_report_with_the_span() -> None:
    text = shapes.to_turtle(shapes.validate(BAD_STATUS))
    graph = rdflib.Graph().parse(data=text, format="turtle")
    (report,) = graph.subjects(RDF.type, SHACL.ValidationReport)
    assert graph.value(report, SHACL.conforms) == rdflib.Literal(lexical_or_value=False)
    (result,) = graph.objects(report, SHACL.result)
    assert str(graph.value(result, SHACL.focusNode)) == MEETING
    assert str(graph.value(result, SHACL.value)) == "maybe"
    words = rdflib.URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf")
    assert str(graph.value(result, words)) == SENTENCE


def test_turtle_of_a_node_constraint_has_no_path() -> None:
    graph = broken("", "<id/person/jane-doe> a skg:Organisation .")
    text = shapes.to_turtle(shapes.validate(graph))
    assert "sh:sourceShape shape:PersonIsNoOrganisation" in text
    assert text == shapes.to_turtle(shapes.validate(graph, "shacl"))


@pytest.mark.parametrize("literal", ['"high"^^xsd:decimal', '"high"', '"2020-02-30"^^xsd:date'])
def test_ill_typed_value_is_a_finding_and_says_nothing_on_stderr(
    literal: str, capfd: pytest.CaptureFixture[str]
) -> None:
    graph = broken("", f"<id/meeting/2020-02-14-cnes-imbp> skg:confidence {literal} .")
    results = {finding.result for finding in shapes.validate(graph, "pyshacl").findings}
    assert results == {finding.result for finding in shapes.validate(graph, "shacl").findings}
    assert "DatatypeConstraintComponent" in {result.component for result in results}
    assert capfd.readouterr() == ("", "")


def test_ill_typed_date_compares_with_nothing() -> None:
    graph = broken(
        '<id/visit/2020-01-01-cnes> skg:endDate "2020-01-03"^^xsd:date .',
        '<id/visit/2020-01-01-cnes> skg:endDate "2020-02-30"^^xsd:date .',
    )
    report = shapes.validate(graph, "pyshacl")
    assert report == shapes.validate(graph, "shacl")
    shape_names = [f.result.shape.removeprefix(shapes.SHAPE) for f in report.findings]
    assert shape_names == ["startBeforeEnd", "endDate"]


def test_what_no_engine_can_compare_is_an_error_with_a_remedy() -> None:
    graph = broken("", "<id/visit/2020-01-01-cnes> skg:endDate [] .")
    with pytest.raises(NotConformingError, match="cannot be judged") as caught:
        shapes.validate(graph, "pyshacl")
    assert "as a literal" in caught.value.remedy


def test_unknown_engine_is_told_with_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="auto, pyshacl, shacl"):
        shapes.validate(valid(), "topbraid")


@pytest.fixture
def no_fast_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shacl", None)
    monkeypatch.setattr(engines, "has_fast_engine", lambda: False)


@pytest.mark.usefixtures("no_fast_engine")
def test_auto_does_without_the_fast_engine() -> None:
    assert shapes.validate(valid()).conforms
    assert not shapes.validate(BAD_STATUS).conforms


@pytest.mark.usefixtures("no_fast_engine")
def test_fast_engine_that_is_not_installed_is_told_with_the_remedy() -> None:
    with pytest.raises(UsageError, match="not installed") as caught:
        shapes.validate(valid(), "shacl")
    assert "spacekg[fast]" in caught.value.remedy


def test_auto_asks_the_referee_about_rejects_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def referee(graph: object) -> frozenset[shapes.Result]:
        asked.append(1)
        return frozenset()

    monkeypatch.setattr(engines, "pyshacl", referee)
    assert shapes.validate(valid()).conforms
    assert not asked
    assert shapes.validate(NOBODY).findings
    assert not asked
    assert shapes.validate(BAD_STATUS).conforms
    assert asked == [1]


def test_shapes_are_parsed_once() -> None:
    shapes.validate(valid(), "pyshacl")
    before = reference._parsed.cache_info().misses
    shapes.validate(valid(), "pyshacl")
    assert reference._parsed.cache_info().misses == before


def test_the_reference_engine_judges_a_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[int] = []

    def reference(graph: Collection[Triple]) -> frozenset[shapes.Result]:
        judged.append(len(graph))
        return frozenset()

    monkeypatch.setattr(engines, "pyshacl", reference)
    monkeypatch.setattr(engines, "SAMPLE", 1)
    assert shapes.referee(valid()) == frozenset()
    assert judged == [len(valid())]
    monkeypatch.setattr(engines, "SAMPLE", 1 << 40)
    shapes.referee(valid())
    assert len(judged) == 1
