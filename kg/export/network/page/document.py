"""The page itself: HTML with its style, its drawing, its data and its program inside."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from kg.export import markup
from kg.export.network.drawing.legend import Entry, heading, legend, note, summary
from kg.export.network.drawing.picture import Picture, draw
from kg.export.network.drawing.shapes import number, sign
from kg.export.network.drawing.style import style_sheet
from kg.export.network.drawing.svg import drawing
from kg.export.network.page.data import data
from kg.export.network.page.fallback import table
from kg.export.network.pieces import Pieces
from kg.export.network.strongest import strongest

if TYPE_CHECKING:
    import networkx as nx

LIMITS: Final = (600, 2000)
"""The nodes and ties that a browser moves without a stutter, and a person might look through."""


class Page(Pieces):
    """Writes one graph as a page to open in a browser."""

    def pieces(self, graph: nx.Graph[str], /) -> Iterator[str]:
        """Yield the page."""
        return page(draw(strongest(graph, *LIMITS)))


def page(picture: Picture) -> Iterator[str]:
    """Yield the page piece by piece."""
    title = markup.text(heading(picture))
    style = f"\n{style_sheet()}{_asset('page.css')}"
    program = f"\n{_asset('page.js')}"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, program)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="generator" content="spacekg">\n<link rel="icon" href="data:,">\n'
    yield f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    yield f'<header>\n<div><h1>{title}</h1><p class="about">{markup.text(note(picture))}</p></div>\n'
    yield f"{_SEARCH}</header>\n<main>\n"
    yield from _stage(picture)
    yield '<aside id="panel" aria-label="What the network says" hidden></aside>\n</main>\n'
    yield "<noscript>\n"
    yield from table(picture)
    yield f'</noscript>\n<script type="application/json" id="data">{data(picture)}</script>\n'
    yield f"<script>{program}</script>\n</body>\n</html>\n"


_SEARCH: Final = """\
<form role="search" hidden><label for="search">Find</label>
<input id="search" type="search" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></form>
"""
_TOOLS: Final = """\
<div class="tools" hidden>
<button type="button" id="nearer" aria-label="Nearer" title="Nearer (+)">+</button>
<button type="button" id="farther" aria-label="Farther" title="Farther (-)">&#8722;</button>
<button type="button" id="whole" aria-label="The whole network" title="The whole network (0)">&#8861;</button>
</div>
"""


def _stage(picture: Picture) -> Iterator[str]:
    box = f"0 0 {number(picture.width)} {number(picture.height)}"
    yield '<section id="stage" aria-label="Drawing">\n'
    yield f'<svg viewBox="{box}" role="img" aria-labelledby="title desc">\n'
    yield f'<title id="title">{markup.text(heading(picture))}</title>\n'
    yield f'<desc id="desc">{markup.text(summary(picture))}</desc>\n<g id="world">\n'
    yield from drawing(picture)
    yield "</g>\n</svg>\n"
    yield f'{_TOOLS}<ul class="legend">\n'
    yield from (_entry(entry) for entry in legend(picture))
    yield "</ul>\n</section>\n"


def _entry(entry: Entry) -> str:
    shape = ""
    if entry.tone is not None:
        drawn = sign(6, 6, 5.5, entry.tone, square=entry.square)
        shape = f'<svg width="12" height="12" aria-hidden="true">{drawn}</svg> '
    return f"<li>{shape}{markup.text(entry.text)}</li>\n"


def _asset(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _policy(style: str, program: str) -> str:
    """Return the policy: nothing may be fetched, and no other style or program may work."""
    return (
        f"default-src 'none'; img-src data:; style-src {_digest(style)}; "
        f"script-src {_digest(program)}; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
