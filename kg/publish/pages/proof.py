"""What stands behind statements: the sentences of releases, or who else says so.

Statements are asked for together, with a limit on what is read: an agency may be told of by ten
thousand releases. Those that the limit left without a sentence are asked for one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from kg.publish.pages.setting import Ref, Setting
from kg.store.asking import BATCH, PROLOGUE, ask, batches, values
from kg.store.base import Term
from kg.store.bindings import written
from kg.store.graphs import Graphs
from kg.store.ledger import place_of, release_of
from kg.store.results import lexical
from kg.views import book, nodes

# So many sentences of one statement are shown.
SHOWN: Final = 3
# So many claims are read for a page at once.
READ: Final = 2000

_CLAIMED: Final = """
ASK { GRAPH ?graph { { ?claim rdf:subject ?it } UNION { ?claim rdf:object ?it } } }"""
# The claims between a thing and others; {one} and {other} are the roles of the two.
_BETWEEN: Final = f"""
SELECT ?property ?other ?span ?status WHERE {{{{
  {{others}}
  GRAPH ?graph {{{{
    ?claim {{other}} ?other ; {{one}} ?it ; rdf:predicate ?property ;
           skg:evidence ?span ; skg:status ?status
  }}}}
}}}} LIMIT {READ}"""
_CLAIMS: Final = f"""
SELECT DISTINCT ?span ?status WHERE {{
  GRAPH ?graph {{
    ?claim rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?object ;
           skg:evidence ?span ; skg:status ?status
  }}
}} LIMIT {SHOWN + 1}"""
_OWN: Final = "SELECT DISTINCT ?it ?span WHERE {{ {things} ?it skg:evidence ?span }}"
_GIVEN: Final = """
SELECT ?subject ?property ?object WHERE {{ {things} GRAPH {graph} {{ ?subject ?property ?object }} }}"""
_STATING: Final = f"""
SELECT ?graph ?subject ?property ?object WHERE {{{{
  VALUES (?subject ?property ?object) {{{{ {{triples}} }}}}
  GRAPH ?graph {{{{ ?subject ?property ?object }}}}
}}}} LIMIT {READ}"""
_GRAPHS: Final = """
SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?subject ?property ?object } } LIMIT 100"""

Spans: TypeAlias = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a release: where they stand, the release and its day, the status of what they say."""

    words: str
    span: str
    release: Ref
    issued: str
    language: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """The quotes behind a statement; `more` tells that there are others.

    Without quotes, `source` says who states it: "authority", "ontology", "inferred" or
    "release", which is `release` then.
    """

    quotes: tuple[Quote, ...] = ()
    more: bool = False
    source: str = ""
    release: Ref | None = None


def proofs(setting: Setting, about: str, triples: Sequence[Triple]) -> dict[Triple, Proof]:
    """Return what stands behind each of the statements from a thing or to it."""
    claimed = _claimed(setting, about, triples)
    own = _own(setting, {_subject(t) for t in triples if t not in claimed})
    spans = {t: claimed.get(t) or own.get(_subject(t), []) for t in triples}
    found = sources(setting, [t for t, some in spans.items() if not some])
    told = quotes(setting, (span for some in spans.values() for span, _ in some),
                  (iri for _, iri in found.values() if iri))  # fmt: skip
    return {t: told.proof(spans[t]) if spans[t] else told.stated(*found[t]) for t in triples}


def is_claimed(setting: Setting, about: str) -> bool:
    """Tell whether any release claims something of the thing: most that the authority knows none does."""
    return bool(setting.store.view.query(PROLOGUE + _CLAIMED, {"it": NamedNode(about)}))


class Told:
    """Quotes and releases that were asked for at once."""

    def __init__(self, setting: Setting, words: Mapping[str, str], known: book.Book) -> None:
        self._setting, self._words, self._known = setting, words, known

    def proof(self, spans: Iterable[tuple[str, str]]) -> Proof:
        """Return the quotes of spans with statuses, those of the page's language first."""
        found = sorted((self._quote(*span) for span in set(spans)), key=self._order)
        return Proof(tuple(found[:SHOWN]), more=len(found) > SHOWN)

    def stated(self, source: str, release: str) -> Proof:
        """Return that somebody states something without a sentence of its own."""
        if not release:
            return Proof(source=source)
        info = self._known.release(release)
        return Proof(source=source, release=self._setting.release(info))

    def _order(self, quote: Quote) -> tuple[bool, str, str, tuple[int, int], str]:
        """Sort what is in the page's language first, then by release and place."""
        foreign = quote.language != self._setting.language
        return foreign, quote.issued, quote.release.iri, place_of(quote.span), quote.status

    def _quote(self, span: str, status: str) -> Quote:
        info = self._known.release(release_of(span))
        release = self._setting.release(info)
        return Quote(self._words.get(span, ""), span, release, info.issued, info.language, status)


