"""Runs the SHACL shapes over the graph of one release, and points back at the sentence.

Two engines find the same: pySHACL, the referee, and the much faster `shacl` where it is
installed (`spacekg[fast]`). "auto" lets the fast one pass what conforms and the referee
judge every reject, and one in a hundred of all. Cost: about 40 ms a release with pySHACL, 2 ms with `shacl`.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias
from zlib import crc32

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize

from kg import resources
from kg.errors import NotConformingError, UnknownNameError, UsageError
from kg.model import Span
from kg.vocab import ITSRDF, NIF, PREFIXES, RDF, SKG, XSD

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node
    from shacl import Result as FastResult
    from shacl import Shapes

Term: TypeAlias = NamedNode | BlankNode | Literal

SH: Final = "http://www.w3.org/ns/shacl#"
SHAPE: Final = "https://w3id.org/spacekg/shapes#"
VIOLATION: Final = "Violation"
_PREFIXES: Final = PREFIXES | {"sh": SH, "shape": SHAPE}
# The reference engine judges one in so many of the graphs that the fast one could pass.
SAMPLE: Final = 100
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


class Engine(Protocol):
    """A SHACL validator over the shapes that ship with the package."""

    def __call__(self, triples: Collection[Triple]) -> frozenset[Result]:
        """Return all results, each once, warnings too."""


def validate(triples: Iterable[Triple], engine: str = "auto") -> Report:
    """Check the facts and evidence of one release; `engine` is "auto", "pyshacl" or "shacl"."""
    graph = tuple(triples)
    results = _engine(engine)(graph)
    findings = _trace(graph, sorted(results, key=Result.order)) if results else ()
    return Report(_conform(results), findings)


def to_json(report: Report) -> list[dict[str, Any]]:
    """Return the findings as plain records."""
    return [_record(finding) for finding in report.findings]


def to_turtle(report: Report) -> str:
    """Return the report as a `sh:ValidationReport` in Turtle."""
    triples = (Triple(s, NamedNode(p), o) for s, p, o in _statements(report))
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=_PREFIXES)
    return (text or b"").decode()


def pyshacl(triples: Collection[Triple]) -> frozenset[Result]:
    """Run the reference engine, in Python."""
    import pyshacl

    graph = _rdflib_graph(triples)
    try:
        _, report, _ = pyshacl.validate(graph, shacl_graph=_rdflib_shapes(), inplace=True)
    except pyshacl.errors.ReportableRuntimeError as error:
        remedy = "Give each date and each offset as a literal, not as a blank node."
        raise NotConformingError(f"the graph cannot be judged: {error}", remedy) from error
    return frozenset(_rdflib_results(report))


def shacl(triples: Collection[Triple]) -> frozenset[Result]:
    """Run the engine of the package `shacl`, in Rust."""
    text = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    report = _compiled_shapes().validate_text(text.decode(), format="ntriples")
    return frozenset(map(_shacl_result, report.results))


def referee(triples: Collection[Triple]) -> frozenset[Result]:
    """Let the fast engine pass what conforms; the reference engine judges rejects and a sample."""
    if not has_fast_engine() or _sampled(triples):
        return pyshacl(triples)
    results = shacl(triples)
    return results if _conform(results) else pyshacl(triples)


def _sampled(triples: Collection[Triple]) -> bool:
    """Tell whether a graph is of the sample: one in a hundred, by its content alone."""
    longest = max(map(str, triples), key=len, default="")
    return crc32(longest.encode()) % SAMPLE == 0


ENGINES: Final[Mapping[str, Engine]] = {"auto": referee, "pyshacl": pyshacl, "shacl": shacl}


@cache
def has_fast_engine() -> bool:
    """Return whether the optional package `shacl` is installed."""
    return find_spec("shacl") is not None


def _engine(name: str) -> Engine:
    if name not in ENGINES:
        raise UnknownNameError(f"no SHACL engine {name!r}", f"Use one of {', '.join(ENGINES)}.")
    if name == "shacl" and not has_fast_engine():
        remedy = "Install it with: pip install 'spacekg[fast]'; or use the engine pyshacl."
        raise UsageError("the SHACL engine 'shacl' is not installed", remedy)
    return ENGINES[name]


@cache
def _rdflib_shapes() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph("SimpleMemory").parse(data=_shapes_text(), format="turtle")


@cache
def _compiled_shapes() -> Shapes:
    from shacl import Shapes

    return Shapes.from_text(_shapes_text(), format="turtle")


@cache
def _shapes_text() -> str:
    """Return all shapes as one Turtle document; each file declares its own prefixes."""
    return "\n".join(p.read_text(encoding="utf-8") for p in resources.files("shapes", ".ttl"))


@cache
def _messages() -> Mapping[str, str]:
    """Return the message of each named shape."""
    return {
        triple.subject.value: triple.object.value
        for triple in parse(_shapes_text(), format=RdfFormat.TURTLE)
        if triple.predicate.value == f"{SH}message"
    }


def _conform(results: Iterable[Result]) -> bool:
    return all(result.severity != VIOLATION for result in results)


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Silence the logger `name`: an ill-typed literal is a result, not a line on stderr."""
    logger = logging.getLogger(name)
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _rdflib_graph(triples: Iterable[Triple]) -> rdflib.Graph:
    """Convert term by term: several times faster than rdflib's own parsers, and keeps labels."""
    import rdflib

    @cache
    def convert(term: Term) -> Node:
        if isinstance(term, NamedNode):
            return rdflib.URIRef(term.value)
        if isinstance(term, BlankNode):
            return rdflib.BNode(term.value)
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        datatype = term.datatype.value
        # rdflib tells "x" from "x"^^xsd:string; RDF 1.1 does not.
        typed = None if datatype == XSD.string else datatype
        literal = rdflib.Literal(term.value, datatype=typed, normalize=False)
        if literal.value is None:
            # Ill-typed. rdflib cannot compare it; as text it is comparable to no date.
            literal._value = term.value
        return literal

    graph = rdflib.Graph(bind_namespaces="none")
    with _quiet("rdflib.term"):
        for subject, predicate, node in triples:
            graph.add((convert(subject), convert(predicate), convert(node)))
    return graph


