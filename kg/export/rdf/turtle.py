"""Turtle: triples as people read them, with prefixes, subjects grouped."""

from __future__ import annotations

from pyoxigraph import RdfFormat, serialize

from kg.export.rdf.ordering import SortedWriter
from kg.vocab import PREFIXES


class Turtle(SortedWriter):
    """Writes sorted Turtle."""

    graphs = False

    def finalize(self) -> None:
        """Write the triples, grouped by subject."""
        triples = (quad.triple for quad in self._statements.quads())
        serialize(triples, self._out, RdfFormat.TURTLE, prefixes=PREFIXES)
