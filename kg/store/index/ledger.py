"""The ledger of a store that has an index. Cost: its rows, 2 microseconds each."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Final

from kg.store.index import kept
from kg.store.index.schema import QUOTE_BITS, SLOT_BITS
from kg.store.ledger import REAL, Claim, Label, Quote, day_text, first_original, root
from kg.vocab import RDF, RDFS, SKG

_INSTANCES: Final = """
SELECT node.iri FROM link JOIN node ON node.id = link.subject
WHERE property = (SELECT id FROM node WHERE iri = ?) AND object = (SELECT id FROM node WHERE iri = ?)
"""
_PAIRS: Final = """
SELECT one.iri, other.iri FROM link
JOIN node AS one ON one.id = subject JOIN node AS other ON other.id = object
WHERE property = (SELECT id FROM node WHERE iri = ?)
"""
_VALUES: Final = """
SELECT node.iri, text FROM value JOIN node ON node.id = subject
WHERE property = (SELECT id FROM node WHERE iri = ?)
"""
_LABELS: Final = """
SELECT iri, text, language FROM json_each(?) AS wanted JOIN node ON iri = wanted.value
JOIN label ON label.node = node.id WHERE property = (SELECT id FROM node WHERE iri = ?)
ORDER BY iri, text, language
"""
_CLAIMS: Final = """
SELECT one.iri, other.iri, quote FROM said
JOIN node AS one ON one.id = subject JOIN node AS other ON other.id = object
WHERE role = (SELECT id FROM node WHERE iri = ?) AND status IN (SELECT value FROM json_each(?))
"""
_TELLINGS: Final = """
SELECT node.iri, quote FROM link
JOIN said ON said.role = (SELECT id FROM node WHERE iri = ?)
  AND said.object = (SELECT id FROM node WHERE iri = '') AND said.subject = link.subject
JOIN node ON node.id = link.subject
WHERE property = (SELECT id FROM node WHERE iri = ?) AND link.object = (SELECT id FROM node WHERE iri = ?)
"""
_TRANSLATIONS: Final = """
SELECT one.key, other.key, -link.object FROM link
JOIN node AS it ON it.id = subject JOIN release AS one ON one.iri = it.iri
JOIN node AS its ON its.id = object LEFT JOIN release AS other ON other.iri = its.iri
WHERE property = (SELECT id FROM node WHERE iri = ?)
"""
_QUOTES: Final = """
SELECT quote.id, span, text, release.iri FROM json_each(?) AS wanted
JOIN quote ON quote.id = wanted.value JOIN release ON release.key = quote.id >> ?
"""


class IndexedLedger:
    """See `kg.store.ledger.Ledger`; each question is a look-up."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection

    def instances(self, classes: Sequence[str]) -> dict[str, str]:
        """Return the things of these classes, each with the last of the classes that it has."""
        found = {}
        for class_ in classes:
            for (iri,) in self._sql.execute(_INSTANCES, (RDF.type, class_)):
                found[iri] = class_
        return found

    def pairs(self, role: str) -> list[tuple[str, str]]:
        """Return subject and object of the facts with this property, in no order."""
        return self._sql.execute(_PAIRS, (role,)).fetchall()

    def values(self, property_: str) -> dict[str, set[str]]:
        """Return what things have as `skg:date`, `skg:endDate`, `skg:status` or `skg:title`."""
        found: dict[str, set[str]] = defaultdict(set)
        for iri, text in self._sql.execute(_VALUES, (property_,)):
            found[iri].add(text)
        return found

    def labels(self, things: Collection[str]) -> list[Label]:
        """Return what these things are called (`rdfs:label`), in all languages."""
        wanted = json.dumps(sorted(set(things))), RDFS.label
        return list(map(Label._make, self._sql.execute(_LABELS, wanted)))

    def claims(self, roles: Sequence[str], statuses: Sequence[str] = REAL) -> list[Claim]:
        """Return where releases claim such facts, with one of these statuses."""
        wanted = json.dumps(list(statuses))
        rows = (row for role in set(roles) for row in self._sql.execute(_CLAIMS, (role, wanted)))
        return list(map(Claim._make, rows))

    def tellings(self, classes: Sequence[str]) -> dict[str, set[int]]:
        """Return the sources of each event (or post) of these classes."""
        found: dict[str, set[int]] = defaultdict(set)
        for class_ in set(classes):
            for event, source in self._sql.execute(_TELLINGS, (SKG.evidence, RDF.type, class_)):
                found[event].add(source)
        return found

    def day(self, source: int) -> str:
        """Return the day on which a source was issued, or ""."""
        return day_text(source >> (QUOTE_BITS + SLOT_BITS))

    def release(self, source: int) -> int:
        """Return a number for the release that the source stands in."""
        return source >> QUOTE_BITS

    def releases(self) -> dict[int, str]:
        """Return the IRI of each release by its number."""
        return dict(self._sql.execute("SELECT key, iri FROM release"))

    def voice(self, source: int) -> int:
        """Return a number for who speaks: one for a release and its translations."""
        release = source >> QUOTE_BITS
        return root(release, self._originals) if release in self._originals else release

    def voices(self, sources: Iterable[int]) -> set[int]:
        """Return the numbers of all that speak in these sources."""
        releases = {source >> QUOTE_BITS for source in sources}
        if self._originals.keys().isdisjoint(releases):
            return releases
        return {root(release, self._originals) for release in releases}

    def quotes(self, sources: Collection[int]) -> dict[int, Quote]:
        """Return the words of sources."""
        rows = self._sql.execute(_QUOTES, (json.dumps(sorted(set(sources))), QUOTE_BITS))
        return {
            source: Quote(self.day(source), release, span, text)
            for source, span, text, release in rows
        }

    def kept(self, name: str, digest: str) -> str | None:
        """Return what was worked out before and still holds, or None."""
        return kept.find(self._sql, name, digest)

    @cached_property
    def _originals(self) -> dict[int, int]:
        rows = self._sql.execute(_TRANSLATIONS, (SKG.translationOf,))
        return first_original(
            (one, missing if other is None else other) for one, other, missing in rows
        )
