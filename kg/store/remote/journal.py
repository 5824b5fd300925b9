"""What a remote store remembers of itself, in the graph `{base}graph/journal`.

Two kinds of note: which change is under way (there is one only while it is made, and after an
interruption), and the digest of the ontology and authority that the store holds.
"""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.store.remote.dataset import Dataset
from kg.store.remote.writing import Step, within


@dataclass(frozen=True, slots=True)
class Journal:
    """Writes and reads the notes; `pending` are graphs whose change is under way."""

    dataset: Dataset

    def begin(self, graph: NamedNode) -> Step:
        """Return the step that notes a change of `graph` as under way."""
        return Step(f"INSERT DATA {{ {self._note(graph)} }}")

    def end(self, graph: NamedNode) -> Step:
        """Return the step that notes it as made."""
        return Step(f"DELETE DATA {{ {self._note(graph)} }}")

    def digest(self, old: str, new: str) -> list[Step]:
        """Return the steps that put a digest in the place of another; "" is none."""
        steps = []
        if old:
            steps.append(Step(f"DELETE DATA {{ {self._base(old)} }}"))
        if new:
            steps.append(Step(f"INSERT DATA {{ {self._base(new)} }}"))
        return steps

    @property
    def pending_query(self) -> str:
        """Return the query for the graphs (`?graph`) whose change was not ended."""
        note = f"{self._term('store')} {self._term('pending')} ?graph"
        return (
            f"SELECT ?graph WHERE {{ GRAPH {self.dataset.journal} {{ {note} }} }} ORDER BY ?graph"
        )

    @property
    def digest_query(self) -> str:
        """Return the query for the digest (`?digest`) of the ontology and authority."""
        note = f"{self._term('store')} {self._term('digest')} ?digest"
        return f"SELECT ?digest WHERE {{ GRAPH {self.dataset.journal} {{ {note} }} }}"

    def _note(self, graph: NamedNode) -> str:
        line = f"{self._term('store')} {self._term('pending')} {graph} ."
        return within(self.dataset.journal, [line])

    def _base(self, digest: str) -> str:
        line = f"{self._term('store')} {self._term('digest')} {Literal(digest)} ."
        return within(self.dataset.journal, [line])

    def _term(self, name: str) -> NamedNode:
        return NamedNode(f"{self.dataset.journal.value}#{name}")
