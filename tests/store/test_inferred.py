"""What follows is kept true by every store, whatever comes, changes and goes."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from kg.errors import StoreError, UsageError
from kg.inference import Memory, Schema, conclude
from kg.model import ReleaseGraph
from kg.pipeline import ontology_quads
from kg.store import open_store
from kg.store.base import Store, View
from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE, RDF, SKG, evidence_graph, facts_graph
from tests.store.test_writers import store

__all__ = ["store"]

INFERRED = NamedNode(f"{DEFAULT_BASE}graph/inferred")
ONTOLOGY = list(ontology_quads(DEFAULT_BASE))
NAMES = [f"{DEFAULT_BASE}id/programme/{n}" for n in range(4)]
PROPERTIES = (SKG.partOf, SKG.cooperatesWith, SKG.leads)

Link = tuple[int, int, int]
links = st.sets(st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 3)), max_size=5)


def release(key: str, said: Iterable[Link]) -> ReleaseGraph:
    triples = {
        Triple(NamedNode(NAMES[s]), NamedNode(PROPERTIES[p]), NamedNode(NAMES[o]))
        for s, p, o in said
    }
    it = NamedNode(f"{DEFAULT_BASE}release/test/{key}")
    triples.add(Triple(it, NamedNode(RDF.type), NamedNode(SKG.Release)))
    graphs = facts_graph(DEFAULT_BASE, "test", key), evidence_graph(DEFAULT_BASE, "test", key)
    return ReleaseGraph(it.value, *graphs, tuple(sorted(triples, key=str)), ())


def inferred(view: View) -> set[Triple]:
    return {quad.triple for quad in view.quads(INFERRED)}


def drawn_anew(view: View) -> set[Triple]:
    stated = {quad.triple for quad in view.quads(DefaultGraph())}
    return conclude(stated, Schema.read(stated), Memory(stated))


def test_every_store_infers_from_then_on(store: Store) -> None:
    store.load_base(ONTOLOGY, ())
    store.admit(release("one", {(0, 0, 1)}))
    assert inferred(store) == set()
    assert store.infer().added > 0
    store.admit(release("two", {(1, 0, 2), (2, 2, 3)}))
    first, last = NamedNode(NAMES[0]), NamedNode(NAMES[2])
    assert Triple(first, NamedNode(SKG.partOf), last) in inferred(store)
    assert inferred(store) == drawn_anew(store)
    store.remove(f"{DEFAULT_BASE}release/test/one")
    assert Triple(first, NamedNode(SKG.partOf), last) not in inferred(store)
    assert inferred(store) == drawn_anew(store)
    assert not store.infer().changed
    assert store.infer(on=False).removed > 0
    assert inferred(store) == set()


@given(st.lists(st.tuples(st.sampled_from("ab"), links), max_size=5), st.booleans())
@settings(deadline=None, max_examples=30)
def test_inferred_equals_drawn_anew(steps: list[tuple[str, set[Link]]], together: bool) -> None:
    with EmbeddedStore.memory() as store:
        store.load_base(ONTOLOGY, ())
        store.infer()
        for key, said in steps:
            if together:
                store.admit_all([release(key, said)])
            else:
                store.admit(release(key, said))
            assert inferred(store) == drawn_anew(store)
            assert not inferred(store) & {q.triple for q in store.quads(DefaultGraph())}


def test_another_ontology_changes_what_follows() -> None:
    below = NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
    graph = NamedNode(f"{DEFAULT_BASE}graph/ontology")
    more = Quad(NamedNode(SKG.Programme), below, NamedNode("urn:frame"), graph)
    with EmbeddedStore.memory() as store:
        store.load_base(ONTOLOGY, ())
        store.admit(release("one", {(0, 0, 1)}))
        store.infer()
        store.load_base([*ONTOLOGY, more], ())
        assert inferred(store) == drawn_anew(store)
        kind = NamedNode(RDF.type)
        assert Triple(NamedNode(NAMES[1]), kind, NamedNode("urn:frame")) in inferred(store)


def test_questions_see_what_follows_only_if_they_want() -> None:
    ask = f"ASK {{ <{NAMES[1]}> <{SKG.cooperatesWith}> <{NAMES[0]}> }}"
    with EmbeddedStore.memory() as store:
        store.load_base(ONTOLOGY, ())
        store.admit(release("one", {(0, 1, 1)}))
        with pytest.raises(StoreError, match="spacekg infer"):
            store.with_inferred()
        store.infer()
        assert not store.query(ask)
        assert store.with_inferred().query(ask)
        count = f"SELECT (COUNT(*) AS ?n) WHERE {{ ?a <{SKG.cooperatesWith}> ?b }}"
        assert store.select(count).values() == [("2",)]


def test_an_endpoint_says_how_to_ask_instead() -> None:
    with pytest.raises(UsageError, match="graph/inferred"):
        open_store("http://127.0.0.1:9/", inferred=True)
