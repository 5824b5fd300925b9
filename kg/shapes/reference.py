"""pySHACL, the reference engine, in Python. Cost: about 40 ms a release."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import NotConformingError
from kg.shapes import source
from kg.shapes.results import SH, Result, Term, single
from kg.vocab import XSD

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node


def pyshacl(triples: Collection[Triple], shapes: str = "") -> frozenset[Result]:
    """Return what the reference engine finds; `shapes` are others than ours, as Turtle."""
    import pyshacl

    graph = _rdflib_graph(triples)
    try:
        _, report, _ = pyshacl.validate(
            graph, shacl_graph=_parsed(shapes or source.text()), inplace=True
        )
    except pyshacl.errors.ReportableRuntimeError as error:
        remedy = "Give each date and each offset as a literal, not as a blank node."
        raise NotConformingError(f"the graph cannot be judged: {error}", remedy) from error
    return frozenset(_rdflib_results(report))


@cache
def _parsed(shapes: str) -> rdflib.Graph:
    import rdflib

    return rdflib.Graph("SimpleMemory").parse(data=shapes, format="turtle")


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Silence the logger `name`: an ill-typed literal is a result, not a line on stderr."""
    import logging

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
            single(said.get("resultPath")),
            said.get("value"),
            said["resultSeverity"].value.removeprefix(SH),
            said["sourceShape"].value,
            said["sourceConstraintComponent"].value.removeprefix(SH),
        )


def _from_rdflib(term: Node) -> Term:
    import rdflib

    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        return Literal(str(term), datatype=NamedNode(str(term.datatype or XSD.string)))
    return BlankNode(str(term)) if isinstance(term, rdflib.BNode) else NamedNode(str(term))
