"""The compiled lexicon as data that the user's cache folder can keep (`kg.kept`).

Its first line holds what each mapping needs, the others a known individual or what a name stands for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg import kept
from kg.authority.lexicon import Known, Lexicon, Sense
from kg.model import Ties
from kg.records import Records

_NAME = "lexicon"
_SOURCES = (
    *("authority/compiling.py", "authority/lexicon.py", "records.py"),
    *("authority/stored.py", "names.py"),
)


def read(folder: Path, digest: str) -> Lexicon | None:
    """Return the lexicon of this digest, or None where it is not kept or cannot be read."""
    with kept.uncollected():
        lines = kept.read_lines(folder, _NAME, kept.digest(digest, code=_SOURCES))
        return _lexicon(lines, digest) if lines else None


def write(folder: Path, lexicon: Lexicon) -> None:
    """Keep a lexicon."""
    made_of = kept.digest(lexicon.digest, code=_SOURCES)
    kept.write_lines(folder, _NAME, made_of, list(_lines(lexicon)))


def _lines(lexicon: Lexicon) -> Iterator[Any]:
    yield {
        "known": list(lexicon.known),
        "names": lexicon.names,
        "demonyms": lexicon.demonyms,
        "by_fold": lexicon.by_fold,
    }
    yield from lexicon.known.values()
    yield from (lexicon.senses[name] for name in lexicon.names)


def _lexicon(lines: list[str], digest: str) -> Lexicon:
    data = json.loads(lines[0])
    senses = 1 + len(data["known"])
    return Lexicon(
        known=Records(zip(data["known"], lines[1:senses], strict=True), _known),
        names=tuple(data["names"]),
        senses=Records(zip(data["names"], lines[senses:], strict=True), _senses),
        demonyms=data["demonyms"],
        by_fold=data["by_fold"],
        digest=digest,
    )


def _senses(data: list[Any]) -> tuple[Sense, ...]:
    return tuple(Sense(*sense) for sense in data)


def _known(entry: list[Any]) -> Known:
    key, kind, label, labels, country, since, until, posts, ties, launched, names = entry
    told = tuple((text, language) for text, language in labels)
    held = tuple((place, day) for place, day in posts)
    tied = Ties(*map(tuple, ties))
    return Known(key, kind, label, told, country, since, until, held, tied, launched, tuple(names))
