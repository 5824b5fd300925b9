"""Tables and headings for a notebook: plain HTML, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

SHOWN: Final = 50


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return an HTML table of the first rows; below it stands how many are left out."""
    head = "".join(f"<th>{escape(name)}</th>" for name in header)
    body = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in rows[:SHOWN])
    left = len(rows) - SHOWN
    rest = f"<p>and {left} more rows</p>" if left > 0 else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"


def heading(text: str, iri: str, kinds: Iterable[str]) -> str:
    """Return what a thing is called, what it is, and its IRI."""
    told = ", ".join(map(escape, kinds))
    return f"<h4>{escape(text)}</h4><p>{told} · {link(iri, iri)}</p>"


def link(iri: str, text: str) -> str:
    """Return a link to an IRI of the web; any other is shown, and leads nowhere."""
    if not iri.startswith(("http://", "https://")):
        return escape(text)
    return f'<a href="{escape(iri)}">{escape(text)}</a>'


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    align = ' style="text-align: right"' if isinstance(value, int | float) else ""
    return f"<td{align}>{link(text, text)}</td>"
