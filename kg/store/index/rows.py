"""What of the quads goes into the index: facts that the default graph mirrors, and who says them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from kg.store.ledger import place_of
from kg.vocab import DCTERMS, NIF, ORG, RDF, RDFS, SKG, SKOS

_LABELS: Final = frozenset({RDFS.label, SKOS.altLabel})
_VALUES: Final = frozenset({SKG.date, SKG.endDate, SKG.status, SKG.title})
_LINKS: Final = frozenset({DCTERMS.publisher, ORG.member, ORG.organization})
# Spans and rules are evidence, not things that actors share.
_NO_LINKS: Final = frozenset({SKG.evidence, SKG.extractedBy, SKG.sourceText})
TYPES: Final = (SKG.iri, ORG.Membership)

# Predicates whose statements go into a table of their own.
SAYING: Final = frozenset({RDF.subject, RDF.predicate, RDF.object, SKG.status})


class LinkRow(NamedTuple):
    """A fact between two things."""

    property: str
    object: str
    subject: str


class ValueRow(NamedTuple):
    """A date, status or title of a thing."""

    property: str
    subject: str
    text: str


class LabelRow(NamedTuple):
    """What a thing is called."""

    node: str
    property: str
    text: str
    language: str


Row: TypeAlias = LinkRow | ValueRow | LabelRow


def row(triple: Triple) -> Row | None:
    """Return the row that a fact of the default graph makes, or None for those that make none."""
    subject, object_, property_ = triple.subject, triple.object, triple.predicate.value
    if not isinstance(subject, NamedNode):
        return None
    if isinstance(object_, NamedNode):
        return LinkRow(property_, object_.value, subject.value) if _links(triple) else None
    if not isinstance(object_, Literal):
        return None
    if property_ in _LABELS:
        return LabelRow(subject.value, property_, object_.value, object_.language or "")
    if property_ in _VALUES:
        return ValueRow(property_, subject.value, object_.value)
    return None


def _links(triple: Triple) -> bool:
    property_ = triple.predicate.value
    if property_ == RDF.type:
        assert isinstance(triple.object, NamedNode)
        return triple.object.value.startswith(TYPES)
    if property_.startswith(SKG.iri):
        return property_ not in _NO_LINKS
    return property_ in _LINKS


class Quoted(NamedTuple):
    """Words that are evidence of something, at a span."""

    span: str
    text: str


class Saying(NamedTuple):
    """That a span says something: a claim, or (role `skg:evidence`) that of an event or post."""

    role: str
    object: str
    subject: str
    span: str
    status: str


@dataclass(frozen=True, slots=True)
class Statements:
    """What one release says: its day of issue, its quotes in the text's order, and who says what."""

    issued: str
    quotes: tuple[Quoted, ...]
    sayings: tuple[Saying, ...]


def statements(release: str, facts: Collection[Triple], evidence: Collection[Triple]) -> Statements:
    """Return what a release says with its evidence."""
    words: dict[str, str] = {}
    claims: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in evidence:
        property_ = triple.predicate.value
        if property_ == NIF.anchorOf:
            words[_text(triple.subject)] = _text(triple.object)
        elif property_ == SKG.evidence or property_ in SAYING:
            claims[_text(triple.subject)][property_].append(_text(triple.object))
    sayings = {*_claimed(claims), *_told(facts)}
    spans = {span for said in claims.values() for span in said.get(SKG.evidence, ())}
    shown = (spans | {s.span for s in sayings}) & words.keys()
    return Statements(
        _issued(release, facts),
        tuple(Quoted(span, words[span]) for span in sorted(shown, key=_order)),
        tuple(sorted(s for s in sayings if s.span in words)),
    )


def _order(span: str) -> tuple[int, int, str]:
    return *place_of(span), span


def _claimed(claims: dict[str, dict[str, list[str]]]) -> Iterator[Saying]:
    for said in claims.values():
        for span in said.get(SKG.evidence, ()):
            for status in said.get(SKG.status) or [""]:
                parts = (said.get(p, ()) for p in (RDF.predicate, RDF.object, RDF.subject))
                triples = list(zip(*parts, strict=False))
                yield from (Saying(r, o, s, span, status) for r, o, s in triples)


def _told(facts: Iterable[Triple]) -> Iterator[Saying]:
    for triple in facts:
        if triple.predicate.value == SKG.evidence:
            yield Saying(SKG.evidence, "", _text(triple.subject), _text(triple.object), "")


def _issued(release: str, facts: Iterable[Triple]) -> str:
    days = (
        _text(t.object)
        for t in facts
        if t.predicate.value == DCTERMS.issued and _text(t.subject) == release
    )
    return max(days, default="")


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
