"""The default graph stays the union of what is stated, whatever comes, changes and goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Triple

from kg.store.base import View
from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE, XSD
from tests.store.samples import QUOTE, base_quads, dump, fact, release

XSD_INTEGER: Final = NamedNode(XSD.integer)
KEYS = ("one", "two", "three")
NUMBERS = st.sets(st.integers(0, 6))
STEP = st.one_of(
    st.tuples(st.just("admit"), st.sampled_from(KEYS), NUMBERS.filter(bool)),
    st.tuples(st.just("remove"), st.sampled_from(KEYS), st.just(frozenset[int]())),
    st.tuples(st.just("base"), st.just(""), NUMBERS),
)


def facts_of(store: View) -> set[Triple]:
    return {quad.triple for quad in store.quads(DefaultGraph())}


def recomputed(store: View) -> set[Triple]:
    """Return the union of all stated graphs, told from the evidence by their names."""
    graphs = [g for g in store.graphs() if "/graph/evidence/" not in g.value]
    return {quad.triple for graph in graphs for quad in store.quads(graph)}


def take(store: EmbeddedStore, step: tuple[str, str, Iterable[int]]) -> None:
    kind, key, numbers = step
    if kind == "admit":
        store.admit(release(key, numbers))
    elif kind == "base":
        store.load_base(base_quads(n for n in numbers if n % 2), base_quads(numbers))
    elif NamedNode(f"{DEFAULT_BASE}release/test/{key}") in store.releases():
        store.remove(f"{DEFAULT_BASE}release/test/{key}")


@given(st.lists(STEP, max_size=12))
@settings(deadline=None)
def test_default_graph_equals_its_recomputation(
    steps: list[tuple[str, str, frozenset[int]]],
) -> None:
    store = EmbeddedStore.memory()
    for step in steps:
        take(store, step)
        assert facts_of(store) == recomputed(store)


@given(st.lists(STEP, max_size=6), NUMBERS.filter(bool))
@settings(deadline=None)
def test_history_leaves_no_trace(
    steps: list[tuple[str, str, frozenset[int]]], numbers: set[int]
) -> None:
    """A store that was changed and cleared equals one that never saw the changes."""
    worn, fresh = EmbeddedStore.memory(), EmbeddedStore.memory()
    for step in steps:
        take(worn, step)
    for name in worn.releases():
        worn.remove(name.value)
    for store in (worn, fresh):
        store.load_base([], base_quads(numbers))
        store.admit(release("last", numbers))
    assert dump(worn) == dump(fresh)
    assert [g for g in worn.graphs() if not worn.count(g)] == []


def test_admitting_twice_changes_nothing() -> None:
    store = EmbeddedStore.memory()
    assert store.admit(release("one", [1, 2])).changed
    before = dump(store)
    again = store.admit(release("one", [1, 2]))
    assert (again.added, again.removed, again.changed) == (0, 0, False)
    assert dump(store) == before


def test_a_fact_stays_with_its_last_release() -> None:
    store = EmbeddedStore.memory()
    store.admit(release("one", [1]))
    store.admit(release("two", [1]))
    store.remove(f"{DEFAULT_BASE}release/test/one")
    assert facts_of(store) == {fact(1)}
    store.remove(f"{DEFAULT_BASE}release/test/two")
    assert facts_of(store) == set()
    assert store.graphs() == ()


def test_a_fact_of_the_authority_stays_without_releases() -> None:
    store = EmbeddedStore.memory()
    store.load_base([], base_quads([1]))
    store.admit(release("one", [1, 2]))
    store.remove(f"{DEFAULT_BASE}release/test/one")
    assert facts_of(store) == {fact(1)}


def test_a_release_that_says_less_takes_its_facts_out() -> None:
    store = EmbeddedStore.memory()
    store.admit(release("one", [1, 2]))
    changed = store.admit(release("one", [2, 3]))
    assert facts_of(store) == {fact(2), fact(3)}
    # A fact, its place in the default graph, and its evidence.
    assert (changed.added, changed.removed) == (3, 3)


BATCH = st.lists(st.tuples(st.sampled_from(KEYS), NUMBERS.filter(bool)), max_size=5)


@given(st.lists(BATCH, max_size=4))
@settings(deadline=None)
def test_many_at_once_are_as_one_after_the_other(batches: list[list[tuple[str, set[int]]]]) -> None:
    single, many = EmbeddedStore.memory(), EmbeddedStore.memory()
    for batch in batches:
        graphs = {key: release(key, numbers) for key, numbers in batch}
        changed = [g.release for g in graphs.values() if single.admit(g).changed]
        # Of a release that comes twice, the last one counts.
        told = many.admit_all([release(key, numbers) for key, numbers in batch])
        assert sorted(told) == sorted(changed)
        assert dump(many) == dump(single)


def test_a_large_batch_goes_in_as_files_of_its_own(tmp_path: Path) -> None:
    with EmbeddedStore.open(tmp_path, create=True) as store:
        store.admit(release("one", [1, 2]))
        told = store.admit_all([release("one", [1, 3]), release("big", range(4000))])
        assert [name.rpartition("/")[2] for name in told] == ["one", "big"]
        assert facts_of(store) == recomputed(store) == {fact(n) for n in range(4000)}
        assert store.admit_all([release("one", [1, 3])]) == ()
        # 4,000 facts that are known, 1,000 that are not, and the evidence of all.
        assert store.admit(release("bigger", range(5000))).added == 5000 + 1000 + 5000


def test_many_releases_at_once_keep_every_term(tmp_path: Path) -> None:
    """Many quads are written as text, which must give back what looks like its syntax."""
    words = "x\" } } \\ \n \r \t \u0007 ' <a> é 🚀 <urn:g> {"
    texts = (Literal(words), Literal(words, language="fr-be"), Literal("007", datatype=XSD_INTEGER))
    odd = tuple(Triple(fact(1).subject, QUOTE, text) for text in texts)
    graph = replace(release("odd", [1]), evidence=odd, facts=(*odd, fact(1)))
    with (
        EmbeddedStore.open(tmp_path / "many", create=True) as many,
        EmbeddedStore.open(tmp_path / "one", create=True) as one,
    ):
        for store in (many, one):
            store.admit(release("first", [1, 2]))
        many.admit_all([graph, release("big", range(4000))])
        one.admit(graph)
        one.admit(release("big", range(4000)))
        assert dump(many) == dump(one)
        assert {t.object for t in facts_of(many) if t.predicate == QUOTE} >= {*texts[:2]}
