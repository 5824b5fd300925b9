"""Facts about a thing, and the claims that releases make of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.store.asking import PROLOGUE
from kg.store.base import Term, View
from kg.views import nodes
from kg.views.nodes import Node
from kg.vocab import DCTERMS, ORG, OWL, RDF, RDFS, SKG, SKOS

Key: TypeAlias = tuple[str, str, Term]

# The properties that give a thing a name, the usual one first.
NAMES: Final = (RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKG.contextualLabel, SKG.demonym)
# What an event says of itself, or a release; both are told in records of their own.
ROLES: Final = (
    SKG.participant,
    SKG.witness,
    SKG.place,
    SKG.concerns,
    SKG.payload,
    SKG.vehicle,
    SKG.site,
    SKG.signs,
    SKG.topic,
)
_OF_EVENTS: Final = (SKG.date, SKG.datePrecision, SKG.endDate, SKG.status, SKG.eventCode)
_APART: Final = (*NAMES, RDF.type, OWL.sameAs, SKG.evidence, *_OF_EVENTS)
_NOT_OF: Final = (*ROLES, RDF.type, ORG.member, ORG.organization, DCTERMS.publisher)

_ABOUT: Final = f"""
SELECT DISTINCT ?it ?property ?other WHERE {{
  ?it ?property ?other FILTER(?property NOT IN ({", ".join(f"<{p}>" for p in _APART)}))
}}"""
_OF: Final = f"""
SELECT DISTINCT ?other ?property ?it WHERE {{
  ?other ?property ?it FILTER(?property NOT IN ({", ".join(f"<{p}>" for p in _NOT_OF)}))
}}"""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, whether the store states it as a fact, and the claims that say so."""

    subject: str
    predicate: str
    object: Term
    is_fact: bool
    claims: tuple[Node, ...]

    def iris(self) -> Iterator[str]:
        """Yield the IRIs that need a label."""
        yield from (self.subject, self.predicate)
        if isinstance(self.object, NamedNode):
            yield self.object.value

    def spans(self) -> Iterator[str]:
        """Yield the text spans of its evidence."""
        for claim in self.claims:
            yield from claim.all(SKG.evidence)


def of(view: View, iri: str) -> list[Said]:
    """Return the facts and the claims with the thing as subject or object, sorted."""
    facts = set(_facts(view, iri, _ABOUT)) | set(_facts(view, iri, _OF))
    claims: dict[Key, dict[str, Node]] = defaultdict(dict)
    for role in (RDF.subject, RDF.object):
        for claim in nodes.claims(view, iri, role):
            claims[_key(claim)][claim.iri] = claim
    found = facts | claims.keys()
    return [_said(key, facts, claims) for key in sorted(found, key=lambda k: _order(k, iri))]


def _said(key: Key, facts: set[Key], claims: Mapping[Key, Mapping[str, Node]]) -> Said:
    return Said(*key, key in facts, tuple(claims[key].values()) if key in claims else ())


def _facts(view: View, iri: str, query: str) -> Iterator[Key]:
    for subject, predicate, object_ in view.select(PROLOGUE + query, {"it": NamedNode(iri)}).rows:
        if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and object_:
            yield subject.value, predicate.value, object_


def _key(claim: Node) -> Key:
    subject, predicate = claim.one(RDF.subject), claim.one(RDF.predicate)
    return subject, predicate, claim.said.get(RDF.object, [Literal("")])[0]


def _order(key: Key, iri: str) -> tuple[bool, str, str, str]:
    """Sort what the thing does before what is done to it, then by property and other end."""
    subject, predicate, object_ = key
    return subject != iri, predicate, subject, str(object_)
