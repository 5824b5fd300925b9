"""Read a query file: its header, and whether its SPARQL parses."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QuerySyntaxError, UnreadableError
from kg.queries.header import Header, HeaderError, read_header
from kg.queries.model import NamedQuery
from kg.store.tokens import FORMS, declared_prefixes, form, keywords, prefixes, variables
from kg.vocab import PREFIXES

# Oxigraph lists all that could stand there, which may fill a screen.
_LONGEST = 200
_POSITION = re.compile(r"error at (\d+):(\d+): ?")


def from_file(path: Path) -> NamedQuery:
    """Read a query file; UnreadableError, or QuerySyntaxError with line and column."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UnreadableError(
            f"cannot read {path}: {error.strerror}", "Check the name and the rights of the file."
        ) from error
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"{path} is no UTF-8 text: {error.reason} at byte {error.start}", "Save it as UTF-8."
        ) from error
    return _read(text, path.stem, str(path))


def from_text(text: str, name: str = "query") -> NamedQuery:
    """Read a query, with or without a header; QuerySyntaxError says line and column.

    Prefixes of the project's vocabularies need not be declared.
    """
    return _read(text, name, name)


def _read(text: str, name: str, origin: str) -> NamedQuery:
    header = _header(text, origin)
    _check(text, origin)
    return NamedQuery(
        name,
        _prologue(text) + text,
        header.summary,
        header.title,
        header.title_fr,
        header.group,
        header.description,
        header.silence,
        header.params,
        header.columns,
    )


def _header(text: str, origin: str) -> Header:
    try:
        header = read_header(text)
    except HeaderError as error:
        raise QuerySyntaxError(
            f"{origin}:{error.line}: the header of the query is wrong: {error}",
            "See a shipped query for its form: spacekg queries shared-programmes --sparql",
        ) from error
    used = variables(text)
    for param in header.params:
        if param.name not in used:
            raise QuerySyntaxError(
                f"{origin}: the query does not use its parameter {param.name}",
                f"Use the variable ?{param.name}, or take the parameter out of the header.",
            )
    return header


def _check(text: str, origin: str) -> None:
    """Refuse what is no query. Asking an empty store is the way to parse without asking."""
    if form(text) is None:
        raise QuerySyntaxError(f"{origin} holds no query", f"Write one of: {', '.join(FORMS)}.")
    # An ASK is answered at once, and a SERVICE in it would be called to do so.
    if "SERVICE" in keywords(text):
        return
    try:
        ox.Store().query(text, prefixes=PREFIXES)
    except SyntaxError as error:
        raise _syntax_error(text, origin, str(error)) from error


def _syntax_error(text: str, origin: str, said: str) -> QuerySyntaxError:
    position = _POSITION.match(said)
    reason = said[position.end() if position else 0 :]
    expected = "" if len(reason) > _LONGEST else f" ({reason})"
    if position is None:
        return QuerySyntaxError(f"{origin}: the query does not parse{expected}")
    line, column = int(position[1]), int(position[2])
    shown = text.splitlines()[line - 1] if line <= len(text.splitlines()) else ""
    return QuerySyntaxError(
        f"{origin}:{line}:{column}: the query does not parse{expected}",
        f"Mend it near the mark:\n  {shown}\n  {' ' * (column - 1)}^",
    )


def _prologue(text: str) -> str:
    """Declare the known prefixes that the query uses without saying so; no line moves."""
    missing = (prefixes(text) - declared_prefixes(text)) & PREFIXES.keys()
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in sorted(missing))
