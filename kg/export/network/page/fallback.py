"""What the page shows where scripts are off: a row a tie, with its sentences."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export import markup
from kg.export.network.drawing.picture import Line, Picture
from kg.export.network.page.data import Quote, said

HEAD = "<tr><th>From</th><th>To</th><th>Weight</th><th>First</th><th>Last</th><th>What says so</th></tr>"


def table(picture: Picture) -> Iterator[str]:
    """Yield a table of the ties, the strongest first."""
    yield f"<table>\n<caption>The ties, the strongest first</caption>\n<thead>{HEAD}</thead>\n"
    yield "<tbody>\n"
    order = sorted(picture.lines, key=lambda line: (-line.weight, line.source, line.target))
    yield from (_row(picture, line) for line in order)
    yield "</tbody>\n</table>\n"


def _row(picture: Picture, line: Line) -> str:
    source, target = picture.marks[line.source], picture.marks[line.target]
    values = picture.part.graph.edges[source.key, target.key]
    days = (values.get("first") or "", values.get("last") or "")
    cells = [source.name, target.name, f"{line.weight:g}", *map(str, days)]
    told = "".join(f"<td>{markup.text(cell)}</td>" for cell in cells)
    return f"<tr>{told}<td>{''.join(map(_quote, said(values)))}</td></tr>\n"


def _quote(quote: Quote) -> str:
    text, release, issued = map(markup.text, quote)
    return f"<p>“{text}” <cite>{release}{', ' if issued else ''}{issued}</cite></p>"
