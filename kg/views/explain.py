"""What is known of one thing, each statement with the words that make it and their release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import UnknownNameError
from kg.store.asking import ask
from kg.store.base import View
from kg.store.ledger import place_of, release_of
from kg.store.results import lexical
from kg.views import book, nodes, statements
from kg.views.book import Book
from kg.views.labels import last_part
from kg.views.nodes import Node
from kg.views.records import (
    Explanation,
    Happening,
    Name,
    Post,
    ReleaseInfo,
    Role,
    Sentence,
    Statement,
)
from kg.views.statements import NAMES, ROLES, Said
from kg.vocab import ORG, OWL, RDF, RDFS, SKG, SKOS

EVENTS: Final = (
    SKG.Event,
    SKG.Meeting,
    SKG.Visit,
    SKG.Launch,
    SKG.AgreementSigning,
    SKG.Milestone,
)
_TEXTS: Final = """
SELECT DISTINCT ?text WHERE {
  GRAPH ?graph { ?mention itsrdf:taIdentRef ?it ; nif:referenceContext ?text }
}"""


@dataclass(frozen=True, slots=True)
class _Found:
    """What the store answered, before IRIs are given their labels."""

    node: Node
    said: Sequence[Said]
    events: Sequence[Node]
    posts: Sequence[Node]
    mentioned: Sequence[str]

    def is_empty(self) -> bool:
        return not (self.node.said or self.said or self.events or self.posts)

    def spans(self) -> set[str]:
        """Return the text spans of all that needs evidence."""
        of_nodes = (span for n in (*self.events, *self.posts) for span in n.all(SKG.evidence))
        return {*of_nodes, *(span for said in self.said for span in said.spans())}

    def things(self) -> set[str]:
        """Return the IRIs that need a label."""
        found = {self.node.iri, *self.node.all(RDF.type)}
        for said in self.said:
            found |= set(said.iris())
        for node in (*self.events, *self.posts):
            found |= {node.iri, *(iri for p in _LINKS for iri in node.all(p))}
        return found


_LINKS: Final = (*ROLES, RDF.type, ORG.member, ORG.organization)


def explain(view: View, iri: str) -> Explanation:
    """Return what the store knows of the thing with this IRI (UnknownNameError if nothing)."""
    found = _find(view, iri)
    if found.is_empty():
        raise UnknownNameError(
            f"{view.where} knows nothing of <{iri}>",
            "Check the IRI, or give a name; `spacekg info` tells what the store holds.",
        )
    spans = found.spans()
    releases = {release_of(span) for span in spans} | set(found.mentioned)
    return _Teller(
        book.fetch(view, found.things(), releases), nodes.quotes(view, spans)
    ).explanation(found)


def _find(view: View, iri: str) -> _Found:
    node = nodes.itself(view, iri)
    events = nodes.pointing(view, iri, ROLES)
    texts = (row[0] for row in ask(view, _TEXTS, it=iri))
    return _Found(
        node=node,
        said=[said for said in statements.of(view, iri) if not _is_role(said, node)],
        events=[event for event in (node, *events) if _kind(event)],
        posts=nodes.pointing(view, iri, (ORG.member, ORG.organization)),
        mentioned=sorted({text.removesuffix("/text") for text in texts if text}),
    )


class _Teller:
    """Turns what was found into records, with labels, quotes and releases."""

    def __init__(self, known: Book, quotes: Mapping[str, str]) -> None:
        self._known, self._quotes = known, quotes

    def explanation(self, found: _Found) -> Explanation:
        """Return the whole."""
        node = found.node
        stated = [said for said in found.said if not _is_discussed(said)]
        discussed = [said for said in found.said if _is_discussed(said)]
        return Explanation(
            thing=self._known.thing(node.iri),
            names=_names(node),
            classes=tuple(sorted(map(self._known.thing, node.all(RDF.type)))),
            same_as=node.all(OWL.sameAs),
            statements=tuple(map(self._statement, stated)),
            discussed=tuple(map(self._statement, discussed)),
            events=tuple(sorted(map(self._happening, found.events), key=_by_day)),
            posts=tuple(
                sorted(map(self._post, found.posts), key=lambda p: (p.as_of, p.person, p.title))
            ),
            mentioned=tuple(sorted(map(self._known.release, found.mentioned), key=_by_issue)),
        )

    def _statement(self, said: Said) -> Statement:
        object_ = said.object
        return Statement(
            subject=self._known.thing(said.subject),
            predicate=self._known.thing(said.predicate),
            object=self._known.thing(object_.value)
            if isinstance(object_, NamedNode)
            else lexical(object_),
            sentences=_ordered(s for claim in said.claims for s in self._sentences(claim)),
        )

    def _sentences(self, node: Node) -> Iterator[Sentence]:
        """Yield the words that are the evidence of a claim, an event or a post."""
        confidence = node.one(SKG.confidence)
        is_claim = RDF.subject in node.said
        for span in node.all(SKG.evidence):
            yield Sentence(
                quote=self._quotes.get(span, ""),
                span=span,
                release=self._known.release(release_of(span)),
                status=node.one(SKG.status) if is_claim else "",
                confidence=float(confidence) if confidence else None,
                rule=node.one(SKG.extractedBy),
            )

    def _happening(self, event: Node) -> Happening:
        roles = {Role(last_part(p), self._known.thing(iri)) for p in ROLES for iri in event.all(p)}
        return Happening(
            thing=self._known.thing(event.iri),
            kind=self._known.thing(_kind(event)),
            date=event.one(SKG.date),
            precision=event.one(SKG.datePrecision),
            end=event.one(SKG.endDate),
            statuses=event.all(SKG.status),
            roles=tuple(sorted(roles, key=lambda role: (role.name, role.thing))),
            sentences=_ordered(self._sentences(event)),
        )

    def _post(self, post: Node) -> Post:
        organisation = post.one(ORG.organization)
        return Post(
            person=self._known.thing(post.one(ORG.member)),
            organisation=self._known.thing(organisation) if organisation else None,
            title=post.one(SKG.title),
            as_of=post.one(SKG.asOf),
            sentences=_ordered(self._sentences(post)),
        )


def _names(node: Node) -> tuple[Name, ...]:
    found = {
        Name(term.value, term.language or "", property_ in (RDFS.label, SKOS.prefLabel))
        for property_ in NAMES
        for term in node.said.get(property_, ())
        if isinstance(term, Literal)
    }
    return tuple(sorted(found, key=lambda name: (not name.usual, name.language, name.text)))


def _kind(node: Node) -> str:
    """Return the narrowest event class of a node, or "" if it is no event."""
    classes = node.all(RDF.type)
    return next((class_ for class_ in reversed(EVENTS) if class_ in classes), "")


def _is_role(said: Said, node: Node) -> bool:
    """Tell whether a statement is told with the event that the node is."""
    return bool(_kind(node)) and said.subject == node.iri and said.predicate in ROLES


def _is_discussed(said: Said) -> bool:
    statuses = {claim.one(SKG.status) for claim in said.claims}
    return not said.is_fact and statuses == {"discussed"}


def _ordered(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    return tuple(sorted(sentences, key=lambda s: (*_by_issue(s.release), place_of(s.span)[0])))


def _by_day(event: Happening) -> tuple[str, str]:
    return event.date, event.thing.iri


def _by_issue(release: ReleaseInfo) -> tuple[str, str]:
    return release.issued, release.iri
