"""The axioms of an ontology that rules use, each hierarchy closed under its own transitivity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Triple

from kg.vocab import OWL, RDF, RDFS

Links = Mapping[NamedNode, frozenset[NamedNode]]

TYPE: Final = NamedNode(RDF.type)
SAME_AS: Final = NamedNode(OWL.sameAs)
SUBCLASS: Final = NamedNode(RDFS.subClassOf)
SUBPROPERTY: Final = NamedNode(RDFS.subPropertyOf)

_DOMAIN: Final = NamedNode(RDFS.domain)
_RANGE: Final = NamedNode(RDFS.range)
_INVERSE: Final = NamedNode(OWL.inverseOf)
_SYMMETRIC: Final = NamedNode(OWL.SymmetricProperty)
_TRANSITIVE: Final = NamedNode(OWL.TransitiveProperty)
_FUNCTIONAL: Final = NamedNode(OWL.FunctionalProperty)

AXIOMS: Final = frozenset({SUBCLASS, SUBPROPERTY, _DOMAIN, _RANGE, _INVERSE})
CHARACTERISTICS: Final = frozenset({_SYMMETRIC, _TRANSITIVE, _FUNCTIONAL})


@dataclass(frozen=True, slots=True)
class Schema:
    """What an ontology says of classes and properties.

    `above_*` lead from a term to all terms above it, `below_*` back; `domains` and `ranges` from a
    property to its classes, `with_domain` and `with_range` back; `inverses` both ways.
    """

    above_class: Links
    below_class: Links
    above_property: Links
    below_property: Links
    domains: Links
    with_domain: Links
    ranges: Links
    with_range: Links
    inverses: Links
    symmetric: frozenset[NamedNode]
    transitive: frozenset[NamedNode]
    functional: frozenset[NamedNode]

    @classmethod
    def read(cls, ontology: Iterable[Triple]) -> Schema:
        """Read the axioms off the triples of an ontology; what has no name is passed over."""
        said: dict[NamedNode, set[tuple[NamedNode, NamedNode]]] = defaultdict(set)
        for triple in ontology:
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode):
                said[triple.predicate].add((triple.subject, triple.object))
        classes, properties = _closed(said[SUBCLASS]), _closed(said[SUBPROPERTY])
        inverses = said[_INVERSE] | {(b, a) for a, b in said[_INVERSE]}
        return cls(
            above_class=_links(classes),
            below_class=_links((b, a) for a, b in classes),
            above_property=_links(properties),
            below_property=_links((b, a) for a, b in properties),
            domains=_links(said[_DOMAIN]),
            with_domain=_links((b, a) for a, b in said[_DOMAIN]),
            ranges=_links(said[_RANGE]),
            with_range=_links((b, a) for a, b in said[_RANGE]),
            inverses=_links(inverses),
            symmetric=_typed(said[TYPE], _SYMMETRIC),
            # These two are transitive by their meaning in RDFS.
            transitive=_typed(said[TYPE], _TRANSITIVE) | {SUBCLASS, SUBPROPERTY},
            functional=_typed(said[TYPE], _FUNCTIONAL),
        )


def is_axiom(triple: Triple) -> bool:
    """Tell whether the triple is one that a schema is read from."""
    if triple.predicate == TYPE:
        return triple.object in CHARACTERISTICS
    return triple.predicate in AXIOMS


def _closed(pairs: set[tuple[NamedNode, NamedNode]]) -> set[tuple[NamedNode, NamedNode]]:
    """Return the transitive closure, without the pairs of a term and itself."""
    above: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for low, high in pairs:
        above[low].add(high)
    found = set()
    for start in list(above):
        waiting, seen = list(above[start]), set()
        while waiting:
            term = waiting.pop()
            if term not in seen:
                seen.add(term)
                waiting.extend(above.get(term, ()))
        found |= {(start, term) for term in seen if term != start}
    return found


def _links(pairs: Iterable[tuple[NamedNode, NamedNode]]) -> Links:
    links: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for one, other in pairs:
        links[one].add(other)
    return {term: frozenset(others) for term, others in links.items()}


def _typed(pairs: set[tuple[NamedNode, NamedNode]], kind: NamedNode) -> frozenset[NamedNode]:
    return frozenset(term for term, class_ in pairs if class_ == kind)
