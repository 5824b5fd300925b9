"""The text of an HTML fragment (a feed's entry, a mail): all of it, a paragraph a block."""

from __future__ import annotations

import re

from kg.releases.libraries import needed
from kg.releases.prose import paragraphs

BLOCK = re.compile(
    "address|article|aside|blockquote|body|br|caption|center|d[dlt]|div|fig(?:caption|ure)|footer|"
    "form|h[1-6r]|header|li|main|nav|[ou]l|p|pre|section|table|tbody|tr"
)
CELLS = frozenset({"td", "th"})
SILENT = frozenset(
    {"script", "style", "head", "title", "template", "noscript", "svg", "iframe", "object"}
)
# A no-break space is a character of the text, not white space of the markup.
_WHITE = re.compile(r"[ \t\r\n\f]+")


def markup(fragment: str, origin: str) -> str:
    """Return the text of `fragment`, its blocks separated by empty lines."""
    pieces: list[str] = []
    _collect(fragment, origin, pieces)
    blocks = "".join(pieces).split("\0")
    return paragraphs([_WHITE.sub(" ", block) for block in blocks])


def _collect(fragment: str, origin: str, pieces: list[str]) -> None:
    """Append the words of `fragment` to `pieces`, with a NUL at each border of a block."""
    with needed("lxml", origin):
        from lxml import etree, html
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    page = f"<div>{fragment}</div>".replace("\0", "").encode("utf-8", "replace")
    walk = etree.iterwalk(html.document_fromstring(page, parser=parser), events=("start", "end"))
    for event, element in walk:
        silent = element.tag in SILENT
        pieces.append(_border(element.tag))
        if event == "end":
            pieces.append(element.tail or "")
        elif silent:
            walk.skip_subtree()
        else:
            pieces.append(element.text or "")


def _border(tag: str) -> str:
    if BLOCK.fullmatch(tag):
        return "\0"
    return " " if tag in CELLS else ""
