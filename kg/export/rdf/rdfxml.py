"""RDF/XML: a description a subject, for tools that read nothing newer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.errors import UsageError
from kg.export import markup
from kg.export.rdf.ordering import SortedWriter
from kg.export.rdf.prefixes import split
from kg.vocab import PREFIXES, XSD

_SPACES: Final = "\n  ".join(
    f'xmlns:{prefix}="{markup.quoted(iri)}"' for prefix, iri in sorted(PREFIXES.items())
)


class RdfXml(SortedWriter):
    """Writes sorted RDF/XML."""

    graphs = False

    def finalize(self) -> None:
        """Write the document, a subject at a time."""
        self._out.write(markup.DECLARATION.encode())
        self._out.writelines(line.encode() for line in _document(self._statements.quads()))


def _document(quads: Iterable[Quad]) -> Iterator[str]:
    yield f"<rdf:RDF {_SPACES}>\n"
    for subject, about in groupby(quads, attrgetter("subject")):
        yield f"<rdf:Description {_reference(subject, 'rdf:about')}>\n"
        yield from (f"  {_property(quad)}\n" for quad in about)
        yield "</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _property(quad: Quad) -> str:
    name, space = _name(quad.predicate.value)
    term = quad.object
    if not isinstance(term, Literal):
        return f"<{name}{space} {_reference(term, 'rdf:resource')}/>"
    return f"<{name}{space}{_kind(term)}>{markup.text(_carried(term))}</{name}>"


def _name(iri: str) -> tuple[str, str]:
    """Return a property's tag, and the declaration of its prefix if it is none of ours."""
    namespace, local = split(iri)
    if not local:
        raise UsageError(
            f"RDF/XML has no way to write the property <{iri}>", "Export as nq, ttl or jsonld."
        )
    for prefix, known in PREFIXES.items():
        if namespace == known:
            return f"{prefix}:{local}", ""
    return f"ns:{local}", f' xmlns:ns="{markup.quoted(namespace)}"'


def _kind(literal: Literal) -> str:
    if literal.language:
        return f' xml:lang="{literal.language}"'
    datatype = literal.datatype.value
    return "" if datatype == XSD.string else f' rdf:datatype="{markup.quoted(datatype)}"'


def _carried(literal: Literal) -> str:
    if not markup.is_legal(literal.value):
        raise UsageError(
            f"RDF/XML cannot carry a control character, as in {literal.value[:60]!r}",
            "Export as nq, ttl or jsonld.",
        )
    return literal.value


def _reference(term: NamedNode | BlankNode | Triple, attribute: str) -> str:
    match term:
        case NamedNode():
            return f'{attribute}="{markup.quoted(term.value)}"'
        case BlankNode():
            return f'rdf:nodeID="{markup.quoted(term.value)}"'
        case _:
            raise UsageError("RDF/XML has no statements about statements", "Export as nq or trig.")
