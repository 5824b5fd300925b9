"""Is a graph an OWL Lite ontology? Tells each way in which it is not.

Follows the OWL Reference, sections 8.2 and 8.3, and OWL Semantics and Abstract Syntax,
sections 2 and 4: which terms of RDF and OWL may be used at all, what may stand at each end
of each of them, that each term has one kind and is typed, and which properties are too
complex to be transitive. One addition: `owl:versionIRI`, which OWL 2 readers look for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

BUILT_IN_ANNOTATIONS = frozenset(
    {RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, OWL.versionInfo}
)
HEADER = frozenset(
    {
        OWL.imports,
        OWL.priorVersion,
        OWL.backwardCompatibleWith,
        OWL.incompatibleWith,
        OWL.versionIRI,
    }
)
CHARACTERISTICS = frozenset(
    {
        OWL.TransitiveProperty,
        OWL.SymmetricProperty,
        OWL.FunctionalProperty,
        OWL.InverseFunctionalProperty,
    }
)
CARDINALITIES = frozenset({OWL.cardinality, OWL.minCardinality, OWL.maxCardinality})
FILLERS = frozenset({OWL.someValuesFrom, OWL.allValuesFrom})
RESTRICTING = CARDINALITIES | FILLERS | {OWL.onProperty}
KINDS = {
    "class": OWL.Class,
    "object property": OWL.ObjectProperty,
    "datatype property": OWL.DatatypeProperty,
    "annotation property": OWL.AnnotationProperty,
    "ontology property": OWL.OntologyProperty,
    "ontology": OWL.Ontology,
}
RESERVED = (str(RDF), str(RDFS), str(OWL))
# Names of the RDF vocabulary that OWL DL leaves free for use as classes and properties.
FREE = frozenset({RDF.Statement, RDF.subject, RDF.predicate, RDF.object})


@dataclass
class Ontology:
    """A graph with the kind of each of its terms."""

    graph: Graph
    kinds: dict[str, set[Node]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.kinds = {kind: self._typed(term) for kind, term in KINDS.items()}
        self.kinds["annotation property"] |= BUILT_IN_ANNOTATIONS
        self.kinds["ontology property"] |= HEADER
        self.kinds["class"] |= {OWL.Thing, OWL.Nothing}
        self.restrictions = self._typed(OWL.Restriction)
        self.kinds["individual"] = {
            node for name in self.kinds["class"] for node in self._typed(name)
        }

    def _typed(self, kind: Node) -> set[Node]:
        return set(self.graph.subjects(RDF.type, kind))

    def is_a(self, kind: str, node: Node) -> bool:
        return node in self.kinds[kind]

    def is_named_class(self, node: Node) -> bool:
        return isinstance(node, URIRef) and self.is_a("class", node)

    def is_description(self, node: Node) -> bool:
        """A class name or a restriction: all that OWL Lite lets a class be."""
        return self.is_named_class(node) or node in self.restrictions

    def is_property(self, node: Node) -> bool:
        return self.is_a("object property", node) or self.is_a("datatype property", node)

    def are_alike(self, one: Node, two: Node) -> bool:
        return any(
            self.is_a(kind, one) and self.is_a(kind, two)
            for kind in ("object property", "datatype property")
        )


def problems(graph: Graph) -> list[str]:
    """Return what keeps a graph from being OWL Lite, sorted; nothing if it is."""
    ontology = Ontology(graph)
    checks = (_triples, _kinds, _restrictions, _lists, _complex, _blank_nodes)
    return sorted({problem for check in checks for problem in check(ontology)})


def is_datatype(node: Node) -> bool:
    return node == RDFS.Literal or (isinstance(node, URIRef) and node in XSD)


def _class_axiom(o: Ontology, s: Node, v: Node) -> bool:
    return o.is_named_class(s) and o.is_description(v)


def _property_axiom(o: Ontology, s: Node, v: Node) -> bool:
    return o.are_alike(s, v)


def _domain(o: Ontology, s: Node, v: Node) -> bool:
    return o.is_property(s) and o.is_named_class(v)


def _range(o: Ontology, s: Node, v: Node) -> bool:
    if o.is_a("object property", s):
        return o.is_named_class(v)
    return o.is_a("datatype property", s) and is_datatype(v)


def _inverse(o: Ontology, s: Node, v: Node) -> bool:
    return o.is_a("object property", s) and o.is_a("object property", v)


def _individuals(o: Ontology, s: Node, v: Node) -> bool:
    return o.is_a("individual", s) and o.is_a("individual", v)


def _restriction(o: Ontology, s: Node, v: Node) -> bool:
    return s in o.restrictions


def _list_cell(o: Ontology, s: Node, v: Node) -> bool:
    return isinstance(s, BNode)


def _intersection(o: Ontology, s: Node, v: Node) -> bool:
    return o.is_named_class(s) and (v, RDF.first, None) in o.graph


AXIOMS: dict[URIRef, Callable[[Ontology, Node, Node], bool]] = {
    RDFS.subClassOf: _class_axiom,
    OWL.equivalentClass: _class_axiom,
    OWL.intersectionOf: _intersection,
    RDFS.subPropertyOf: _property_axiom,
    OWL.equivalentProperty: _property_axiom,
    OWL.inverseOf: _inverse,
    RDFS.domain: _domain,
    RDFS.range: _range,
    OWL.sameAs: _individuals,
    OWL.differentFrom: _individuals,
    RDF.first: _list_cell,
    RDF.rest: _list_cell,
    **dict.fromkeys(RESTRICTING, _restriction),
}


def _triples(o: Ontology) -> Iterator[str]:
    for s, p, v in o.graph:
        if p == RDF.type:
            yield from _type(o, s, v)
        elif isinstance(p, URIRef) and p in AXIOMS:
            if not AXIOMS[p](o, s, v):
                yield f"{_n3(p)} between {_n3(s)} and {_n3(v)}"
        else:
            yield from _assertion(o, s, p, v)


def _type(o: Ontology, s: Node, v: Node) -> Iterator[str]:
    if v in CHARACTERISTICS:
        needed = "datatype property" if o.is_a("datatype property", s) else "object property"
        allowed = needed == "object property" or v == OWL.FunctionalProperty
        if not (o.is_a(needed, s) and allowed):
            yield f"{_n3(s)} may not be {_n3(v)}"
    elif v not in {*KINDS.values(), OWL.Restriction, RDF.List} and not o.is_description(v):
        yield f"{_n3(s)} has the type {_n3(v)}, which is no class"


def _assertion(o: Ontology, s: Node, p: Node, v: Node) -> Iterator[str]:
    """Check a triple that is no axiom: a header, an annotation, or a fact on an individual."""
    if o.is_a("annotation property", p):
        if isinstance(v, BNode) or not _is_typed(o, s):
            yield f"annotation {_n3(p)} between {_n3(s)} and {_n3(v)}"
    elif o.is_a("ontology property", p):
        if not (o.is_a("ontology", s) and isinstance(v, URIRef)):
            yield f"header {_n3(p)} between {_n3(s)} and {_n3(v)}"
    elif o.is_a("object property", p):
        if not _individuals(o, s, v):
            yield f"{_n3(p)} between {_n3(s)} and {_n3(v)}, which are no individuals"
    elif o.is_a("datatype property", p):
        if not (o.is_a("individual", s) and isinstance(v, Literal)):
            yield f"{_n3(p)} between {_n3(s)} and {_n3(v)}"
    else:
        yield f"{_n3(p)} is not allowed or not declared"


def _is_typed(o: Ontology, node: Node) -> bool:
    return any(node in nodes for nodes in o.kinds.values())


def _kinds(o: Ontology) -> Iterator[str]:
    for (one, first), (two, second) in combinations(o.kinds.items(), 2):
        for node in first & second:
            yield f"{_n3(node)} is both {one} and {two}"
    for kind in KINDS:
        for node in o.kinds[kind] - BUILT_IN_ANNOTATIONS - HEADER - FREE:
            if node not in {OWL.Thing, OWL.Nothing} and str(node).startswith(RESERVED):
                yield f"{_n3(node)} may not be declared"


def _restrictions(o: Ontology) -> Iterator[str]:
    for node in o.restrictions:
        parts = [(p, v) for p, v in o.graph.predicate_objects(node) if p != RDF.type]
        on = [v for p, v in parts if p == OWL.onProperty]
        rest = [(p, v) for p, v in parts if p != OWL.onProperty]
        if len(on) != 1 or len(rest) != 1 or not o.is_property(on[0]):
            yield f"the restriction {sorted(map(_n3, on))} is not one condition on one property"
        elif not _condition(o, on[0], *rest[0]):
            yield f"a restriction on {_n3(on[0])} says {_n3(rest[0][0])} {_n3(rest[0][1])}"


def _condition(o: Ontology, on: Node, p: Node, v: Node) -> bool:
    if p in FILLERS:
        return o.is_named_class(v) if o.is_a("object property", on) else is_datatype(v)
    count = isinstance(v, Literal) and v.datatype == XSD.nonNegativeInteger
    return p in CARDINALITIES and count and str(v) in {"0", "1"}


def _lists(o: Ontology) -> Iterator[str]:
    for subject, head in o.graph.subject_objects(OWL.intersectionOf):
        members = list(Collection(o.graph, head))
        if len(members) < 2 or not all(map(o.is_description, members)):
            yield f"the intersection of {_n3(subject)} is not of two or more names or restrictions"


def _complex(o: Ontology) -> Iterator[str]:
    """A property that is counted, or has a part or inverse that is, must not be transitive."""
    counted = {
        on
        for node in o.restrictions
        if any((node, p, None) in o.graph for p in CARDINALITIES)
        for on in o.graph.objects(node, OWL.onProperty)
    }
    for kind in (OWL.FunctionalProperty, OWL.InverseFunctionalProperty):
        counted |= set(o.graph.subjects(RDF.type, kind))
    for node in o.graph.subjects(RDF.type, OWL.TransitiveProperty):
        for other in _above(o.graph, node) & counted:
            yield f"{_n3(node)} is transitive, and {_n3(other)} is counted"


def _above(graph: Graph, node: Node) -> set[Node]:
    """Return a property with all above it, through equivalents and inverses too."""
    found: set[Node] = set()
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += graph.objects(here, RDFS.subPropertyOf)
            for p in (OWL.inverseOf, OWL.equivalentProperty):
                waiting += [*graph.objects(here, p), *graph.subjects(p, here)]
    return found


def _blank_nodes(o: Ontology) -> Iterator[str]:
    """Blank nodes are restrictions and lists, each used at one place."""
    nodes = {node for triple in o.graph for node in triple if isinstance(node, BNode)}
    for node in nodes:
        is_cell = (node, RDF.first, None) in o.graph
        if not (is_cell or node in o.restrictions):
            yield "a blank node is neither a restriction nor a list"
        elif len(list(o.graph.subject_predicates(node))) != 1:
            yield "a blank node is not used exactly once"


def _n3(node: Node) -> str:
    return "a blank node" if isinstance(node, BNode) else node.n3()
