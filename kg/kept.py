"""What is worked out once and kept in the user's cache folder: a help, never a need.

One file for each name and digest of what it was made from: lines of JSON, of which a reader parses those that it
needs. What cannot be read or written is passed over, and worked out anew; a file appears whole or not at all.
JSON, since a file that anybody might change must not be able to run code.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

import platformdirs

_KEPT = 6


def folder() -> Path | None:
    """Return the user's cache folder; None where the user has no home to keep it in."""
    try:
        return platformdirs.user_cache_path("spacekg")
    except (OSError, RuntimeError):
        return None


def digest(*parts: str | bytes, code: Iterable[str] = ()) -> str:
    """Return the digest of `parts`, and of the modules `code` that make something of them."""
    room = files("kg")
    found = hashlib.sha256()
    for part in (*parts, *(room.joinpath(name).read_bytes() for name in code)):
        data = part.encode() if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()


def read(folder: Path | None, name: str, digest: str) -> Any:
    """Return what is kept under this name and digest; None where it is not there or is damaged."""
    lines = read_lines(folder, name, digest)
    return json.loads(lines[0]) if lines else None


def write(folder: Path | None, name: str, digest: str, data: Any) -> None:
    """Keep `data`, and of what was kept before under this name the newest few."""
    write_lines(folder, name, digest, [data])


def read_lines(folder: Path | None, name: str, digest: str) -> list[str] | None:
    """Return the lines of JSON that are kept under this name and digest; None where they are not there or are damaged.

    They are looked through for damage as a whole, since most of them are never read.
    """
    check, _, body = (_bytes(folder, name, digest) or b"").partition(b"\n")
    return body.decode().split("\n") if check == _check(body) else None


def write_lines(folder: Path | None, name: str, digest: str, lines: Sequence[Any]) -> None:
    """Keep each of `lines` as a line of JSON, and of what was kept before the newest few."""
    body = "\n".join(map(_dumped, lines)).encode()
    _keep(folder, name, digest, _check(body) + b"\n" + body)


def made(name: str, digest: str, make: Callable[[], Iterable[Any]]) -> list[Any]:
    """Return what `make` gives, each as JSON holds it: from the cache folder where it is kept, else made and kept."""
    where = folder()
    lines = read_lines(where, name, digest)
    if lines is None:
        found = list(make())
        write_lines(where, name, digest, found)
        lines = list(map(_dumped, found))
    return list(map(json.loads, lines))


def _check(body: bytes) -> bytes:
    return b"%08x" % zlib.crc32(body)


def _dumped(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _bytes(folder: Path | None, name: str, digest: str) -> bytes | None:
    if folder is None:
        return None
    try:
        return _path(folder, name, digest).read_bytes()
    except OSError:
        return None


def _keep(folder: Path | None, name: str, digest: str, data: bytes) -> None:
    if folder is None:
        return
    path = _path(folder, name, digest)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=folder, prefix=path.stem, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(part).replace(path)
        except OSError:
            Path(part).unlink()
        _forget(folder, name)


def _forget(folder: Path, name: str) -> None:
    kept = sorted(folder.glob(f"{name}-*.json"), key=lambda p: p.stat().st_mtime, reverse=True)
    for path in kept[_KEPT:]:
        path.unlink(missing_ok=True)


def _path(folder: Path, name: str, digest: str) -> Path:
    return folder / f"{name}-{digest[:32]}.json"


@contextmanager
def uncollected() -> Iterator[None]:
    """Make many lasting objects without the collector looking through them again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
