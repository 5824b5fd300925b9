"""Each rule draws its conclusion, and no other; a triple that follows is seen to follow."""

from __future__ import annotations

import pytest

from kg.inference import Memory, Schema, conclude, follows
from tests.inference.turtle import triples

CASES = {
    "sub-class": (":a rdfs:subClassOf :b . :b rdfs:subClassOf :c .", ":x a :a .", ":x a :b, :c ."),
    "sub-property": (
        ":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :r .",
        ':x :p "a literal", :y .',
        ':x :q "a literal", :y ; :r "a literal", :y .',
    ),
    "domain": (":p rdfs:domain :a .", ':x :p "a literal" .', ":x a :a ."),
    "range": (":p rdfs:range :a .", ':x :p :y, "a literal" .', ":y a :a ."),
    "domain of a property above": (
        ":p rdfs:subPropertyOf :q . :q rdfs:domain :a . :a rdfs:subClassOf :b .",
        ":x :p :y .",
        ":x :q :y ; a :a, :b .",
    ),
    "inverse": (":p owl:inverseOf :q .", ":x :p :y . :u :q :v .", ":y :q :x . :v :p :u ."),
    "symmetric": (":p a owl:SymmetricProperty .", ":x :p :y .", ":y :p :x ."),
    "transitive": (
        ":p a owl:TransitiveProperty .",
        ":x :p :y . :y :p :z . :z :p :w .",
        ":x :p :z, :w . :y :p :w .",
    ),
    "transitive in a ring": (
        ":p a owl:TransitiveProperty .",
        ":x :p :y . :y :p :x .",
        ":x :p :x . :y :p :y .",
    ),
    "transitive and symmetric": (
        ":p a owl:TransitiveProperty, owl:SymmetricProperty .",
        ":x :p :y .",
        ":y :p :x, :y . :x :p :x .",
    ),
    "functional": (
        ":p a owl:FunctionalProperty .",
        ":x :p :y, :z .",
        ":y owl:sameAs :z . :z owl:sameAs :y .",
    ),
    "functional, of literals": (":p a owl:FunctionalProperty .", ':x :p "a", "b" .', ""),
    "hierarchies themselves": (
        "",
        ":a rdfs:subClassOf :b . :b rdfs:subClassOf :c .",
        ":a rdfs:subClassOf :c .",
    ),
    "nothing of it": (":a rdfs:subClassOf :b .", ":x a :b ; :p :y .", ""),
    "no second copy of what is stated": (
        ":p a owl:SymmetricProperty .",
        ":x :p :y . :y :p :x .",
        "",
    ),
}


@pytest.mark.parametrize(("ontology", "stated", "expected"), CASES.values(), ids=CASES)
def test_conclusions(ontology: str, stated: str, expected: str) -> None:
    schema, known = Schema.read(triples(ontology)), triples(stated)
    assert conclude(known, schema, Memory(known)) == triples(expected)


@pytest.mark.parametrize(("ontology", "stated", "expected"), CASES.values(), ids=CASES)
def test_what_was_concluded_is_seen_to_follow(ontology: str, stated: str, expected: str) -> None:
    schema, conclusions = Schema.read(triples(ontology)), triples(expected)
    for conclusion in conclusions:
        others = Memory((triples(stated) | conclusions) - {conclusion})
        assert follows(conclusion, schema, others)


def test_what_nothing_speaks_for_does_not_follow() -> None:
    schema = Schema.read(triples(":a rdfs:subClassOf :b . :p a owl:SymmetricProperty ."))
    known = Memory(triples(":x a :b ; :p :y ."))
    for triple in triples(":x a :a . :x :p :z . :z a :b ."):
        assert not follows(triple, schema, known)


def test_axioms_without_a_name_are_passed_over() -> None:
    schema = Schema.read(triples(":a rdfs:subClassOf [ a owl:Restriction ] ."))
    assert schema.above_class == {}
