"""Reads a web page: its main text and its metadata, by trafilatura.

A paragraph is a line, with an empty line between two. The title is the first line, where the main
text does not begin with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.errors import UnreadableError
from kg.model import Release
from kg.releases.charset import decode
from kg.releases.libraries import name_and_version, needed, parsing
from kg.releases.markup import markup
from kg.releases.prose import paragraphs, prose, titled
from kg.releases.source import Source
from kg.releases.stated import day, language, line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MEDIA_TYPE = "text/html"
MAX_PAGE = 10_000_000

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE)

# What the page's tags say of its day, nothing guessed from its words; the last day is fixed
# because it would else be today, and reading a page twice must give the same.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-12-31"}

# trafilatura makes plain spaces of these; their printable pictures pass through it unharmed.
_PICTURES = {"\u00a0": "\u237d", "\u202f": "\u23b5"}
_DRAWN = str.maketrans(_PICTURES)
_UNDRAWN = str.maketrans({picture: space for space, picture in _PICTURES.items()})


def read(source: Source) -> Iterator[Release]:
    """Yield the one release of a web page."""
    data = source.content(MAX_PAGE)
    page, _ = decode(data, source.origin, source.charset or _declared(data))
    with needed("trafilatura", source.origin):
        import trafilatura
    with parsing("HTML page", source.origin, "Save the page anew, or its text as plain text."):
        tree = trafilatura.load_html(page.replace("\0", ""))
        found = None if tree is None else _extracted(tree, page, source.url)
        yield _release(source, page, tree, found)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii") if found else None


def _extracted(tree: HtmlElement, page: str, url: str | None) -> Any:
    """Return trafilatura's document, with the no-break spaces of the page."""
    import trafilatura

    drawn = not any(picture in page for picture in _PICTURES.values())
    if drawn:
        _draw(tree)
    found = trafilatura.bare_extraction(
        tree, url=url, with_metadata=True, include_comments=False, date_extraction_params=_DATES
    )
    if found and drawn:
        for name in ("text", "title", "sitename"):
            setattr(found, name, (getattr(found, name) or "").translate(_UNDRAWN))
    return found


def _draw(tree: HtmlElement) -> None:
    for element in tree.iter("*"):
        if element.text:
            element.text = element.text.translate(_DRAWN)
        if element.tail:
            element.tail = element.tail.translate(_DRAWN)


def _release(source: Source, page: str, tree: HtmlElement | None, found: Any) -> Release:
    title = line(found.title) if found else None
    main = paragraphs(found.text.splitlines()) if found and found.text else ""
    # A page of a few words has no main part to find: then all its text is the release.
    text = main or markup(page, source.origin)
    if not text:
        raise UnreadableError(
            f"{source.origin}: no text in this page",
            "Its text may be put there by a script: save the page from a browser.",
        )
    return Release(
        text=prose(titled(text, title), source.origin),
        origin=source.origin,
        publisher=line(found.sitename or found.hostname) if found else None,
        issued=day(found.date) if found else None,
        language=language(tree.get("lang")) if tree is not None else None,
        title=title,
        source=(found.url if found else None) or source.url,
        media_type=MEDIA_TYPE,
        extraction=name_and_version("trafilatura" if main else "lxml"),
    )
