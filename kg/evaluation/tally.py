"""Counts of what was found, invented and missed, and the figures made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

MEASURES = ("entity", "name", "fact", "event")
NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Count:
    """How often a measure was right, invented and missed."""

    found: int = 0
    invented: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what the graph says that is right."""
        said = self.found + self.invented
        return self.found / said if said else 0.0

    @property
    def recall(self) -> float:
        """The share of what the gold asks for that is there."""
        asked = self.found + self.missed
        return self.found / asked if asked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = 2 * self.found + self.invented + self.missed
        return 2 * self.found / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table of figures; `measure` is "fact" or "fact:launchedBy", for instance."""

    measure: str
    precision: float
    recall: float
    f1: float
    found: int
    invented: int
    missed: int


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One error: `verdict` is "missed" or "invented", `kind` a class or relation.

    `quote` is what the graph gives as its evidence, empty for what is missed.
    """

    measure: str
    verdict: str
    kind: str
    what: str
    quote: str = ""

    def __str__(self) -> str:
        line = f"{self.verdict} {self.measure}: {self.kind} {self.what}"
        return f"{line}  « {' '.join(self.quote.split())} »" if self.quote else line


@dataclass(slots=True)
class Tally:
    """What was counted in one text or in many; tallies add up.

    `confusion` counts pairs of the gold's class and the graph's, `NOTHING` where one is absent.
    """

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    stated: int = 0
    grounded: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.counts + other.counts,
            self.confusion + other.confusion,
            [*self.findings, *other.findings],
            self.stated + other.stated,
            self.grounded + other.grounded,
        )

    def count(self, measure: str) -> Count:
        """Return the counts of `measure`."""
        return Count(*(self.counts[measure, part] for part in ("found", "invented", "missed")))

    def tick(self, outcome: str, *measures: str) -> None:
        """Count one "found", "invented" or "missed" under each of `measures`."""
        for measure in measures:
            self.counts[measure, outcome] += 1

    def report(self, finding: Finding) -> None:
        """Keep an error, to be listed."""
        self.findings.append(finding)

    def ground(self, is_grounded: bool) -> None:
        """Count one statement, and whether its evidence holds."""
        self.stated += 1
        self.grounded += is_grounded

    @property
    def grounding(self) -> float:
        """The share of facts and events whose evidence gives its words in the text."""
        return self.grounded / self.stated if self.stated else 0.0

    def table(self, *, details: bool = False) -> tuple[Row, ...]:
        """Return a row a measure; with `details`, also one a relation and kind of event."""
        inner = sorted({m for m, _ in self.counts if ":" in m}) if details else []
        return tuple(self._row(measure) for measure in (*MEASURES, *inner))

    def confused(self) -> tuple[tuple[str, str, int], ...]:
        """Return the confusion table's cells as (gold's class, graph's class, count), sorted."""
        return tuple((gold, said, n) for (gold, said), n in sorted(self.confusion.items()))

    def _row(self, measure: str) -> Row:
        c = self.count(measure)
        return Row(measure, c.precision, c.recall, c.f1, c.found, c.invented, c.missed)


def total(tallies: Iterable[Tally]) -> Tally:
    """Add up `tallies`."""
    return sum(tallies, Tally())
