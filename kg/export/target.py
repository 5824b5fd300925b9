"""Where an export goes: a file that appears only when it is whole, a stream, standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from kg.errors import UsageError

Target: TypeAlias = str | os.PathLike[str] | BinaryIO

STANDARD: Final = "-"


@contextmanager
def opened(target: Target) -> Iterator[BinaryIO]:
    """Yield a binary stream into `target`; `-` is standard output.

    A file is written beside its place and moved there at the end, so that a writer that fails
    leaves nothing behind and an older file as it was.
    """
    if not isinstance(target, str | os.PathLike):
        yield target
    elif target == STANDARD:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with _file(Path(target).resolve()) as stream:
            yield stream


@contextmanager
def _file(path: Path) -> Iterator[BinaryIO]:
    # A pipe or a device is there already and cannot be replaced: write into it.
    in_place = path.exists() and not path.is_file()
    part = path if in_place else path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        if not in_place:
            part.replace(path)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise UsageError(
            f"cannot write {path}: {error.strerror or error}",
            "Choose another file or folder to write to, or make room on the disk.",
        ) from error
    finally:
        if not in_place:
            part.unlink(missing_ok=True)
