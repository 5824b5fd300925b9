"""N-Triples: one triple a line, without the graph it stands in."""

from __future__ import annotations

from kg.export.rdf.ordering import SortedWriter


class NTriples(SortedWriter):
    """Writes sorted N-Triples."""

    graphs = False

    def finalize(self) -> None:
        """Write the statements in order."""
        self._out.writelines(statement.line() for statement in self._statements)
