"""N-Quads: one statement a line, the fastest to write and to read."""

from __future__ import annotations

from kg.export.rdf.ordering import SortedWriter


class NQuads(SortedWriter):
    """Writes sorted N-Quads."""

    graphs = True

    def finalize(self) -> None:
        """Write the statements in order."""
        self._out.writelines(statement.line() for statement in self._statements)
