"""What a validation finds: results of an engine, findings with the words they are about, a report."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.model import Span
from kg.vocab import PREFIXES

Term: TypeAlias = NamedNode | BlankNode | Literal

SH: Final = "http://www.w3.org/ns/shacl#"
SHAPE: Final = "https://w3id.org/spacekg/shapes#"
VIOLATION: Final = "Violation"
PREFIXED: Final = PREFIXES | {"sh": SH, "shape": SHAPE}
_SEVERITIES: Final = (VIOLATION, "Warning", "Info")


@dataclass(frozen=True, slots=True)
class Result:
    """What an engine says: `component` and `severity` are local names of SHACL terms."""

    focus: Term
    path: Term | None
    value: Term | None
    severity: str
    shape: str
    component: str

    def order(self) -> tuple[int, str, str, str, str, str]:
        """Return the key by which results sort: the worst first, then by name."""
        rank = _SEVERITIES.index(self.severity)
        path, value = str(self.path), str(self.value)
        return rank, str(self.focus), path, self.shape, self.component, value


@dataclass(frozen=True, slots=True)
class Finding:
    """A result with its message and, where it can be traced, the words of the text it is about."""

    result: Result
    message: str
    span: Span | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a validation; warnings are told, but do not keep a graph from conforming."""

    conforms: bool
    findings: tuple[Finding, ...]

    def text(self) -> str:
        """Return the report for a human reader."""
        return "\n\n".join([_headline(self), *map(_paragraph, self.findings)]) + "\n"


def single(path: Term | None) -> NamedNode | None:
    """Return a path that is one property; what leads backwards, or further, has no name."""
    return path if isinstance(path, NamedNode) else None


def conform(results: Iterable[Result]) -> bool:
    """Tell whether no result is a violation."""
    return all(result.severity != VIOLATION for result in results)


def _headline(report: Report) -> str:
    found = [finding.result.severity for finding in report.findings]
    each = ((found.count(severity), severity.lower()) for severity in _SEVERITIES)
    counts = ", ".join(f"{n} {name}{'s' if n > 1 else ''}" for n, name in each if n)
    if not report.conforms:
        return f"Does not conform: {counts}."
    return f"Conforms, with {counts}." if counts else "Conforms."


def _paragraph(finding: Finding) -> str:
    result = finding.result
    lines = [f"{result.severity.upper()} {result.focus.value}"]
    if result.path:
        lines.append(" ".join(_short(term) for term in (result.path, result.value) if term))
    lines.append(finding.message)
    if finding.span is not None:
        quote = json.dumps(finding.quote, ensure_ascii=False)
        lines.append(f"text {finding.span.begin}-{finding.span.end}: {quote}")
    return "\n  ".join(lines)


def _short(term: Term) -> str:
    for prefix, namespace in PREFIXED.items():
        name = term.value.removeprefix(namespace)
        if isinstance(term, NamedNode) and name != term.value and name.isidentifier():
            return f"{prefix}:{name}"
    return str(term)
