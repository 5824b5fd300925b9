"""Rewrite a SELECT, so that its rows can be counted, and asked for page by page.

The query becomes a sub-query; what it says of its dataset (FROM) has no place there, and goes to the
query around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.store.remote import structure


@dataclass(frozen=True, slots=True)
class Pages:
    """A SELECT taken apart: PREFIX and BASE lines, FROM clauses, the rest, and what orders it."""

    prologue: str
    dataset: str
    body: str
    order: str

    @property
    def count(self) -> str:
        """Return the query for the number of rows, as `?n`."""
        return f"{self.prologue}SELECT (COUNT(*) AS ?n) {self._where(self.body)}"

    def page(self, variables: Sequence[str], offset: int, size: int) -> str:
        """Return the query for `size` rows after the first `offset`."""
        names = " ".join(f"?{name}" for name in variables)
        where = self._where(f"{self.body}\n{self.order}")
        return f"{self.prologue}SELECT {names} {where} LIMIT {size} OFFSET {offset}"

    def _where(self, inner: str) -> str:
        return f"{self.dataset}WHERE {{ {{\n{inner}\n}} }}"


def pages(sparql: str, variables: Sequence[str]) -> Pages:
    """Return a SELECT as pages; `variables` are the names of its columns.

    Rows that its ORDER BY leaves equal are put in the order of all variables, so that no row
    stands on two pages; where the query ends in LIMIT or OFFSET that place is taken.
    """
    words = {token[0].upper() for token in structure.outer_words(sparql)}
    start = structure.start(sparql)
    body, dataset = _apart(sparql, start)
    order = ""
    if not words & {"LIMIT", "OFFSET", "VALUES"}:
        names = " ".join(f"?{name}" for name in variables)
        order = names if "ORDER" in words else f"ORDER BY {names}"
    return Pages(sparql[:start], dataset, body, order)


def solutions(sparql: str) -> str | None:
    """Return a SELECT with a row for each solution of a CONSTRUCT or DESCRIBE; None for no WHERE.

    An engine that cuts a graph without a word cuts these rows too, and says so.
    """
    group = structure.pattern(sparql)
    if group is None:
        return None
    start = structure.start(sparql)
    _, dataset = _apart(sparql, start)
    return f"{sparql[:start]}SELECT (1 AS ?one) {dataset}WHERE {sparql[group.start :]}"


def _apart(sparql: str, start: int) -> tuple[str, str]:
    """Return the query from `start` on without its FROM clauses, and these."""
    pieces, clauses, end = [], [], start
    for clause in structure.from_clauses(sparql):
        pieces.append(sparql[end : clause.start])
        clauses.append(sparql[clause] + " ")
        end = clause.stop
    return "".join([*pieces, sparql[end:]]), "".join(clauses)
