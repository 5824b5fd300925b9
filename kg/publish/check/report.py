"""What checks found, as text, JSON or EARL (W3C, "Evaluation and Report Language 1.0", 2017)."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from kg.export import rdf
from kg.publish.check.model import Finding, Outcome
from kg.publish.metadata.saying import links, said, text, texts
from kg.version import __version__
from kg.vocab import DCTERMS, RDF, Namespace

EARL: Final = Namespace(
    "earl",
    "http://www.w3.org/ns/earl#",
    "Assertion TestCriterion TestResult TestSubject Software subject test result assertedBy outcome "
    "info mode automatic passed failed inapplicable",
)
_STATEMENT: Final = "https://w3id.org/spacekg/check/"
_MARKS: Final = {Outcome.PASSED: "ok", Outcome.FAILED: "FAILED", Outcome.INAPPLICABLE: "-"}


def as_text(url: str, findings: Sequence[Finding]) -> str:
    """Return a line for each check, what was seen where it failed, and the sum."""
    lines = [url]
    for finding in findings:
        check = finding.check
        lines.append(f"{_MARKS[finding.outcome]:>6} {check.number:3}  {check.title}")
        if finding.told:
            lines.append(f"{'':12}{finding.told}")
        if finding.outcome is Outcome.FAILED:
            lines.append(f"{'':12}{check.remedy}")
    counts = Counter(finding.outcome for finding in findings)
    lines.append(", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome))
    return "\n".join(lines) + "\n"


def as_json(url: str, findings: Sequence[Finding]) -> str:
    """Return an object with a list of what each check found."""
    told = [
        {
            "number": finding.check.number,
            "title": finding.check.title,
            "outcome": finding.outcome.value,
            "told": finding.told,
            "remedy": finding.check.remedy,
        }
        for finding in findings
    ]
    return json.dumps({"url": url, "findings": told}, indent=2, ensure_ascii=False) + "\n"


def as_earl(url: str, findings: Iterable[Finding]) -> str:
    """Return the assertions in Turtle."""
    out = io.BytesIO()
    rdf.write(_assertions(url, findings), "ttl", out)
    return out.getvalue().decode()


def _assertions(url: str, findings: Iterable[Finding]) -> Iterator[Triple]:
    tool = f"{_STATEMENT}spacekg"
    title = NamedNode(DCTERMS.title)
    yield Triple(NamedNode(tool), NamedNode(RDF.type), NamedNode(EARL.Software))
    yield Triple(NamedNode(tool), title, Literal(f"spacekg {__version__}"))
    yield Triple(NamedNode(url), NamedNode(RDF.type), NamedNode(EARL.TestSubject))
    for finding in findings:
        test = f"{_STATEMENT}{finding.check.number}"
        it, result = f"{url}#check-{finding.check.number}", f"{url}#result-{finding.check.number}"
        yield from said(test, {
            RDF.type: links(EARL.TestCriterion), DCTERMS.title: texts(en=finding.check.title),
        })  # fmt: skip
        yield from said(it, {
            RDF.type: links(EARL.Assertion), EARL.assertedBy: links(tool), EARL.subject: links(url),
            EARL.test: links(test), EARL.mode: links(EARL.automatic), EARL.result: links(result),
        })  # fmt: skip
        yield from said(result, {
            RDF.type: links(EARL.TestResult), EARL.outcome: links(EARL[finding.outcome.value]),
            EARL.info: text(finding.told) if finding.told else [],
        })  # fmt: skip


FORMATS: Final[Mapping[str, Callable[[str, Sequence[Finding]], str]]] = {
    "text": as_text,
    "json": as_json,
    "earl": as_earl,
}
