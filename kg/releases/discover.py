"""Finds the sources that a user's words stand for: files, folders, globs, stdin, URLs."""

from __future__ import annotations

import glob
import os.path
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.releases.kinds import SUFFIXES
from kg.releases.source import STDIN, is_url


def discover(paths: Iterable[str]) -> Iterator[str]:
    """Yield the sources that `paths` stand for, each fit for `read`, in the order given.

    A folder stands for the files below it that have a known suffix, sorted, hidden ones left out;
    a glob for its matches, sorted. What stands for nothing is yielded as it is: `read` says so.
    """
    for path in paths:
        yield from _sources(path)


def _sources(path: str) -> Iterator[str]:
    if path == STDIN or is_url(path):
        yield path
    elif _is_folder(path):
        yield from _or_itself(path, _below(Path(path)))
    elif glob.has_magic(path) and not _is_there(path):
        # Path.glob takes no absolute pattern.
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207
        yield from _or_itself(path, (s for match in matches for s in _matched(match)))
    else:
        yield path


# Unlike Path's, these answer no to a name that no file can have (too long).
_is_folder = os.path.isdir
_is_there = os.path.exists


def _matched(match: str) -> Iterator[str]:
    """Yield the files below a matched folder, or the matched file, whatever its suffix."""
    return _below(Path(match)) if _is_folder(match) else iter([match])


def _below(folder: Path) -> Iterator[str]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        # Yielded so that `read` tells the user; a folder passed over in silence loses releases.
        yield str(folder)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            # A linked folder may lead back up here.
            yield from () if entry.is_symlink() else _below(entry)
        elif entry.suffix.lower() in SUFFIXES:
            yield str(entry)


def _or_itself(path: str, sources: Iterator[str]) -> Iterator[str]:
    first = next(sources, None)
    yield path if first is None else first
    yield from sources
