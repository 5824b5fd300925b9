"""The compiled lexicon in the user's cache folder: a help, never a need.

One JSON file for each content of the authority and version of the code that compiles it. What
cannot be read or written is passed over, and the lexicon compiled anew; a file appears whole or
not at all. JSON, since a file that anybody might change must not be able to run code.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import platformdirs

from kg.authority.lexicon import Known, Lexicon, Sense

_KEPT = 6
_SOURCES = ("authority/compiling.py", "authority/lexicon.py", "authority/stored.py", "names.py")


def folder() -> Path | None:
    """Return where lexicons are kept; None where the user has no home to keep it in."""
    try:
        return platformdirs.user_cache_path("spacekg")
    except (OSError, RuntimeError):
        return None


def read(folder: Path, digest: str) -> Lexicon | None:
    """Return the lexicon of this digest, or None where it is not kept or cannot be read."""
    try:
        data = json.loads(_path(folder, digest).read_bytes())
        return _lexicon(data, digest)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def write(folder: Path, lexicon: Lexicon) -> None:
    """Keep a lexicon, and of older ones the newest few."""
    path = _path(folder, lexicon.digest)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=path.stem, suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(_data(lexicon), file, ensure_ascii=False, separators=(",", ":"))
            Path(name).replace(path)
        except OSError:
            Path(name).unlink()
        _forget(folder)


def _forget(folder: Path) -> None:
    kept = sorted(folder.glob("lexicon-*.json"), key=lambda p: p.stat().st_mtime, reverse=True)
    for path in kept[_KEPT:]:
        path.unlink(missing_ok=True)


def _path(folder: Path, digest: str) -> Path:
    both = hashlib.sha256((digest + _code()).encode()).hexdigest()
    return folder / f"lexicon-{both[:32]}.json"


@cache
def _code() -> str:
    """Return the digest of the code that compiles and reads lexicons."""
    room = files("kg")
    texts = (room.joinpath(name).read_bytes() for name in _SOURCES)
    return hashlib.sha256(b"\0".join(texts)).hexdigest()


def _data(lexicon: Lexicon) -> dict[str, Any]:
    return {
        "known": list(lexicon.known.values()),
        "names": lexicon.names,
        "senses": lexicon.senses,
        "demonyms": lexicon.demonyms,
        "by_fold": lexicon.by_fold,
    }


def _lexicon(data: dict[str, Any], digest: str) -> Lexicon:
    known = [_known(entry) for entry in data["known"]]
    return Lexicon(
        known={entry.key: entry for entry in known},
        names=tuple(data["names"]),
        senses=tuple(tuple(Sense(*sense) for sense in senses) for senses in data["senses"]),
        demonyms=data["demonyms"],
        by_fold={name: tuple(keys) for name, keys in data["by_fold"].items()},
        digest=digest,
    )


def _known(entry: list[Any]) -> Known:
    key, kind, label, labels, country, since, until, posts = entry
    told = tuple((text, language) for text, language in labels)
    held = tuple((place, day) for place, day in posts)
    return Known(key, kind, label, told, country, since, until, held)
