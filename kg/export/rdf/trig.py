"""TriG: the named graphs as people read them, with prefixes, subjects grouped."""

from __future__ import annotations

from pyoxigraph import RdfFormat, serialize

from kg.export.rdf.ordering import SortedWriter
from kg.vocab import PREFIXES


class TriG(SortedWriter):
    """Writes sorted TriG."""

    graphs = True

    def finalize(self) -> None:
        """Write the statements, grouped by graph and subject."""
        serialize(self._statements.quads(), self._out, RdfFormat.TRIG, prefixes=PREFIXES)
