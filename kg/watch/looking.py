"""Looks whether a source is another than it was: a file by its size and time, a feed by its headers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from kg.errors import UsageError
from kg.releases import discover
from kg.releases.source import STDIN, Source, is_url, opened
from kg.releases.url import Version, fetch_if_new


def check(sources: Iterable[str]) -> None:
    """Refuse what cannot be watched; UsageError."""
    for source in sources:
        if source == STDIN:
            raise UsageError(
                "standard input cannot be watched", "Name a folder, or the URL of a feed."
            )
        if not is_url(source) and not Path(source).exists():
            raise UsageError(f"{source}: no such folder", "Make it, or check the name.")


def found(sources: Iterable[str]) -> Iterator[str]:
    """Yield the files and addresses to look at now."""
    for source in discover(sources):
        # A folder stands for itself where it holds no release yet.
        if is_url(source) or not Path(source).is_dir():
            yield source


@contextmanager
def changed(source: str, mark: str, *, before: float) -> Iterator[tuple[Source, str] | None]:
    """Open a source that is another than `mark` says, with its new mark; None where it is not.

    A file that was written to after `before` (seconds since 1970) may not be whole yet: None as well.
    """
    if is_url(source):
        known = Version(**json.loads(mark)) if mark else Version()
        answer = fetch_if_new(source, known)
        yield (answer[0], json.dumps(asdict(answer[1]))) if answer else None
        return
    stat = Path(source).stat()
    now = f"{stat.st_size} {stat.st_mtime_ns}"
    if now == mark or stat.st_mtime > before:
        yield None
        return
    with opened(source) as file:
        yield file, now
