"""Text for a terminal: paragraphs and tables that keep to a width."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kg.store.base import Rows, Term

WIDTH: Final = 100


def paragraph(text: str, *, indent: int = 0, hanging: int | None = None) -> str:
    """Return `text` wrapped to the width; lines after the first are indented by `hanging`."""
    rest = " " * (indent if hanging is None else hanging)
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=rest,
        break_on_hyphens=False,
    )


def figures(
    header: Sequence[str], rows: Iterable[Sequence[str | int | float]], digits: int = 2
) -> str:
    """Return a table of words and numbers, as query answers are shown; shares have two digits."""
    from pyoxigraph import Literal, NamedNode

    from kg.export.table.text import table
    from kg.store.base import Rows
    from kg.vocab import XSD

    decimal = NamedNode(XSD.decimal)

    def cell(value: str | int | float) -> Literal:
        share = isinstance(value, float)
        return Literal(f"{value:.{digits}f}", datatype=decimal) if share else Literal(value)

    terms = tuple(tuple(cell(value) for value in row) for row in rows)
    return "\n".join(table(Rows(tuple(header), terms), WIDTH))


def with_keys(rows: Rows, base: str) -> Rows:
    """Return rows to look at: what lives under the base by its key ("agency/cnes")."""
    from pyoxigraph import Literal

    from kg.store.base import Rows
    from kg.store.results import lexical

    def cell(term: Term | None) -> Term | None:
        text = lexical(term) if term is not None else ""
        if term is None or not text.startswith(base):
            return term
        return Literal(text.removeprefix(base).removeprefix("id/"))

    return Rows(rows.variables, tuple(tuple(map(cell, row)) for row in rows.rows))
