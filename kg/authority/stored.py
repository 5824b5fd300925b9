"""The compiled lexicon as data that the user's cache folder can keep (`kg.kept`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kg import kept
from kg.authority.lexicon import Known, Lexicon, Sense
from kg.model import Ties

_NAME = "lexicon"
_SOURCES = ("authority/compiling.py", "authority/lexicon.py", "authority/stored.py", "names.py")


def read(folder: Path, digest: str) -> Lexicon | None:
    """Return the lexicon of this digest, or None where it is not kept or cannot be read."""
    try:
        with kept.uncollected():
            return _lexicon(kept.read(folder, _NAME, kept.digest(digest, code=_SOURCES)), digest)
    except (ValueError, KeyError, TypeError):
        return None


def write(folder: Path, lexicon: Lexicon) -> None:
    """Keep a lexicon."""
    kept.write(folder, _NAME, kept.digest(lexicon.digest, code=_SOURCES), _data(lexicon))


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
    key, kind, label, labels, country, since, until, posts, ties, launched = entry
    told = tuple((text, language) for text, language in labels)
    held = tuple((place, day) for place, day in posts)
    tied = Ties(*map(tuple, ties))
    return Known(key, kind, label, told, country, since, until, held, tied, launched)
