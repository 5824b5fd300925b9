"""The page of a release: its head, its words in order with what each says, and whom it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from kg.publish.documents.document import Document
from kg.publish.pages.occasions import kind
from kg.publish.pages.setting import Ref, Refs, Setting
from kg.store.asking import ask
from kg.store.base import Term
from kg.store.ledger import place_of
from kg.store.results import lexical
from kg.views.nodes import Node
from kg.vocab import DCTERMS, ITSRDF, NIF, ORG, RDF, SKG

_TRANSLATIONS: Final = """
SELECT DISTINCT ?other WHERE {
  { ?it skg:translationOf ?other } UNION { ?other skg:translationOf ?it }
}"""


@dataclass(frozen=True, slots=True)
class Saying:
    """What words say: a statement between two ends, or an event or a post that they tell of."""

    subject: Ref
    property: Ref | None
    object: Ref | None
    text: str
    status: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the release with what they say; `span` is their IRI, `place` where they stand."""

    words: str
    span: str
    place: tuple[int, int]
    sayings: tuple[Saying, ...]


def prepare(document: Document, setting: Setting) -> Mapping[str, Any]:
    """Return what the template needs beyond the document."""
    nodes = _nodes(document)
    it = nodes[document.about]
    told = _told(nodes)
    others = [row[0] for row in ask(setting.store.view, _TRANSLATIONS, it=document.about)]
    named = {iri for node in nodes.values() for iri in node.all(ITSRDF.taIdentRef)}
    refs = setting.refs(
        {*_ends(told), *named, *others, *it.all(DCTERMS.publisher), *it.all(SKG.topic)}
    )
    return {
        "release": _head(it, refs),
        "translations": [refs[iri] for iri in others],
        "topics": [refs[iri] for iri in it.all(SKG.topic)],
        "passages": _passages(nodes, told, refs),
        "named": sorted((refs[iri] for iri in named), key=lambda r: (r.label.casefold(), r.iri)),
        "text": _text(nodes),
    }


def _nodes(document: Document) -> dict[str, Node]:
    """Return all subjects of the release's facts and evidence."""
    found: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    evidence = (quad.triple for quad in document.evidence()) if document.evidence else ()
    for triple in (*document.triples, *evidence):
        assert isinstance(triple.subject, NamedNode)
        assert isinstance(triple.object, NamedNode | Literal)
        found[triple.subject.value][triple.predicate.value].append(triple.object)
    ordered = {iri: Node(iri, {p: sorted(v, key=str) for p, v in found[iri].items()})
               for iri in sorted(found)}  # fmt: skip
    return {document.about: Node(document.about), **ordered}


def _told(nodes: Mapping[str, Node]) -> list[Node]:
    """Return the claims, events and posts: all that points at words."""
    return [node for node in nodes.values() if node.all(SKG.evidence)]


def _ends(told: Iterable[Node]) -> Iterator[str]:
    properties = (RDF.subject, RDF.predicate, RDF.object, ORG.member, ORG.organization)
    for node in told:
        yield from (node.iri, kind(node))
        for property_ in properties:
            yield from node.all(property_)


def _head(it: Node, refs: Refs) -> dict[str, Any]:
    return {
        "number": it.one(DCTERMS.identifier),
        "issued": it.one(DCTERMS.issued),
        "language": it.one(DCTERMS.language),
        "publishers": [refs[iri] for iri in it.all(DCTERMS.publisher)],
        "source": it.one(DCTERMS.source),
    }


def _passages(nodes: Mapping[str, Node], told: Iterable[Node], refs: Refs) -> tuple[Passage, ...]:
    """Return the words that say something, in the order of the text."""
    said: dict[str, list[Saying]] = defaultdict(list)
    for node in told:
        for span in node.all(SKG.evidence):
            said[span].append(_saying(node, refs))
    found = [
        Passage(
            words=nodes[span].one(NIF.anchorOf) if span in nodes else "",
            span=span,
            place=place_of(span),
            sayings=tuple(
                sorted(sayings, key=lambda s: (s.subject.label, s.subject.iri, str(s.property)))
            ),
        )
        for span, sayings in said.items()
    ]
    return tuple(sorted(found, key=lambda p: (p.place, p.span)))


def _saying(node: Node, refs: Refs) -> Saying:
    status = node.one(SKG.status)
    if node.all(RDF.subject):
        object_ = node.said.get(RDF.object, [Literal("")])[0]
        return Saying(
            refs[node.one(RDF.subject)],
            refs[node.one(RDF.predicate)],
            refs[object_.value] if isinstance(object_, NamedNode) else None,
            "" if isinstance(object_, NamedNode) else lexical(object_),
            status,
        )
    if node.all(ORG.member):
        organisation = node.one(ORG.organization)
        end = refs[organisation] if organisation else None
        return Saying(refs[node.one(ORG.member)], None, end, node.one(SKG.title), status)
    class_ = kind(node)
    return Saying(refs[node.iri], None, None, refs[class_].label if class_ else "", status)


def _text(nodes: Mapping[str, Node]) -> str:
    """Return the text, where the store keeps it."""
    return next((text for node in nodes.values() for text in node.all(NIF.isString)), "")
