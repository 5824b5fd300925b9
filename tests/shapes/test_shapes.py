"""The shapes admit a good release, and each of their constraints catches what it is there for."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest
import rdflib
from pyoxigraph import BlankNode, Triple
from rdflib import RDF
from rdflib import SH as SHACL

from kg import resources, shapes
from kg.vocab import EVENT_CODES, NIF, SKG, STATUSES, TOPICS
from tests.shapes import (
    cases_entities,
    cases_events,
    cases_evidence,
    cases_relations,
    cases_releases,
)
from tests.shapes.case import Case
from tests.shapes.graphs import broken, triples, valid

ENGINES = ["pyshacl", "shacl"]
CASES: tuple[Case, ...] = (
    *cases_entities.CASES,
    *cases_relations.CASES,
    *cases_events.CASES,
    *cases_releases.CASES,
    *cases_evidence.CASES,
)
# Parameters of SHACL that qualify a shape and constrain nothing.
QUIET = {"path", "property", "message", "severity", "targetClass"} | {
    "targetSubjectsOf",
    "targetObjectsOf",
}


def _shapes() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in resources.files("shapes", ".ttl"):
        graph.parse(path)
    return graph


SHAPES = _shapes()


def _name(node: object) -> str:
    return str(node).removeprefix(shapes.SHAPE)


def _constraints() -> set[tuple[str, str]]:
    """Return each constraint of each named shape, as (shape, component)."""
    return {
        (_name(shape), "SPARQL" if name == "sparql" else name[0].upper() + name[1:])
        for shape in _named()
        for name in (str(p).removeprefix(shapes.SH) for p in SHAPES.predicates(shape))
        if name not in QUIET and not name.startswith("http")
    }


def _named() -> set[rdflib.URIRef]:
    kinds = (SHACL.NodeShape, SHACL.PropertyShape)
    found = chain.from_iterable(SHAPES.subjects(RDF.type, kind) for kind in kinds)
    return {shape for shape in found if isinstance(shape, rdflib.URIRef)}


@pytest.mark.parametrize("engine", ENGINES)
def test_good_release_conforms_without_a_warning(engine: str) -> None:
    assert shapes.validate(valid(), engine) == shapes.Report(conforms=True, findings=())


def test_each_constraint_has_a_broken_case() -> None:
    assert {(case.shape, case.component) for case in CASES} == _constraints()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.shape}-{case.component}")
def test_broken_graph_is_found_by_both_engines(case: Case) -> None:
    graph = broken(case.minus, case.plus)
    report = shapes.validate(graph, "pyshacl")
    found = [
        finding
        for finding in report.findings
        if _name(finding.result.shape) == case.shape
        and finding.result.component == f"{case.component}ConstraintComponent"
    ]
    assert found, report.text()
    assert case.words in found[0].message
    assert _comparable(shapes.validate(graph, "shacl")) == _comparable(report)


def _comparable(report: shapes.Report) -> list[str]:
    """Return the findings but for blank nodes, to which each engine gives labels as it likes."""
    return sorted(
        str(replace(finding, result=_unlabelled(finding.result), span=None, quote=None))
        if isinstance(finding.result.focus, BlankNode)
        else str(finding)
        for finding in report.findings
    )


def _unlabelled(result: shapes.Result) -> shapes.Result:
    value = None if isinstance(result.value, BlankNode) else result.value
    return replace(result, focus=BlankNode("b"), value=value)


def test_each_named_shape_says_what_to_do() -> None:
    constrained = {shape for shape, _ in _constraints()}
    messages = {_name(s): list(SHAPES.objects(s, SHACL.message)) for s in _named()}
    for shape in constrained:
        (message,) = messages[shape]
        assert isinstance(message, rdflib.Literal)
        assert message.language == "en"
        problem, _, remedy = str(message).partition(": ")
        assert problem, shape
        assert remedy.endswith("."), shape


def test_messages_are_each_said_once() -> None:
    messages = [str(o) for o in SHAPES.objects(None, SHACL.message)]
    assert len(messages) == len(set(messages))


def test_each_class_of_a_release_has_a_shape() -> None:
    targets = {str(o).removeprefix(SKG.iri) for o in SHAPES.objects(None, SHACL.targetClass)}
    classes = {term for term in SKG.terms if term[0].isupper()}
    # Topics and statuses are defined elsewhere: releases only point at them.
    assert classes - targets == {"Topic", "Status"}


def test_shapes_use_terms_of_the_vocabulary_only() -> None:
    used = {
        str(node).removeprefix(SKG.iri)
        for triple in SHAPES
        for node in triple
        if str(node).startswith(SKG.iri)
    }
    assert used <= SKG.terms


def test_sparql_is_asked_only_where_the_core_has_no_word() -> None:
    """The reference engine asks it anew of each node, which takes long: so of the text, not of each span."""
    (shape,) = SHAPES.subjects(SHACL.sparql)
    assert _name(shape) == "QuoteLength"
    assert list(SHAPES.objects(shape, SHACL.targetClass)) == [rdflib.URIRef(NIF.Context)]


def _values(shape: str) -> list[str]:
    (head,) = SHAPES.objects(rdflib.URIRef(shapes.SHAPE + shape), SHACL["in"])
    return [str(value) for value in rdflib.collection.Collection(SHAPES, head)]


def test_closed_lists_are_those_of_the_vocabulary() -> None:
    assert _values("status") == list(STATUSES)
    assert _values("eventCode") == list(EVENT_CODES)
    (pattern,) = SHAPES.objects(rdflib.URIRef(shapes.SHAPE + "topicValue"), SHACL.pattern)
    assert str(pattern) == rf"/id/topic/({'|'.join(TOPICS)})$"


SPARSE = {
    "launch without date, vehicle and site": (
        '<id/launch/cheops> a skg:Launch , skg:Event ; rdfs:label "Launch of CHEOPS"@en ; '
        'skg:status "planned" ; skg:payload <id/mission/cheops> ; skg:evidence text:0,41 .'
    ),
    "meeting without date": (
        '<id/meeting/cnes-imbp> a skg:Meeting , skg:Event ; rdfs:label "Meeting"@en ; '
        'skg:status "discussed" ; skg:participant <id/agency/cnes> ; skg:evidence text:0,41 .'
    ),
    "signing without agreement": (
        "<id/agreement-signing/cnes> a skg:AgreementSigning , skg:Event ; "
        'rdfs:label "Signing"@fr ; skg:status "completed" ; skg:evidence text:0,41 .'
    ),
    "post without organisation and day": (
        '<release/cnes/pr001-2020/post/x> a org:Membership ; skg:title "Astronaut"@en ; '
        "org:member <id/person/jane-doe> ; skg:evidence text:0,41 ."
    ),
    "place that is neither site, country nor city": (
        '<id/place/baikonur-steppe> a skg:Place ; rdfs:label "Steppe"@en .'
    ),
    "another publisher's base": (
        '<https://data.example.org/id/person/a> a skg:Person , skg:Actor ; rdfs:label "A"@en .'
    ),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("turtle", SPARSE.values(), ids=SPARSE.keys())
def test_what_a_text_leaves_open_is_admitted(turtle: str, engine: str) -> None:
    report = shapes.validate(valid() | triples(turtle), engine)
    assert not report.findings, report.text()


ONE_OF_EACH = tuple({t.predicate: t for t in sorted(valid(), key=str)}.values())


def test_engines_agree_on_what_is_lost() -> None:
    for triple in ONE_OF_EACH:
        graph = valid() - {triple}
        one, other = (shapes.validate(graph, engine) for engine in ENGINES)
        assert _comparable(one) == _comparable(other), triple


@pytest.mark.parametrize("value", ["<https://example.org/x>", '"x"', '"2020-02-30"^^xsd:date', "7"])
def test_engines_agree_whether_a_wrong_value_passes(value: str) -> None:
    (sample,) = triples(f"<s> <p> {value} .")
    for triple in ONE_OF_EACH:
        wrong = Triple(triple.subject, triple.predicate, sample.object)
        graph = valid() - {triple} | {wrong}
        one, other = (shapes.validate(graph, engine).conforms for engine in ENGINES)
        assert one == other, wrong
