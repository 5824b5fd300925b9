"""SVG of a picture: our own, small, in the reader's own sans-serif face, for light and for dark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from kg.export import markup
from kg.export.network.drawing.legend import Entry, between, heading, legend, note, rows, summary
from kg.export.network.drawing.palette import is_square
from kg.export.network.drawing.picture import MARGIN, Mark, Picture, draw
from kg.export.network.drawing.shapes import at, label, number, sign, tie
from kg.export.network.drawing.style import style_sheet
from kg.export.network.pieces import Pieces
from kg.export.network.strongest import readable

if TYPE_CHECKING:
    import networkx as nx

HEAD: Final = 66.0
ROW: Final = 20.0
NARROWEST: Final = 560.0
_APART: Final = 4.5


class Svg(Pieces):
    """Writes one graph as a picture of at most 60 nodes."""

    def pieces(self, graph: nx.Graph[str], /) -> Iterator[str]:
        """Yield the picture."""
        yield svg(draw(readable(graph)))


def svg(picture: Picture) -> str:
    """Return the picture as an SVG document, with its title above and its legend below."""
    return markup.DECLARATION + "".join(_document(picture))


def _document(picture: Picture) -> Iterator[str]:
    width = max(picture.width, NARROWEST)
    words = rows(legend(picture), width - 2 * MARGIN)
    height = HEAD + picture.height + ROW * len(words) + MARGIN / 2
    size = markup.attributes(width=number(width), height=number(height))
    title = heading(picture)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}"'
    yield f'{size} role="img" aria-labelledby="title desc">\n'
    yield f'<title id="title">{markup.text(title)}</title>\n'
    yield f'<desc id="desc">{markup.text(summary(picture))}</desc>\n'
    yield f"<style>\n{style_sheet()}</style>\n"
    yield f'<rect class="paper"{size}/>\n'
    yield f'<text class="head"{at(MARGIN, 40)}>{markup.text(title)}</text>\n'
    yield f'<text class="note"{at(MARGIN, 60)}>{markup.text(note(picture))}</text>\n'
    yield f'<g transform="translate({number((width - picture.width) / 2)} {number(HEAD)})">\n'
    yield from drawing(picture)
    yield "</g>\n"
    yield from _legend(words, HEAD + picture.height)
    yield "</svg>\n"


def drawing(picture: Picture) -> Iterator[str]:
    """Yield the ties, the nodes above them, and the labels above all."""
    yield '<g class="ties">\n'
    yield from _ties(picture)
    yield '</g>\n<g class="nodes">\n'
    for place, mark in enumerate(picture.marks):
        square = is_square(mark.class_)
        shape = sign(mark.x, mark.y, mark.radius, mark.tone, square=square)
        yield f'<g class="node" id="n{place}"><title>{markup.text(_told(mark))}</title>{shape}</g>\n'
    yield '</g>\n<g class="labels">\n'
    for place, mark in enumerate(picture.marks):
        off = "" if mark.labelled else " off"
        yield f'<text class="node-label{off}" id="t{place}">{label(mark)}</text>\n'
    yield "</g>\n"


def _told(mark: Mark) -> str:
    return f"{mark.name} ({mark.class_})" if mark.class_ else mark.name


def _ties(picture: Picture) -> Iterator[str]:
    """Yield the ties, the strongest last, so that they lie above the weaker."""
    both = {(line.source, line.target) for line in picture.lines}
    order = sorted(enumerate(picture.lines), key=lambda item: (item[1].width, item[0]))
    for place, line in order:
        twin = picture.is_directed and (line.target, line.source) in both
        shape = tie(
            picture.marks[line.source],
            picture.marks[line.target],
            line,
            arrow=picture.is_directed,
            aside=_APART if twin else 0.0,
        )
        title = markup.text(between(picture, line))
        yield f'<g class="tie" id="e{place}"><title>{title}</title>{shape}</g>\n'


def _legend(words: Sequence[Sequence[Entry]], top: float) -> Iterator[str]:
    yield '<g class="legend">\n'
    for place, row in enumerate(words):
        x, y = MARGIN, top + ROW * (place + 0.5)
        for entry in row:
            shift = 0.0
            if entry.tone is not None:
                yield f"{sign(x + 5, y - 4, 5, entry.tone, square=entry.square)}\n"
                shift = 16.0
            yield f'<text class="note"{at(x + shift, y)}>{markup.text(entry.text)}</text>\n'
            x += entry.width
    yield "</g>\n"
