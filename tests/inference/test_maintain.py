"""Maintained conclusions equal those drawn anew, whatever comes and goes."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Triple

from kg.inference import Memory, Schema, conclude, maintain
from kg.inference.schema import TYPE
from tests.inference.turtle import triples

SCHEMA = Schema.read(
    triples("""
    :a rdfs:subClassOf :b . :b rdfs:subClassOf :c .
    :sub rdfs:subPropertyOf :part . :part a owl:TransitiveProperty ; rdfs:domain :a ; rdfs:range :b .
    :with a owl:SymmetricProperty ; rdfs:subPropertyOf :near .
    :near owl:inverseOf :by . :by rdfs:range :c .
    :one a owl:FunctionalProperty .
    """)
)
EXAMPLE = "https://example.org/"
NODES = [NamedNode(EXAMPLE + name) for name in "uvwx"]
PROPERTIES = [NamedNode(EXAMPLE + name) for name in ("sub", "part", "with", "near", "by", "one")]
CLASSES = [NamedNode(EXAMPLE + name) for name in "abc"]

links = st.builds(
    Triple, st.sampled_from(NODES), st.sampled_from(PROPERTIES), st.sampled_from(NODES)
)
types = st.builds(lambda s, o: Triple(s, TYPE, o), st.sampled_from(NODES), st.sampled_from(CLASSES))
some = st.sets(links | types, max_size=8)


@dataclass
class Kept:
    """Stated triples with their maintained conclusions."""

    stated: Memory
    inferred: Memory


@given(st.lists(st.tuples(some, some), min_size=1, max_size=4))
def test_maintained_equals_drawn_anew(changes: list[tuple[set[Triple], set[Triple]]]) -> None:
    kept = Kept(Memory(), Memory())
    for wanted, unwanted in changes:
        added = {t for t in wanted if t not in kept.stated}
        removed = {t for t in unwanted if t in kept.stated}
        change = maintain(kept, SCHEMA, added, removed)
        for triple in removed:
            kept.stated.discard(triple)
        for triple in added:
            kept.stated.add(triple)
        for triple in change.removed:
            kept.inferred.discard(triple)
        for triple in change.added:
            assert triple not in kept.inferred
            kept.inferred.add(triple)
        assert set(kept.inferred) == conclude(set(kept.stated), SCHEMA, kept.stated)


def test_what_two_triples_speak_for_stays_with_one_of_them() -> None:
    both = triples(":x :sub :y . :x :part :y .")
    kept = Kept(Memory(both), Memory(conclude(both, SCHEMA, Memory(both))))
    lost = triples(":x :part :y .")
    change = maintain(kept, SCHEMA, (), lost)
    assert change.added == lost
    assert change.removed == frozenset()


def test_what_becomes_stated_is_inferred_no_more() -> None:
    stated = triples(":x :sub :y .")
    kept = Kept(Memory(stated), Memory(conclude(stated, SCHEMA, Memory(stated))))
    change = maintain(kept, SCHEMA, triples(":x :part :y ."), ())
    assert change.removed == triples(":x :part :y .")
    assert change.added == frozenset()
