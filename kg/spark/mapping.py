"""Map and validate releases where Spark has put them: a pure function, run in its Python workers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kg import translations
from kg.errors import SpaceKGError
from kg.pipeline import Judge, Outcome, Piece
from kg.shards.dump import lines
from kg.translations import Content
from kg.version import __version__

if TYPE_CHECKING:
    from pyspark import Broadcast

# Where a release stands in the order given: source, file, offset of its block, place in the block.
Order: TypeAlias = "tuple[int, str, int, int]"
Placed: TypeAlias = "tuple[Order, Piece]"


class Row(NamedTuple):
    """What became of a release; `release` is "" where it could not be read.

    `facts` and `evidence` are N-Quads, `about` what it can be compared by with its translations.
    """

    release: str
    order: Order
    status: str
    origin: str
    graph: str = ""
    facts: str = ""
    evidence: str = ""
    report: str = ""
    about: Content | None = None


class Head(NamedTuple):
    """The small part of a row: what is compared between releases."""

    release: str
    order: Order
    status: str
    about: Content | None


@dataclass(frozen=True, slots=True)
class Task:
    """What all workers are sent once: the judge with its authority, and whose code it is for."""

    judge: Judge
    version: str = __version__

    def checked(self) -> Judge:
        """Return the judge; SpaceKGError where this machine has another spacekg."""
        if self.version != __version__:
            raise SpaceKGError(
                f"a worker has spacekg {__version__}, the driver {self.version}",
                "Install the same version on all machines.",
            )
        return self.judge


def judged(task: Broadcast[Task], placed: Iterable[Placed]) -> Iterator[Row]:
    """Yield a row for each release of a partition; a worker keeps its mapper for the next one."""
    judge = task.value.checked()
    for order, piece in placed:
        for number, outcome in enumerate(judge(piece)):
            yield _row(outcome, (*order[:3], order[3] + number))


def _row(outcome: Outcome, order: Order) -> Row:
    graph = outcome.graph
    if graph is None:
        return Row("", order, outcome.status, outcome.origin, report=str(outcome.error))
    report = outcome.report
    return Row(
        graph.release,
        order,
        outcome.status,
        outcome.origin,
        graph.facts_graph,
        lines(graph.facts, graph.facts_graph),
        lines(graph.evidence, graph.evidence_graph),
        report.text() if report is not None and not report.conforms else "",
        translations.content(graph.release, graph.facts),
    )


def head(row: Row) -> Head:
    """Return the small part of a row."""
    return Head(row.release, row.order, row.status, row.about)
