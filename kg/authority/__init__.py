"""The known names: read from `ontology/authority/*.ttl` (and a user's own files) as a lexicon.

`lexicon` holds the names and finds them in a text, `compiling` makes it from Turtle, and `stored`
keeps it in the user's cache folder, since compiling takes longer than mapping many releases.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from kg import kept
from kg.authority import stored
from kg.authority.compiling import compile_files
from kg.authority.lexicon import Hit, Known, Lexicon, Sense, flatten
from kg.errors import UnreadableError
from kg.resources import files

__all__ = [
    "Hit",
    "Known",
    "Lexicon",
    "Sense",
    "Snapshot",
    "compiled",
    "flatten",
    "lexicon_of",
    "load",
    "snapshot",
]


@dataclass(frozen=True)
class Snapshot:
    """The authority as it is at one moment: paths and contents of its Turtle files.

    It can be sent to other processes and machines, which then know the same names.
    """

    contents: tuple[tuple[Path, bytes], ...] = field(repr=False)

    @cached_property
    def digest(self) -> str:
        """Return a SHA-256 of the contents."""
        return kept.digest(*(data for _, data in self.contents))


def snapshot(extra: Iterable[Path] = ()) -> Snapshot:
    """Return the packaged authority and the `extra` Turtle files as they are now."""
    return _taken((*files("ontology/authority", ".ttl"), *extra))


def load(extra: Iterable[Path] = ()) -> Lexicon:
    """Return the lexicon of the packaged authority and of `extra` Turtle files."""
    return lexicon_of(snapshot(extra))


@cache
def lexicon_of(taken: Snapshot) -> Lexicon:
    """Return the lexicon of an authority, from the user's cache folder where that holds it."""
    return _compiled(taken, kept.folder())


def compiled(paths: Iterable[Path], folder: Path | None) -> Lexicon:
    """Return the lexicon of these files, from `folder` where it holds it, else compiled and kept there."""
    return _compiled(_taken(paths), folder)


def _compiled(taken: Snapshot, folder: Path | None) -> Lexicon:
    lexicon = stored.read(folder, taken.digest) if folder else None
    if lexicon is None:
        lexicon = compile_files(taken.contents, taken.digest)
        if folder:
            stored.write(folder, lexicon)
    return lexicon


def _taken(paths: Iterable[Path]) -> Snapshot:
    return Snapshot(tuple((path, _bytes(path)) for path in paths))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror}", "Name a Turtle file.") from error
