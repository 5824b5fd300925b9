"""What a ledger is: who said what where, the two-mode rows that networks are made of.

A store on disk answers from its index (`kg.store.index`), any other by SPARQL (`kg.store.asked`);
the answers are the same. A *source* stands for a stretch of a release's words. It is a number, so
that a large store's many can be compared, and sorts from the oldest on: by the release's day, then
by a hash of its IRI, then by where the words stand. Numbers of two ledgers do not compare.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple, Protocol
from zlib import crc32

from kg.vocab import STATUSES

# What is merely discussed states no fact, see the model.
DISCUSSED: Final = "discussed"
REAL: Final = tuple(status for status in STATUSES if status != DISCUSSED)


class Label(NamedTuple):
    """What a thing is called; `language` is "" where the label has none."""

    thing: str
    text: str
    language: str


class Claim(NamedTuple):
    """That subject and object stand in a relation, and where a release says so."""

    subject: str
    object: str
    source: int


class Quote(NamedTuple):
    """Words of a release: its day of issue ("" where unknown), its IRI, the span's, and the words."""

    issued: str
    release: str
    span: str
    text: str


class Ledger(Protocol):
    """Facts of the default graph, each once, and the sources that show them."""

    def instances(self, classes: Sequence[str]) -> dict[str, str]:
        """Return the things of these classes, each with the last of the classes that it has."""
        ...

    def pairs(self, role: str) -> list[tuple[str, str]]:
        """Return subject and object of the facts with this property, in no order."""
        ...

    def values(self, property_: str) -> dict[str, set[str]]:
        """Return what things have as `skg:date`, `skg:endDate`, `skg:status` or `skg:title`."""
        ...

    def labels(self, things: Collection[str]) -> list[Label]:
        """Return what these things are called (`rdfs:label`), in all languages."""
        ...

    def claims(self, roles: Sequence[str], statuses: Sequence[str] = REAL) -> list[Claim]:
        """Return where releases claim such facts, with one of these statuses."""
        ...

    def tellings(self, classes: Sequence[str]) -> dict[str, set[int]]:
        """Return the sources of each event (or post) of these classes."""
        ...

    def day(self, source: int) -> str:
        """Return the day on which a source was issued, or ""."""
        ...

    def voice(self, source: int) -> int:
        """Return a number for who speaks: one for a release and its translations."""
        ...

    def voices(self, sources: Iterable[int]) -> set[int]:
        """Return the numbers of all that speak in these sources: how many are independent."""
        ...

    def release(self, source: int) -> int:
        """Return a number for the release that the source stands in."""
        ...

    def releases(self) -> dict[int, str]:
        """Return the IRI of each release by its number."""
        ...

    def quotes(self, sources: Collection[int]) -> dict[int, Quote]:
        """Return the words of sources."""
        ...

    def kept(self, name: str, digest: str) -> str | None:
        """Return what code of this digest worked out of the ledger before, if it still holds."""
        ...


def release_of(span: str) -> str:
    """Return the release of a text span, `{release}/text#char={begin},{end}`."""
    return span.rpartition("#")[0].removesuffix("/text")


def place_of(span: str) -> tuple[int, int]:
    """Return where a text span begins and ends; of an IRI that does not say, 0 and a hash."""
    begin, _, end = span.rpartition("#char=")[2].partition(",")
    if begin.isdecimal() and end.isdecimal():
        return int(begin), int(end)
    return 0, crc32(span.encode())


def day_number(issued: str) -> int:
    """Return a day as a number that sorts (the proleptic Gregorian ordinal); 0 where none is told."""
    try:
        return date.fromisoformat(issued[:10]).toordinal()
    except ValueError:
        return 0


@lru_cache(maxsize=20_000)
def day_text(number: int) -> str:
    """Return the day of that number in ISO form, "" for 0."""
    return date.fromordinal(number).isoformat() if number else ""


def hashed(release: str) -> int:
    """Return 64 bits that depend on the release's IRI alone."""
    return int.from_bytes(hashlib.sha256(release.encode()).digest()[:8])


def root(release: int, originals: dict[int, int]) -> int:
    """Return the original of a release, of its original and so on; of a circle, the least."""
    path = [release]
    while (original := originals.get(path[-1])) is not None:
        if original in path:
            return min(path[path.index(original) :])
        path.append(original)
    return path[-1]


def first_original(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return one original for each translation: the least, where it has several."""
    found: dict[int, int] = {}
    for translation, original in pairs:
        found[translation] = min(original, found.get(translation, original))
    return found
