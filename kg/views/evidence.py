"""The words that say something: which release, which sentence, found in the evidence graphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple, TypeAlias

from kg.store.base import View
from kg.views.asking import ask, values

# Of which a view shows some: the words, their release and its day.
Quotes: TypeAlias = "list[dict[str, str]]"

Claims: TypeAlias = "dict[tuple[str, str], list[Source]]"

SHOWN: Final = 3

_CLAIMS: Final = """
SELECT DISTINCT ?subject ?object ?span ?quote WHERE {{
  {roles}
  GRAPH ?graph {{
    ?claim rdf:predicate ?role ; rdf:subject ?subject ; rdf:object ?object ;
      skg:status ?status ; skg:evidence ?span .
    ?span nif:anchorOf ?quote .
  }}
  FILTER(?status != "discussed")
}}"""

_EVENTS: Final = """
SELECT DISTINCT ?event ?span ?quote WHERE {{
  {classes}
  ?event a ?class ; skg:evidence ?span .
  GRAPH ?graph {{ ?span nif:anchorOf ?quote }}
}}"""

_RELEASES: Final = """
SELECT DISTINCT ?release ?issued ?original WHERE {
  ?release a skg:Release .
  OPTIONAL { ?release dcterms:issued ?issued }
  OPTIONAL { ?release skg:translationOf ?original }
}"""


class Source(NamedTuple):
    """Words of a release: `begin` is where they stand in its text.

    A tuple, since a large store has many of them to compare.
    """

    issued: str
    release: str
    begin: int
    span: str
    quote: str


class Archive:
    """The releases of a store, and where they say what; each question is asked once."""

    def __init__(self, view: View) -> None:
        rows = ask(view, _RELEASES)
        self._view = view
        self._issued = {release: issued for release, issued, _ in rows if issued}
        self._originals = {release: original for release, _, original in rows if original}
        self._claims: dict[tuple[str, ...], Claims] = {}

    def of_claims(self, roles: tuple[str, ...]) -> Claims:
        """Return where releases say that subject and object stand in one of these `roles`."""
        if roles not in self._claims:
            query = _CLAIMS.format(roles=values("role", roles))
            found: Claims = defaultdict(list)
            for subject, object_, span, quote in ask(self._view, query):
                found[subject, object_].append(self._source(span, quote))
            self._claims[roles] = found
        return self._claims[roles]

    def of_events(self, classes: tuple[str, ...]) -> dict[str, list[Source]]:
        """Return where releases tell of each event of these classes."""
        query = _EVENTS.format(classes=values("class", classes))
        found: dict[str, list[Source]] = defaultdict(list)
        for event, span, quote in ask(self._view, query):
            found[event].append(self._source(span, quote))
        return found

    def independent(self, releases: Iterable[str]) -> int:
        """Count releases; a release and its translations say one thing once."""
        return len({self._original(release) for release in set(releases)})

    def _source(self, span: str, quote: str) -> Source:
        release = release_of(span)
        return Source(self._issued.get(release, ""), release, begin_of(span), span, quote)

    def _original(self, release: str) -> str:
        path = [release]
        while (original := self._originals.get(path[-1])) is not None:
            if original in path:  # two that call each other translations are one as well
                return min(path[path.index(original) :])
            path.append(original)
        return path[-1]


def quotes(sources: Iterable[Source], count: int = SHOWN) -> Quotes:
    """Return the words of up to `count` sources: the oldest first, each release once if it can."""
    ordered = sorted(set(sources))
    firsts: dict[str, Source] = {}
    for source in ordered:
        firsts.setdefault(source.release, source)
    others = (source for source in ordered if source is not firsts[source.release])
    chosen = sorted([*firsts.values(), *others][:count])
    return [{"text": s.quote, "release": s.release, "issued": s.issued} for s in chosen]


def release_of(span: str) -> str:
    """Return the release of a text span, `{release}/text#char={begin},{end}`."""
    return span.rpartition("#")[0].removesuffix("/text")


def begin_of(span: str) -> int:
    """Return where a text span begins, or 0 where its IRI does not say."""
    begin = span.rpartition("#char=")[2].partition(",")[0]
    return int(begin) if begin.isdecimal() else 0
