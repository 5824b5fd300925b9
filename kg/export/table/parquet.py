"""Parquet, with a type a column: for pandas, polars, DuckDB and R."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from typing import Any, BinaryIO, Final, TypeAlias

from pyoxigraph import Literal

from kg.errors import UsageError
from kg.store.base import Boolean, Rows, Term
from kg.store.results import lexical
from kg.vocab import XSD

Value: TypeAlias = str | int | float | bool | date
Read: TypeAlias = Callable[[str], Value]

_TRUTH: Final = {"true": True, "1": True, "false": False, "0": False}
# Of each datatype: what reads it, and the name of its type in Arrow.
_READERS: Final[dict[str, tuple[Read, str]]] = {
    XSD.integer: (int, "int64"),
    XSD.nonNegativeInteger: (int, "int64"),
    XSD.gYear: (int, "int64"),
    XSD.decimal: (float, "float64"),
    XSD.double: (float, "float64"),
    XSD.boolean: (_TRUTH.__getitem__, "bool_"),
    XSD.date: (date.fromisoformat, "date32"),
}
_LARGEST: Final = 2**63


class Parquet:
    """Writes one answer as Parquet; it needs pyarrow."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._out, self._arrow = out, _library()

    def write(self, item: Rows | Boolean, /) -> None:
        """Write the answer, whole; a column of mixed types holds text, as does one of IRIs."""
        if isinstance(item, Boolean):
            self._table({"boolean": ([item.value], "bool_")})
            return
        cells = list(zip(*item.rows, strict=True)) or [()] * len(item.variables)
        self._table({n: column(c) for n, c in zip(item.variables, cells, strict=True)})

    def finalize(self) -> None:
        """Do nothing: the file is whole."""

    def _table(self, columns: dict[str, tuple[list[Value | None], str]]) -> None:
        import pyarrow.parquet

        arrays = {
            name: self._arrow.array(values, type=getattr(self._arrow, kind)())
            for name, (values, kind) in columns.items()
        }
        # A pipe cannot tell where it stands, and Parquet must know.
        whole = BytesIO()
        pyarrow.parquet.write_table(self._arrow.table(arrays), whole, compression="zstd")
        self._out.write(whole.getbuffer())


def column(terms: Sequence[Term | None]) -> tuple[list[Value | None], str]:
    """Return the values of a column and the name of its Arrow type, "string" if it has no other."""
    kinds = {_kind(term) for term in terms if term is not None}
    found = {_READERS[kind] for kind in kinds if kind in _READERS}
    if len(found) == 1 and kinds <= _READERS.keys():
        ((read, name),) = found
        try:
            return [_value(term, read) for term in terms], name
        except (ValueError, KeyError):  # an ill-formed value stays what the data says
            pass
    return [None if term is None else lexical(term) for term in terms], "string"


def _kind(term: Term) -> str:
    return term.datatype.value if isinstance(term, Literal) else ""


def _value(term: Term | None, read: Read) -> Value | None:
    if term is None:
        return None
    value = read(lexical(term))
    if isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
        raise ValueError(f"{value} is too long for a column of integers")
    return value


def _library() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise UsageError(
            "Parquet needs pyarrow, which is not installed",
            "pip install 'spacekg[parquet]'; or write -f jsonl, which needs nothing",
        ) from error
    return pyarrow
