"""Reads a feed (RSS, Atom): each entry is a release, by feedparser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

from kg.errors import UnreadableError
from kg.model import Release
from kg.releases.libraries import name_and_version, needed, parsing
from kg.releases.markup import markup
from kg.releases.prose import prose, titled
from kg.releases.source import Source
from kg.releases.stated import day, language, line

RSS, ATOM = MEDIA_TYPES = ("application/rss+xml", "application/atom+xml")


def read(source: Source) -> Iterator[Release | UnreadableError]:
    """Yield the release of each entry; an entry without text is yielded as an error."""
    data = source.content()
    with needed("feedparser", source.origin):
        import feedparser
    with parsing("feed", source.origin, "Fetch it anew."):
        # A stream, for feedparser would take bytes that look like an address for one.
        parsed = feedparser.parse(BytesIO(data))
    if not parsed.entries:
        raise UnreadableError(
            f"{source.origin}: no entry of an RSS or Atom feed in it",
            "Only feeds are read from XML; save other documents as HTML or plain text.",
        )
    for number, entry in enumerate(parsed.entries, 1):
        yield _guarded(parsed, entry, f"{source.origin}#{number}")


def _guarded(parsed: Any, entry: Any, origin: str) -> Release | UnreadableError:
    try:
        with parsing("feed entry", origin, "Fetch the feed anew."):
            return _release(parsed, entry, origin)
    except UnreadableError as error:
        return error


def _release(parsed: Any, entry: Any, origin: str) -> Release:
    title = line(markup(entry.get("title", ""), origin))
    said = parsed.feed
    return Release(
        text=prose(titled(markup(_content(entry), origin), title), origin),
        origin=origin,
        publisher=line(said.get("publisher") or said.get("title")),
        issued=_issued(entry),
        language=language(entry.get("language") or said.get("language")),
        title=title,
        source=entry.get("link"),
        media_type=ATOM if parsed.version.startswith("atom") else RSS,
        extraction=name_and_version("feedparser"),
    )


def _issued(entry: Any) -> date | None:
    """Return the day as the feed writes it, else as feedparser makes it out (in UTC)."""
    stated = day(entry.get("published") or entry.get("updated"))
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    return stated or (date(*parsed[:3]) if parsed else None)


def _content(entry: Any) -> str:
    """Return the longest of what the entry holds: its content or its summary."""
    texts: list[str] = [part.get("value", "") for part in entry.get("content", ())]
    texts.append(entry.get("summary", ""))
    return max(texts, key=len)
