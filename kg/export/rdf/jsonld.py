"""JSON-LD with the project's context: a node object a subject, terms shortened by prefixes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.errors import UsageError
from kg.export.rdf.ordering import SortedWriter
from kg.export.rdf.prefixes import shorten
from kg.vocab import PREFIXES, RDF, XSD

Json: TypeAlias = "str | list[Json] | dict[str, Json]"

CONTEXT: Final[dict[str, Json]] = dict(sorted(PREFIXES.items()))


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


_HEAD: Final = f'{{\n"@context": {_dump(CONTEXT)},\n"@graph": ['.encode()


class JsonLd(SortedWriter):
    """Writes JSON-LD, nodes sorted, named graphs as node objects of their own."""

    graphs = True

    def finalize(self) -> None:
        """Write the document, a node at a time."""
        self._out.write(_HEAD)
        comma = ""
        for node in _nodes(self._statements.quads()):
            self._out.write(f"{comma}\n{_dump(node)}".encode())
            comma = ","
        self._out.write(b"\n]\n}\n")


def _nodes(quads: Iterable[Quad]) -> Iterator[dict[str, Json]]:
    """Yield the nodes of the default graph, then each named graph as one node object."""
    for graph, statements in groupby(quads, attrgetter("graph_name")):
        nodes = (_node(s, list(about)) for s, about in groupby(statements, attrgetter("subject")))
        if isinstance(graph, DefaultGraph):
            yield from nodes
        else:
            yield {"@id": _id(graph), "@graph": list(nodes)}


def _node(subject: NamedNode | BlankNode | Triple, about: list[Quad]) -> dict[str, Json]:
    node: dict[str, Json] = {"@id": _id(subject)}
    for predicate, quads in groupby(about, attrgetter("predicate")):
        types, others = _parted(predicate, [quad.object for quad in quads])
        for key, values in (("@type", types), (shorten(predicate.value), others)):
            if values:
                node[key] = values[0] if len(values) == 1 else values
    return node


def _parted(
    predicate: NamedNode, objects: list[NamedNode | BlankNode | Literal | Triple]
) -> tuple[list[Json], list[Json]]:
    """Return the objects as JSON: the classes of an `rdf:type`, and all others."""
    if predicate.value != RDF.type:
        return [], [_value(term) for term in objects]
    types: list[Json] = [shorten(t.value) for t in objects if isinstance(t, NamedNode)]
    return types, [_value(term) for term in objects if not isinstance(term, NamedNode)]


def _value(term: NamedNode | BlankNode | Literal | Triple) -> Json:
    if not isinstance(term, Literal):
        return {"@id": _id(term)}
    if term.language:
        return {"@language": term.language, "@value": term.value}
    if term.datatype.value == XSD.string:
        return term.value
    return {"@type": shorten(term.datatype.value), "@value": term.value}


def _id(term: NamedNode | BlankNode | Triple) -> str:
    if isinstance(term, Triple):
        raise UsageError("JSON-LD has no statements about statements", "Export as nq or trig.")
    return term.value if isinstance(term, NamedNode) else str(term)
