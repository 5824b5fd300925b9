"""Statements in order and without duplicates, within a memory that does not grow with them.

A statement is kept as one line: graph, subject, predicate and object as N-Quads writes them, with
tabs between. No N-Quads term holds a raw tab or line feed, and a tab sorts before all that
a term can hold, so sorted lines are statements sorted term by term.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from tempfile import TemporaryFile
from typing import IO, BinaryIO, ClassVar, Final, NamedTuple

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, parse

from kg.store.stream import stream

RUN: Final = 500_000
# So many lines go to the parser at once: for it to ask for more costs more than to read a line.
_LINES: Final = 1000


class Statement(NamedTuple):
    """The parts of a statement as N-Quads writes them; `graph` is "" for the default graph."""

    graph: str
    subject: str
    predicate: str
    object: str

    def line(self) -> bytes:
        """Return the statement as a line of N-Quads, or of N-Triples where it has no graph."""
        named = f"{self.graph} " if self.graph else ""
        return f"{self.subject} {self.predicate} {self.object} {named}.\n".encode()


class Statements:
    """Takes statements in any order and yields each once, sorted by its four parts."""

    def __init__(self, *, graphs: bool, run: int = RUN) -> None:
        self._graphs, self._run = graphs, run
        self._lines: set[str] = set()
        self._spilled: list[IO[str]] = []

    def add(self, quad: Quad | Triple) -> None:
        """Take a statement; without `graphs` it forgets which graph it stood in."""
        graph = _graph(quad) if self._graphs else ""
        # A triple as a term is written in brackets, which only its own `str` leaves out.
        object_ = f"<<( {quad.object} )>>" if isinstance(quad.object, Triple) else quad.object
        self._lines.add(f"{graph}\t{quad.subject}\t{quad.predicate}\t{object_}")
        if len(self._lines) >= self._run:
            self._spill()

    def __iter__(self) -> Iterator[Statement]:
        """Yield the statements; this ends the use of the object."""
        runs: list[Iterable[str]] = [sorted(self._lines)]
        runs += [(line.rstrip("\n") for line in spilled) for spilled in self._spilled]
        for line, _ in groupby(heapq.merge(*runs)):
            yield Statement(*line.split("\t"))
        for spilled in self._spilled:
            spilled.close()

    def _spill(self) -> None:
        # Closed, and thereby deleted, when the statements have been read or forgotten.
        run = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115
        run.writelines(f"{line}\n" for line in sorted(self._lines))
        run.seek(0)
        self._spilled.append(run)
        self._lines = set()

    def quads(self) -> Iterator[Quad]:
        """Yield the statements as quads; this too ends the use of the object."""
        lines = (statement.line() for statement in self)
        pieces = iter(lambda: b"".join(islice(lines, _LINES)), b"")
        return parse(stream(pieces), RdfFormat.N_QUADS, lenient=True)


def _graph(quad: Quad | Triple) -> str:
    if isinstance(quad, Triple) or isinstance(quad.graph_name, DefaultGraph):
        return ""
    return str(quad.graph_name)


class SortedWriter:
    """What all RDF writers share: they take statements, and write them sorted at the end."""

    graphs: ClassVar[bool]
    """Whether the format tells in which graph a statement stands."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._out, self._statements = out, Statements(graphs=self.graphs)

    def write(self, item: Quad | Triple, /) -> None:
        """Take a statement."""
        self._statements.add(item)
