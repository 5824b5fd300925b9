"""An explanation as HTML for a notebook: each statement, and below it the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from kg.views import html, wording
from kg.views.records import Explanation, Happening, ReleaseInfo, Sentence, Statement

# More sentences than these say the same again; the explanation itself holds them all.
QUOTES: Final = 2


def page(found: Explanation) -> str:
    """Return the explanation as one piece of HTML."""
    sections = (
        (wording.SAID, (_item(_clause(s), s.sentences) for s in wording.said(found))),
        (wording.DISCUSSED, (_item(_clause(s), s.sentences) for s in found.discussed)),
        (wording.EVENTS, (_item(_happening(e), e.sentences) for e in found.events)),
        (wording.POSTS, (_item(escape(wording.post(p)), p.sentences) for p in found.posts)),
        (wording.KNOWN, (_item(_clause(s), ()) for s in wording.known(found))),
        (wording.NAMED, (_item(_release(r), ()) for r in found.mentioned)),
    )
    head = html.heading(found.thing.label, found.thing.iri, (c.label for c in found.classes))
    return head + "".join(_section(title, items) for title, items in sections)


def _section(title: str, items: Iterator[str]) -> str:
    listed = "".join(items)
    return f"<h5>{title}</h5><ul>{listed}</ul>" if listed else ""


def _item(clause: str, sentences: Iterable[Sentence]) -> str:
    shown = [_quoted(sentence) for sentence in sentences][:QUOTES]
    return f"<li>{clause}{''.join(shown)}</li>"


def _quoted(sentence: Sentence) -> str:
    words = escape(" ".join(sentence.quote.split()))
    return f"<blockquote>{words}<br><small>{_release(sentence.release)}</small></blockquote>"


def _clause(statement: Statement) -> str:
    return escape(wording.clause(statement))


def _happening(event: Happening) -> str:
    status = wording.bracketed(event.statuses)
    return escape(f"{wording.day(event)} {event.thing.label}{status}")


def _release(release: ReleaseInfo) -> str:
    return html.link(release.source or release.iri, wording.release(release, release.title))
