"""The answer to a SELECT: rows of Python values, a data frame on request."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any, Final, overload

from kg.errors import UsageError
from kg.knowledge.values import value
from kg.store.base import Rows
from kg.views import html

FRAMES: Final = ("pandas", "polars")


class Answer(Sequence[Any]):
    """Rows with a field a column: `row.agency_a`, or `row[0]`. Unbound cells are None.

    Numbers are int or float, days `datetime.date`; IRIs and other literals are str. `terms` has
    the same cells as RDF terms.
    """

    def __init__(self, terms: Rows) -> None:
        self.terms = terms
        self._row = _row_type(terms.variables)

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return self.terms.variables

    def __len__(self) -> int:
        return len(self.terms)

    @overload
    def __getitem__(self, index: int) -> Any: ...

    @overload
    def __getitem__(self, index: slice) -> list[Any]: ...

    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return [self._read(row) for row in self.terms.rows[index]]
        return self._read(self.terms.rows[index])

    def __iter__(self) -> Iterator[Any]:
        return map(self._read, self.terms.rows)

    def __repr__(self) -> str:
        return f"<Answer: {len(self)} rows of {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        return html.table(self.columns, list(self))

    def frame(self, library: str | None = None) -> Any:
        """Return the rows as a data frame of pandas or polars, whichever is named or installed.

        Columns keep their names and types; a column of days is one of dates. UsageError where
        neither is installed.
        """
        columns = {
            name: [value(row[i]) for row in self.terms.rows] for i, name in enumerate(self.columns)
        }
        return _library(library).DataFrame(columns)

    def _read(self, row: Sequence[Any]) -> Any:
        return self._row(*map(value, row))


def _row_type(names: tuple[str, ...]) -> Callable[..., Any]:
    """Return the type of a row; a variable such as ?class, no name of a field, becomes _0."""
    return namedtuple("Row", names, rename=True)


def _library(name: str | None) -> Any:
    """Import the library of that name, else the first one that is there."""
    if name is not None and name not in FRAMES:
        raise UsageError(f"no frames are made by {name!r}", f"Name one of: {', '.join(FRAMES)}.")
    for wanted in FRAMES if name is None else (name,):
        try:
            return import_module(wanted)
        except ImportError:
            continue
    missing = name or "neither pandas nor polars"
    raise UsageError(
        f"{missing} is {'not ' if name else ''}installed",
        f"Install it: pip install {name or FRAMES[0]}",
    )