def _rdflib_results(report: rdflib.Graph) -> Iterator[Result]:
    from rdflib import SH as NAMES

    for node in report.objects(None, NAMES.result):
        said = {str(p).removeprefix(SH): _from_rdflib(o) for p, o in report.predicate_objects(node)}
        yield Result(
            said["focusNode"],
            _property(said.get("resultPath")),
            said.get("value"),
            said["resultSeverity"].value.removeprefix(SH),
            said["sourceShape"].value,
            said["sourceConstraintComponent"].value.removeprefix(SH),
        )


def _property(path: Term | None) -> NamedNode | None:
    """Return a path that is one property; what leads backwards, or further, has no name."""
    return path if isinstance(path, NamedNode) else None


def _from_rdflib(term: Node) -> Term:
    import rdflib

    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        return Literal(str(term), datatype=NamedNode(str(term.datatype or XSD.string)))
    return BlankNode(str(term)) if isinstance(term, rdflib.BNode) else NamedNode(str(term))


def _shacl_result(result: FastResult) -> Result:
    return Result(
        _term(result.focus_node),
        _property(_term(result.path)) if result.path and result.path.startswith("<") else None,
        _term(result.value) if result.value else None,
        result.severity,
        str(result.source_shape).strip("<>"),
        result.component,
    )


def _term(text: str) -> Term:
    """Read one term in N-Triples syntax."""
    term: Term = next(iter(parse(f"<x:s> <x:p> {text} .", format=RdfFormat.N_TRIPLES))).object
    return term


class _Words:
    """Finds the spans of a graph: those that show a claim, an event, a post or an entity."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._objects: dict[str, dict[Term, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, node in triples:
            self._objects[predicate.value][subject].append(node)
        self._mentions = self._inverse(ITSRDF.taIdentRef)
        self._claims = self._inverse(RDF.subject)

    def about(self, result: Result) -> tuple[Span, str] | None:
        """Return the closest words: the claim's, else the focus's own, else where it is named."""
        claims = self._claims.get(result.focus, ())
        sources: tuple[Iterable[Term], ...] = (
            self._shown(claim for claim in claims if self._says(claim, result)),
            [result.focus],
            self._shown([result.focus]),
            self._mentions.get(result.focus, ()),
            self._shown(claims),
        )
        found = (min(filter(None, map(self._words, nodes)), default=None) for nodes in sources)
        return next(filter(None, found), None)

    def _inverse(self, predicate: str) -> dict[Term, list[Term]]:
        subjects: dict[Term, list[Term]] = defaultdict(list)
        for subject, objects in self._objects[predicate].items():
            for node in objects:
                subjects[node].append(subject)
        return subjects

    def _says(self, claim: Term, result: Result) -> bool:
        return result.path in self._of(claim, RDF.predicate) and (
            result.value is None or result.value in self._of(claim, RDF.object)
        )

    def _shown(self, nodes: Iterable[Term]) -> Iterator[Term]:
        return chain.from_iterable(self._of(node, SKG.evidence) for node in nodes)

    def _of(self, node: Term, predicate: str) -> list[Term]:
        return self._objects[predicate].get(node, [])

    def _words(self, node: Term) -> tuple[Span, str] | None:
        wanted = (NIF.beginIndex, NIF.endIndex, NIF.anchorOf)
        begin, end, quote = ("".join(t.value for t in self._of(node, p)[:1]) for p in wanted)
        if not (begin.isdecimal() and end.isdecimal() and quote):
            return None
        return Span(int(begin), int(end)), quote


def _trace(triples: Iterable[Triple], results: Iterable[Result]) -> tuple[Finding, ...]:
    words, messages = _Words(triples), _messages()
    return tuple(
        Finding(result, messages[result.shape], *(words.about(result) or ())) for result in results
    )


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
    for prefix, namespace in _PREFIXES.items():
        name = term.value.removeprefix(namespace)
        if isinstance(term, NamedNode) and name != term.value and name.isidentifier():
            return f"{prefix}:{name}"
    return str(term)


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
