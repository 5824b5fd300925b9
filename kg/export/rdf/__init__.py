"""RDF exports: sorted, so that two exports differ where the graphs do, and nowhere else.

N-Quads, TriG and JSON-LD keep the named graphs; the others hold the triples of all graphs given,
each once. Everything is sorted by graph, subject, predicate and object, and beyond half a
million statements on disk, so that memory does not grow with the graph.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pyoxigraph import Quad, Triple

from kg.export.formats import Format, find
from kg.export.rdf.jsonld import JsonLd
from kg.export.rdf.nquads import NQuads
from kg.export.rdf.ntriples import NTriples
from kg.export.rdf.rdfxml import RdfXml
from kg.export.rdf.trig import TriG
from kg.export.rdf.turtle import Turtle
from kg.export.target import Target, opened

FORMATS: Final[tuple[Format[Quad | Triple], ...]] = (
    Format("nq", "N-Quads", "application/n-quads", ".nq", NQuads),
    Format("trig", "TriG", "application/trig", ".trig", TriG),
    Format("ttl", "Turtle", "text/turtle", ".ttl", Turtle),
    Format("nt", "N-Triples", "application/n-triples", ".nt", NTriples),
    Format("jsonld", "JSON-LD", "application/ld+json", ".jsonld", JsonLd),
    Format("rdfxml", "RDF/XML", "application/rdf+xml", ".rdf", RdfXml),
)


def write(quads: Iterable[Quad | Triple], format_: str, target: Target) -> None:
    """Write `quads` in the format of this name to a path, `-` or a binary stream."""
    opener = find(FORMATS, format_).opener
    with opened(target) as out:
        writer = opener(out)
        for quad in quads:
            writer.write(quad)
        writer.finalize()
