"""The words that say something: which release, which sentence, found in the evidence graphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from kg.store.base import View
from kg.views.asking import ask, values

# Of which a view shows some: the words, their release and its day.
Quotes: TypeAlias = "list[dict[str, str]]"

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


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Words of a release: `begin` is where they stand in its text."""

    issued: str
    release: str
    begin: int
    span: str
    quote: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """The releases of a store: the day of each, and what each is a translation of."""

    issued: Mapping[str, str]
    originals: Mapping[str, str]

    def source(self, span: str, quote: str) -> Source:
        """Return the words `quote`, found at the text span `span`."""
        release = release_of(span)
        return Source(self.issued.get(release, ""), release, begin_of(span), span, quote)

    def independent(self, releases: Iterable[str]) -> int:
        """Count releases; a release and its translations say one thing once."""
        return len({self._original(release) for release in releases})

    def _original(self, release: str) -> str:
        path = [release]
        while (original := self.originals.get(path[-1])) is not None:
            if original in path:  # two that call each other translations are one as well
                return min(path[path.index(original) :])
            path.append(original)
        return path[-1]


def calendar(view: View) -> Calendar:
    """Ask for the releases and their days."""
    rows = ask(view, _RELEASES)
    return Calendar(
        {release: issued for release, issued, _ in rows if release and issued},
        {release: original for release, _, original in rows if release and original},
    )


def of_claims(
    view: View, roles: Iterable[str], known: Calendar
) -> dict[tuple[str, str], list[Source]]:
    """Return where releases say that subject and object stand in one of these `roles`."""
    found: dict[tuple[str, str], list[Source]] = defaultdict(list)
    query = _CLAIMS.format(roles=values("role", roles))
    for subject, object_, span, quote in ask(view, query):
        if subject and object_ and span:
            found[subject, object_].append(known.source(span, quote or ""))
    return found


def of_events(view: View, classes: Iterable[str], known: Calendar) -> dict[str, list[Source]]:
    """Return where releases tell of each event of these classes."""
    found: dict[str, list[Source]] = defaultdict(list)
    for event, span, quote in ask(view, _EVENTS.format(classes=values("class", classes))):
        if event and span:
            found[event].append(known.source(span, quote or ""))
    return found


def quotes(sources: Iterable[Source], count: int = SHOWN) -> Quotes:
    """Return the words of up to `count` sources: the oldest first, each release once if it can."""
    ordered = sorted(set(sources))
    firsts = {source.release: source for source in reversed(ordered)}.values()
    others = [source for source in ordered if source not in set(firsts)]
    chosen = sorted([*sorted(firsts), *others][:count])
    return [{"text": s.quote, "release": s.release, "issued": s.issued} for s in chosen]


def release_of(span: str) -> str:
    """Return the release of a text span, `{release}/text#char={begin},{end}`."""
    return span.rpartition("#")[0].removesuffix("/text")


def begin_of(span: str) -> int:
    """Return where a text span begins, or 0 where its IRI does not say."""
    begin = span.rpartition("#char=")[2].partition(",")[0]
    return int(begin) if begin.isdecimal() else 0
