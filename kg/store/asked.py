"""A ledger of any view, answered by SPARQL: a query for each question, joined here in Python.

One-pattern queries are asked, since engines join them fifty times as slowly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from kg.store.asking import ask, batches, values
from kg.store.ledger import (
    REAL,
    Claim,
    Label,
    Quote,
    day_number,
    day_text,
    first_original,
    hashed,
    place_of,
    release_of,
    root,
)
from kg.vocab import SKG

if TYPE_CHECKING:
    from kg.store.base import View

_CLAIMS: Final = """
SELECT DISTINCT ?subject ?object ?span ?quote WHERE {{
  {roles}
  GRAPH ?graph {{
    ?claim rdf:predicate ?role ; rdf:subject ?subject ; rdf:object ?object ;
      skg:status ?status ; skg:evidence ?span .
    ?span nif:anchorOf ?quote .
  }}
  FILTER(?status IN ({statuses}))
}}"""
_TELLINGS: Final = """
SELECT DISTINCT ?event ?span ?quote WHERE {{
  {classes}
  ?event a ?class ; skg:evidence ?span .
  GRAPH ?graph {{ ?span nif:anchorOf ?quote }}
}}"""
_PAIRS: Final = """
SELECT ?subject ?object WHERE {{ {role} ?subject ?role ?object FILTER(ISIRI(?object)) }}"""
_LABELS: Final = """
SELECT ?it ?label (LANG(?label) AS ?language) WHERE {{ {things} ?it rdfs:label ?label }}"""
_ISSUED: Final = "SELECT ?release ?issued WHERE { ?release dcterms:issued ?issued }"

# A source is a day, 64 bits of its release, and where its words begin and end.
_PLACE_BITS: Final = 32
_RELEASE_BITS: Final = 64
_PLACES: Final = 2 * _PLACE_BITS


class AskedLedger:
    """See `kg.store.ledger.Ledger`; each question is a query, over the whole store."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._quotes: dict[int, Quote] = {}

    def instances(self, classes: Sequence[str]) -> dict[str, str]:
        """Return the things of these classes, each with the last of the classes that it has."""
        query = f"SELECT ?it ?class WHERE {{ {values('class', classes)} ?it a ?class }}"
        ordered = sorted(ask(self._view, query), key=lambda row: classes.index(row[1]))
        return {row[0]: row[1] for row in ordered}

    def pairs(self, role: str) -> list[tuple[str, str]]:
        """Return subject and object of the facts with this property, in no order."""
        rows = ask(self._view, _PAIRS.format(role=values("role", [role])))
        return [(subject, object_) for subject, object_ in rows]

    def values(self, property_: str) -> dict[str, set[str]]:
        """Return what things have as `skg:date`, `skg:endDate`, `skg:status` or `skg:title`."""
        found: dict[str, set[str]] = defaultdict(set)
        query = "SELECT ?it ?value WHERE { #+values\n ?it ?property ?value }"
        for it, value in ask(self._view, query, property=property_):
            found[it].add(value)
        return found

    def labels(self, things: Collection[str]) -> list[Label]:
        """Return what these things are called (`rdfs:label`), in all languages."""
        return [
            Label(*row)
            for batch in batches(things)
            for row in ask(self._view, _LABELS.format(things=values("it", batch)))
        ]

    def claims(self, roles: Sequence[str], statuses: Sequence[str] = REAL) -> list[Claim]:
        """Return where releases claim such facts, with one of these statuses."""
        wanted = ", ".join(str(Literal(status)) for status in statuses)
        rows = ask(self._view, _CLAIMS.format(roles=values("role", roles), statuses=wanted))
        return [Claim(row[0], row[1], self._source(row[2], row[3])) for row in rows]

    def tellings(self, classes: Sequence[str]) -> dict[str, set[int]]:
        """Return the sources of each event (or post) of these classes."""
        found: dict[str, set[int]] = defaultdict(set)
        query = _TELLINGS.format(classes=values("class", classes))
        for event, span, quote in ask(self._view, query):
            found[event].add(self._source(span, quote))
        return found

    def day(self, source: int) -> str:
        """Return the day on which a source was issued, or ""."""
        return day_text(source >> (_PLACES + _RELEASE_BITS))

    def release(self, source: int) -> int:
        """Return a number for the release that the source stands in."""
        return source >> _PLACES

    def releases(self) -> dict[int, str]:
        """Return the IRI of each release by its number."""
        return {self._key(it.value): it.value for it in self._view.releases()}

    def voice(self, source: int) -> int:
        """Return a number for who speaks: one for a release and its translations."""
        return root(source >> _PLACES, self._originals)

    def voices(self, sources: Iterable[int]) -> set[int]:
        """Return the numbers of all that speak in these sources."""
        return {root(it, self._originals) for it in {source >> _PLACES for source in sources}}

    def quotes(self, sources: Collection[int]) -> dict[int, Quote]:
        """Return the words of sources that this ledger gave."""
        return {source: self._quotes[source] for source in sources}

    def kept(self, name: str, digest: str) -> None:
        """Return None: nothing is kept where there is no index."""

    def _source(self, span: str, text: str) -> int:
        release = release_of(span)
        begin, end = place_of(span)
        source = self._key(release) << _PLACES | begin << _PLACE_BITS | end
        self._quotes[source] = Quote(self.day(source), release, span, text)
        return source

    def _key(self, release: str) -> int:
        return day_number(self._issued.get(release, "")) << _RELEASE_BITS | hashed(release)

    @cached_property
    def _issued(self) -> dict[str, str]:
        return {row[0]: row[1] for row in ask(self._view, _ISSUED)}

    @cached_property
    def _originals(self) -> dict[int, int]:
        pairs = self.pairs(SKG.translationOf)
        return first_original((self._key(one), self._key(original)) for one, original in pairs)
