"""What a format is, and how one is found by its name or by a file's suffix."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import BinaryIO, Generic, Protocol, TypeVar

from kg.errors import UnknownNameError
from kg.export.target import STANDARD, Target

T_contra = TypeVar("T_contra", contravariant=True)


class Writer(Protocol[T_contra]):
    """Writes items in one format to a stream that somebody else opens and closes."""

    def write(self, item: T_contra, /) -> None:
        """Take one item; a format that must see all of them keeps it until `finalize`."""
        ...

    def finalize(self) -> None:
        """Write what is left, so that the stream holds a whole and valid document."""
        ...


class Opener(Protocol[T_contra]):
    """Makes the writer for one open stream: the class of the writer itself, as a rule."""

    def __call__(self, out: BinaryIO, /) -> Writer[T_contra]:
        """Return a writer into `out`."""
        ...


@dataclass(frozen=True, slots=True)
class Format(Generic[T_contra]):
    """A format's name on the command line, what it is called, and who writes it."""

    name: str
    title: str
    media_type: str
    suffix: str
    opener: Opener[T_contra]


T = TypeVar("T")


def find(formats: Sequence[Format[T]], name: str) -> Format[T]:
    """Return the format `name`, or say which there are (UnknownNameError)."""
    for format_ in formats:
        if format_.name == name:
            return format_
    names = [f.name for f in formats]
    near = get_close_matches(name.casefold().lstrip("."), names, n=1)
    advice = f"Did you mean {near[0]!r}? " if near else ""
    raise UnknownNameError(f"unknown format {name!r}", f"{advice}Formats here: {', '.join(names)}.")


def guess(formats: Sequence[Format[T]], target: Target, default: str) -> Format[T]:
    """Return the format that the suffix of the file `target` tells, else the format `default`."""
    if isinstance(target, str | os.PathLike) and target != STANDARD:
        path = os.fspath(target).casefold()
        for format_ in sorted(formats, key=lambda f: -len(f.suffix)):
            if path.endswith(format_.suffix):
                return format_
    return find(formats, default)
