"""PNG of a picture: its SVG, drawn by resvg, with what it shows told in the file as well."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, Final

from kg.errors import UsageError
from kg.export.network.drawing.legend import heading, summary
from kg.export.network.drawing.picture import draw
from kg.export.network.drawing.svg import svg
from kg.export.network.strongest import readable

if TYPE_CHECKING:
    import networkx as nx

ZOOM: Final = 2
_HEADER: Final = 33
"""The signature of a PNG and its first chunk (W3C PNG, 5.2 and 11.2.2)."""
FACES: Final = (
    "DejaVu Sans", "Noto Sans", "Liberation Sans", "Arial", "Helvetica", "Segoe UI", "Verdana",
    "Roboto", "Ubuntu", "Cantarell", "Open Sans", "FreeSans",
)  # fmt: skip
"""Faces to draw with, the first that is installed; resvg itself looks for one alone."""
_TRIAL: Final = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
_LETTER: Final = '<text y="9" font-family="sans-serif">W</text>'


class Png:
    """Writes one graph as a picture of at most 60 nodes."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._out, self._render = out, _renderer()

    def write(self, item: nx.Graph[str], /) -> None:
        """Write the picture."""
        picture = draw(readable(item))
        data = self._render(svg(picture))
        self._out.write(data[:_HEADER])
        told = {
            "Title": heading(picture),
            "Description": summary(picture),
            "Software": "spacekg",
        }
        self._out.writelines(_text(word, text) for word, text in told.items())
        self._out.write(data[_HEADER:])

    def finalize(self) -> None:
        """Do nothing: the picture is whole."""


def _renderer() -> Callable[[str], bytes]:
    """Return what draws SVG, after a look at whether it is there and has letters to draw."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError as error:
        raise UsageError(
            "a PNG needs resvg, which is not installed",
            "pip install 'spacekg[draw]'; or write SVG, which needs nothing: -f svg",
        ) from error

    def render(document: str, zoom: float, face: str) -> bytes:
        return bytes(svg_to_bytes(svg_string=document, zoom=zoom, sans_serif_family=face))

    blank = render(_TRIAL.format(""), 1, FACES[0])
    for face in FACES:
        if render(_TRIAL.format(_LETTER), 1, face) != blank:
            return lambda document: render(document, ZOOM, face)
    raise UsageError(
        "a PNG needs a font, and this machine has none that we know",
        "Install one (Debian: apt-get install fonts-dejavu-core), or write SVG: -f svg",
    )


def _text(keyword: str, text: str) -> bytes:
    """Return a chunk of text: `tEXt` in Latin-1, or `iTXt` in UTF-8 where that is not enough."""
    try:
        return _chunk(b"tEXt", keyword.encode() + b"\0" + text.encode("latin-1"))
    except UnicodeEncodeError:
        return _chunk(b"iTXt", keyword.encode() + b"\0\0\0\0\0" + text.encode())


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return len(data).to_bytes(4, "big") + kind + data + check.to_bytes(4, "big")
