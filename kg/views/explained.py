"""An explanation as HTML for a notebook: each statement, and below it the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from kg.views import html
from kg.views.records import Explanation, Happening, Post, ReleaseInfo, Sentence, Statement

# More sentences than these say the same again; the explanation itself holds them all.
QUOTES: Final = 2
_PRECISE: Final = {"year": 4, "month": 7}


def page(found: Explanation) -> str:
    """Return the explanation as one piece of HTML."""
    said = [s for s in found.statements if s.sentences]
    known = [s for s in found.statements if not s.sentences]
    sections = (
        ("Releases say", (_item(_clause(s), s.sentences) for s in said)),
        ("Releases only discuss", (_item(_clause(s), s.sentences) for s in found.discussed)),
        ("Events", (_item(_happening(e), e.sentences) for e in found.events)),
        ("Posts", (_item(_post(p), p.sentences) for p in found.posts)),
        ("Known beforehand", (_item(_clause(s), ()) for s in known)),
        ("Named in", (_item(_release(r), ()) for r in found.mentioned)),
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
    end = statement.object
    words = (statement.subject.label, statement.predicate.label,
             end if isinstance(end, str) else end.label)  # fmt: skip
    return escape(" ".join(words))


def _happening(event: Happening) -> str:
    day = event.date[: _PRECISE.get(event.precision, len(event.date))] or "no date"
    status = f" [{', '.join(event.statuses)}]" if event.statuses else ""
    return escape(f"{day} {event.thing.label}{status}")


def _post(post: Post) -> str:
    where = f", {post.organisation.label}" if post.organisation else ""
    return escape(f"{post.person.label}: {post.title}{where} (as of {post.as_of})")


def _release(release: ReleaseInfo) -> str:
    publisher = release.publisher.label if release.publisher else ""
    told = [part for part in (publisher, release.number or release.title, release.issued) if part]
    return html.link(release.source or release.iri, ", ".join(told) or release.iri)
