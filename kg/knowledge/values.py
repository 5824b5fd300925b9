"""RDF terms as the Python values that an analyst computes with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Final, TypeAlias

from pyoxigraph import Literal

from kg.store.results import Term, lexical
from kg.vocab import XSD

Value: TypeAlias = str | int | float | bool | date | datetime | None

_READERS: Final[dict[str, Callable[[str], Value]]] = {
    XSD.boolean: lambda text: text in ("true", "1"),
    XSD.date: date.fromisoformat,
    XSD.dateTime: datetime.fromisoformat,
    **dict.fromkeys((XSD.integer, XSD.nonNegativeInteger, XSD.gYear), int),
    **dict.fromkeys((XSD.decimal, XSD.double), float),
}


def value(term: Term | None) -> Value:
    """Return a term as a Python value; what is no number, day or truth value is its text.

    A literal that does not fit its datatype is its text too: an endpoint may hold such.
    """
    if not isinstance(term, Literal):
        return None if term is None else lexical(term)
    read = _READERS.get(term.datatype.value)
    if read is None:
        return term.value
    try:
        return read(term.value)
    except ValueError:
        return term.value
