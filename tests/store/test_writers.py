"""What every store does with releases that come, change and go, whichever engine holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Triple

from kg.errors import StoreError, UnknownNameError
from kg.store.base import Store
from kg.store.embedded import EmbeddedStore
from kg.store.remote import RemoteStore
from kg.vocab import DEFAULT_BASE, SKG
from tests.servers import Engine
from tests.store.remotely import writable
from tests.store.samples import base_quads, dump, release

ONE, TWO = (f"{DEFAULT_BASE}release/test/{key}" for key in ("one", "two"))


@pytest.fixture(params=["memory", "disk", "oxigraph", "rdflib_memory", "virtuoso"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    match request.param:
        case "memory":
            yield EmbeddedStore.memory()
        case "disk":
            with EmbeddedStore.open(tmp_path / "store", create=True) as disk:
                yield disk
        case name:
            engine: Engine = request.getfixturevalue(name)
            engine.load([])
            yield RemoteStore.open(writable(engine))


def test_the_same_history_leaves_the_same_quads(store: Store) -> None:
    """The larger releases are cut by the servers' limits when they are read back."""
    other = EmbeddedStore.memory()
    for one in (store, other):
        one.load_base(base_quads([100]), base_quads([1, 2]))
        one.admit(release("one", range(260)))
        one.admit(release("two", [2, 3, 300]))
        one.admit(release("one", range(1, 250)))
        one.load_base(base_quads([101]), base_quads([1]))
        one.remove(TWO)
    assert dump(store) == dump(other)
    assert store.count() == other.count()
    assert store.graphs() == other.graphs()


def test_a_change_is_counted(store: Store) -> None:
    store.load_base([], base_quads([1]))
    first = store.admit(release("one", [1, 2]))
    # Two facts and their evidence, and one place in the default graph: the other is known.
    assert (first.added, first.removed) == (5, 0)
    assert not store.admit(release("one", [1, 2])).changed
    changed = store.admit(release("one", [2, 3]))
    assert (changed.added, changed.removed) == (3, 2)
    assert not store.load_base([], base_quads([1])).changed


def test_a_fact_leaves_with_its_last_release(store: Store) -> None:
    store.load_base([], base_quads([4]))
    store.admit(release("one", [1, 2, 4]))
    store.admit(release("two", [2, 3]))
    store.remove(ONE)
    assert store.select("SELECT DISTINCT ?s { ?s ?p ?o } ORDER BY ?s").values() == [
        (f"{DEFAULT_BASE}id/agency/a{n}",) for n in (2, 3, 4)
    ]
    store.remove(TWO)
    assert [g.value for g in store.graphs()] == [f"{DEFAULT_BASE}graph/authority"]


def test_a_link_goes_with_the_release_that_it_points_to(store: Store) -> None:
    """Of a release with two translations, the one keeps its link to the other."""
    keys = "one", "two", "three"
    one, two, three = (NamedNode(f"{DEFAULT_BASE}release/test/{key}") for key in keys)
    link = NamedNode(SKG.translationOf)
    links = [Triple(two, link, one), Triple(three, link, one), Triple(three, link, two)]
    for key, node in zip(keys, (one, two, three), strict=True):
        graph = release(key, [1])
        said = tuple(triple for triple in links if triple.subject == node)
        store.admit(replace(graph, facts=(*graph.facts, *said)))
    store.remove(ONE)
    linked = f"SELECT ?a ?b WHERE {{ {{ ?a {link} ?b }} UNION {{ GRAPH ?g {{ ?a {link} ?b }} }} }}"
    assert store.select(linked).values() == 2 * [(three.value, TWO)]
    assert [g.value for g in store.releases()] == [three.value, TWO]
    assert store.count(NamedNode(release("two", [1]).facts_graph)) == 1


def test_an_unknown_release_cannot_leave(store: Store) -> None:
    with pytest.raises(UnknownNameError, match="holds no release"):
        store.remove(ONE)


def test_a_release_of_another_base_stays_out(store: Store) -> None:
    graph = release("one", [1])
    for wrong in (f"https://example.org/{graph.release}", TWO):
        with pytest.raises(StoreError):
            store.admit(type(graph)(wrong, graph.facts_graph, graph.evidence_graph, (), ()))
    assert store.count() == 0