def quotes(setting: Setting, spans: Iterable[str], releases: Iterable[str] = ()) -> Told:
    """Ask for the words of spans, and for their releases."""
    view, wanted = setting.store.view, set(spans)
    sources = {release_of(span) for span in wanted} | set(releases)
    return Told(setting, nodes.quotes(view, wanted), book.fetch(view, (), sources))


def _claimed(setting: Setting, about: str, triples: Sequence[Triple]) -> dict[Triple, Spans]:
    """Return the spans and statuses of the claims of each statement, those that have some."""
    if not is_claimed(setting, about):
        return {}
    it = NamedNode(about)
    found: dict[Triple, Spans] = defaultdict(list)
    complete = True
    for role, other in (("rdf:subject", "rdf:object"), ("rdf:object", "rdf:subject")):
        outgoing = role == "rdf:subject"
        ends = (t.object if outgoing else t.subject for t in triples)
        for batch in batches(end.value for end in ends if isinstance(end, NamedNode) and end != it):
            query = _BETWEEN.format(others=values("other", batch), one=role, other=other)
            rows = setting.store.view.select(PROLOGUE + query, {"it": it}).rows
            complete &= len(rows) < READ
            for property_, end, span, status in rows:
                triple = _triple(it, property_, end) if outgoing else _triple(end, property_, it)
                found[triple].append((_text(span), _text(status)))
    for triple in triples:
        if triple not in found and (not complete or isinstance(triple.object, Literal)):
            single = _ask(setting, _CLAIMS, triple)
            found[triple] = [(_text(span), _text(status)) for span, status in single]
    return {triple: sorted(found[triple]) for triple in triples if found.get(triple)}


def _own(setting: Setting, things: Iterable[str]) -> dict[str, Spans]:
    """Return the spans of what shows its own words: events and posts."""
    found: dict[str, Spans] = {}
    for batch in batches(things):
        for iri, span in ask(setting.store.view, _OWN.format(things=values("it", batch))):
            found.setdefault(iri, []).append((span, ""))
    return found


def sources(setting: Setting, triples: Sequence[Triple]) -> dict[Triple, tuple[str, str]]:
    """Return who states what no sentence says, and the release if it is one."""
    graphs = Graphs(setting.store.view.base)
    found: dict[Triple, tuple[str, str]] = {}
    for name, graph in (("authority", graphs.authority), ("ontology", graphs.ontology)):
        for batch in batches(_subject(t) for t in triples if t not in found):
            query = _GIVEN.format(things=values("subject", batch), graph=graph)
            given = {_triple(*row) for row in setting.store.view.select(PROLOGUE + query).rows}
            found |= {t: (name, "") for t in triples if t in given and t not in found}
    named = _named(setting, [t for t in triples if t not in found])
    return {t: found.get(t) or _stating(graphs, named[t]) for t in triples}


def _named(setting: Setting, triples: Sequence[Triple]) -> dict[Triple, set[str]]:
    """Return the graphs that state each of the statements, as far as they were read."""
    found: dict[Triple, set[str]] = {triple: set() for triple in triples}
    for start in range(0, len(triples), BATCH):
        some = triples[start : start + BATCH]
        listed = " ".join(f"({' '.join(map(written, _terms(t)))})" for t in some)
        rows = setting.store.view.select(_STATING.format(triples=listed)).rows
        for graph, *spoken in rows:
            # An engine may spell a number otherwise than it was given.
            found.setdefault(_triple(*spoken), set()).add(_text(graph))
        if len(rows) == READ:
            for triple in some:
                found[triple] |= {_text(row[0]) for row in _ask(setting, _GRAPHS, triple)}
    return found


def _stating(graphs: Graphs, named: Iterable[str]) -> tuple[str, str]:
    """Return the first release among graphs, or else that something follows from others."""
    names = set(named)
    releases = graphs.releases(NamedNode(name) for name in names)
    if releases:
        return "release", releases[0].value
    return ("inferred", "") if graphs.inferred.value in names else ("", "")


def _ask(setting: Setting, query: str, triple: Triple) -> Sequence[Sequence[Term | None]]:
    bound = dict(zip(("subject", "property", "object"), _terms(triple), strict=True))
    return setting.store.view.select(PROLOGUE + query, bound).rows


def _terms(triple: Triple) -> tuple[NamedNode, NamedNode, NamedNode | Literal]:
    assert isinstance(triple.subject, NamedNode)
    assert isinstance(triple.object, NamedNode | Literal)
    return triple.subject, triple.predicate, triple.object


def _triple(subject: Term | None, property_: Term | None, object_: Term | None) -> Triple:
    assert isinstance(subject, NamedNode)
    assert isinstance(property_, NamedNode)
    assert isinstance(object_, NamedNode | Literal)
    return Triple(subject, property_, object_)


def _text(term: Term | None) -> str:
    assert term is not None
    return lexical(term)


def _subject(triple: Triple) -> str:
    return triple.subject.value if isinstance(triple.subject, NamedNode) else ""
