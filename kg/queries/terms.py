"""What a user types for a parameter becomes an RDF term, or an error that says what fits."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.queries.model import Param
from kg.queries.naming import resolve
from kg.store.base import View
from kg.vocab import XSD

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def term(param: Param, value: str, view: View) -> NamedNode | Literal:
    """Return the RDF term of a value; an entity is looked up in the view."""
    if param.kind == "entity":
        return resolve(value, view, param.of)
    return _READERS[param.kind](param, value)


def _date(param: Param, value: str) -> Literal:
    """Read a day, or a month or year as its first day, its last where it closes a period."""
    match = _DAY.fullmatch(value.strip())
    last = param.edge == "end"
    try:
        year, *rest = (int(part) for part in (match.groups() if match else ()) if part)
        month = rest[0] if rest else (12 if last else 1)
        day = rest[1] if rest[1:] else (monthrange(year, month)[1] if last else 1)
        return Literal(date(year, month, day).isoformat(), datatype=NamedNode(XSD.date))
    except ValueError:
        raise _misfit(param, value, "a date", "Write YYYY, YYYY-MM or YYYY-MM-DD.") from None


def _number(param: Param, value: str) -> Literal:
    match = _NUMBER.fullmatch(value.strip())
    if not match:
        raise _misfit(param, value, "a number", "Write it with digits, as in 2 or 0.5.")
    return Literal(match[0], datatype=NamedNode(XSD.decimal if match[1] else XSD.integer))


def _choice(param: Param, value: str) -> Literal:
    if value not in param.choices:
        listed = ", ".join(param.choices)
        raise _misfit(param, value, "one of its values", f"Write one of: {listed}.")
    return Literal(value)


def _text(param: Param, value: str) -> Literal:
    try:
        return Literal(value)
    except ValueError:
        raise _misfit(param, value, "text", "Write it in UTF-8.") from None


def _misfit(param: Param, value: str, kind: str, remedy: str) -> UsageError:
    return UsageError(f"parameter {param.name}: {value!r} is not {kind}", remedy)


_READERS: Final[dict[str, Callable[[Param, str], Literal]]] = {
    "date": _date,
    "number": _number,
    "choice": _choice,
    "text": _text,
}
