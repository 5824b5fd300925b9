"""The known names: read from `ontology/authority/*.ttl` (and a user's own files) as a lexicon.

`lexicon` holds the names and finds them in a text, `compiling` makes it from Turtle, and `stored`
keeps it in the user's cache folder, since compiling takes longer than mapping many releases.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from kg import kept
from kg.authority import stored
from kg.authority.compiling import compile_files
from kg.authority.lexicon import Hit, Known, Lexicon, Sense, flatten
from kg.errors import UnreadableError
from kg.resources import files

__all__ = ["Hit", "Known", "Lexicon", "Sense", "compiled", "flatten", "load"]


def load(extra: Iterable[Path] = ()) -> Lexicon:
    """Return the lexicon of the packaged authority and of `extra` Turtle files."""
    return _load(tuple(extra))


@cache
def _load(extra: tuple[Path, ...]) -> Lexicon:
    return compiled((*files("ontology/authority", ".ttl"), *extra), kept.folder())


def compiled(paths: Iterable[Path], folder: Path | None) -> Lexicon:
    """Return the lexicon of these files, from `folder` where it holds it, else compiled and kept there."""
    contents = [(path, _bytes(path)) for path in paths]
    digest = kept.digest(*(data for _, data in contents))
    lexicon = stored.read(folder, digest) if folder else None
    if lexicon is None:
        lexicon = compile_files(contents, digest)
        if folder:
            stored.write(folder, lexicon)
    return lexicon


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror}", "Name a Turtle file.") from error
