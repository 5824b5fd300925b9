"""Reads press releases from their sources: files of several kinds, folders, stdin, URLs.

    for source in discover(["archive/", "more/*.pdf", "-", "https://..."]):
        for release in read(source, given=Given(publisher="cnes")):
            if isinstance(release, UnreadableError):
                ...  # say it and go on: the other releases are still to come

`read` never raises for what it finds in a source. One source may hold many releases (a feed, JSON
lines), of which some are broken; what cannot be read is therefore yielded, in its place, as the
`UnreadableError` that says what is wrong and what to do.

A release's text is in NFC, with line feeds at its line ends, without a byte order mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import UnreadableError
from kg.model import Release
from kg.releases.discover import discover
from kg.releases.given import Given
from kg.releases.kinds import JSON_LINES, kind_of
from kg.releases.source import STDIN, Source, is_url, opened

__all__ = ["Given", "discover", "is_endless", "read", "read_opened"]


def read(source: str, *, given: Given | None = None) -> Iterator[Release | UnreadableError]:
    """Yield the releases in `source` (a path, a URL, "-" for stdin), and what is unreadable in it.

    What is `given` goes before what the source says of itself.
    """
    try:
        with opened(source) as found:
            for release in read_opened(found):
                yield given.put_on(release) if given and isinstance(release, Release) else release
    except OSError as error:
        reason = error.strerror or error
        yield UnreadableError(f"{source}: cannot be read ({reason})", "Check its access rights.")
    except UnreadableError as error:
        yield error


def read_opened(source: Source) -> Iterator[Release | UnreadableError]:
    """Yield the releases in a source that somebody has opened, and what is unreadable in it."""
    try:
        yield from kind_of(source).read(source)
    except UnreadableError as error:
        yield error


def is_endless(source: str) -> bool:
    """Tell whether a source may hold any number of releases, to be read one by one.

    So may standard input and JSON lines; of the other kinds each is bounded.
    """
    if source == STDIN or is_url(source):
        return source == STDIN
    try:
        with opened(source) as found:
            return kind_of(found) is JSON_LINES
    except (UnreadableError, OSError):
        # `read` says what is wrong with it.
        return False
