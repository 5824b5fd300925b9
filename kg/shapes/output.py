"""Reports for programs: plain records, and RDF as SHACL has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.shapes.results import PREFIXED, SH, Finding, Report, Term
from kg.vocab import NIF, RDF, XSD


def to_json(report: Report) -> list[dict[str, Any]]:
    """Return the findings as plain records."""
    return [_record(finding) for finding in report.findings]


def to_turtle(report: Report) -> str:
    """Return the report as a `sh:ValidationReport` in Turtle."""
    triples = (Triple(s, NamedNode(p), o) for s, p, o in _statements(report))
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXED)
    return (text or b"").decode()


def _record(finding: Finding) -> dict[str, Any]:
    result, span = finding.result, finding.span
    return {
        "severity": result.severity,
        "focus": result.focus.value,
        "path": result.path.value if result.path else None,
        "value": result.value.value if result.value else None,
        "message": finding.message,
        "shape": result.shape,
        "component": result.component,
        "begin": span.begin if span else None,
        "end": span.end if span else None,
        "quote": finding.quote,
    }


def _statements(report: Report) -> Iterator[tuple[BlankNode, str, Term]]:
    root = BlankNode("report")
    yield root, RDF.type, NamedNode(f"{SH}ValidationReport")
    yield root, f"{SH}conforms", Literal(report.conforms)
    for number, finding in enumerate(report.findings, start=1):
        node = BlankNode(f"result{number}")
        yield root, f"{SH}result", node
        yield from ((node, predicate, term) for predicate, term in _pairs(finding))


def _pairs(finding: Finding) -> Iterator[tuple[str, Term]]:
    result = finding.result
    yield RDF.type, NamedNode(f"{SH}ValidationResult")
    yield f"{SH}focusNode", result.focus
    if result.path:
        yield f"{SH}resultPath", result.path
    if result.value:
        yield f"{SH}value", result.value
    yield f"{SH}resultSeverity", NamedNode(f"{SH}{result.severity}")
    yield f"{SH}sourceShape", NamedNode(result.shape)
    yield f"{SH}sourceConstraintComponent", NamedNode(f"{SH}{result.component}")
    yield f"{SH}resultMessage", Literal(finding.message, language="en")
    if finding.span is not None:
        index = NamedNode(XSD.integer)
        yield NIF.beginIndex, Literal(str(finding.span.begin), datatype=index)
        yield NIF.endIndex, Literal(str(finding.span.end), datatype=index)
        yield NIF.anchorOf, Literal(finding.quote or "")
