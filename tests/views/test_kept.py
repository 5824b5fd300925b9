"""The network that a store keeps is the one that it would make, whatever comes, changes or goes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from benchmarks.synthetic import graphs
from kg import views
from kg.cli import main as command
from kg.errors import StoreError
from kg.model import ReleaseGraph
from kg.store import changes
from kg.store.base import View
from kg.store.embedded import EmbeddedStore
from kg.views import kept
from kg.views.options import Options, Period
from tests.stores import Prepared

COUNT = 4
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("admit", "admit", "remove", "keep", "keep", "reopen")),
        st.integers(0, COUNT - 1),
        st.sampled_from((0, 2, 3)),
    ),
    min_size=1,
    max_size=8,
)


@cache
def releases() -> tuple[ReleaseGraph, ...]:
    return tuple(graphs(COUNT))


def thinned(graph: ReleaseGraph, step: int) -> ReleaseGraph:
    """Return the release without each fact of that step; 0 keeps all."""
    facts = (triple for number, triple in enumerate(graph.facts) if not step or number % step)
    return replace(graph, facts=tuple(facts))


def change(store: EmbeddedStore, kind: str, number: int, step: int) -> None:
    release = releases()[number]
    if kind == "admit":
        store.admit(thinned(release, step))
    elif kind == "remove" and NamedNode(release.release) in store.releases():
        store.remove(release.release)


def is_kept(view: View) -> bool:
    return kept.read(view.ledger()) is not None


def equal(one: View, other: View) -> bool:
    return bool(nx.utils.graphs_equal(views.build("agencies", one), views.build("agencies", other)))


@given(STEPS)
@settings(deadline=None, max_examples=25)
def test_what_is_kept_equals_what_is_made_anew(steps: list[tuple[str, int, int]]) -> None:
    # A store in memory keeps nothing.
    memory = EmbeddedStore.memory()
    with tempfile.TemporaryDirectory() as folder:
        store = EmbeddedStore.open(Path(folder), create=True)
        for kind, number, step in steps:
            if kind == "keep":
                views.keep(store)
                assert is_kept(store)
            elif kind == "reopen":
                store.close()
                store = EmbeddedStore.open(Path(folder))
            else:
                change(store, kind, number, step)
                change(memory, kind, number, step)
            assert equal(store, memory)
        store.close()
        with EmbeddedStore.open(Path(folder), read_only=True) as reader:
            assert equal(reader, memory)
    assert not is_kept(memory)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    with EmbeddedStore.open(tmp_path, create=True) as opened:
        opened.admit(releases()[0])
        views.keep(opened)
        yield opened


def test_a_change_strikes_it_out_and_none_leaves_it(store: EmbeddedStore) -> None:
    store.admit(releases()[0])
    assert is_kept(store)
    store.admit(releases()[1])
    assert not is_kept(store)


def test_a_reader_sees_what_was_kept_when_it_came(store: EmbeddedStore) -> None:
    assert store.path is not None
    with EmbeddedStore.open(store.path, read_only=True) as reader:
        before = views.build("agencies", reader)
        store.admit(releases()[1])
        views.keep(store)
        assert nx.utils.graphs_equal(views.build("agencies", reader), before)
    with EmbeddedStore.open(store.path, read_only=True) as reader:
        assert is_kept(reader)
        assert equal(reader, store)


def test_a_change_that_fails_half_way_leaves_nothing_kept(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(changes, "apply", fail)
        with pytest.raises(StoreError):
            store.admit(releases()[1])
    assert not is_kept(store)
    views.keep(store)
    assert not is_kept(store)


def test_other_options_and_other_views_are_made(store: EmbeddedStore) -> None:
    kept.write(store, ({}, {}))
    assert not views.build("agencies", store).nodes
    assert views.build("countries", store).name == "countries"
    assert views.build("agencies", store, Options(period=Period("1990-01-01"))).nodes


def test_what_other_code_kept_is_not_found(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_code", lambda: "of another program")
    assert not is_kept(store)


def test_commands_that_change_a_store_leave_it_kept(prepared: Prepared, tmp_path: Path) -> None:
    def run(*typed: str) -> None:
        found = CliRunner().invoke(command, [*typed])
        assert found.exit_code == 0, found.output

    release = Path(__file__).parents[2] / "examples/releases/00-cnes-pr025-2020-twin-en.txt"
    folder, saved, again = (str(tmp_path / name) for name in ("graph", "saved.nq.gz", "again"))
    prepared.at(Path(folder))
    run("build", str(release), "--store", folder)
    run("backup", folder, saved)
    run("restore", saved, again)
    for name in (folder, again):
        with EmbeddedStore.open(Path(name), read_only=True) as reader:
            assert is_kept(reader)
            assert views.build("agencies", reader).nodes
    run("remove", "cnes/pr025-2020", "--store", folder)
    with EmbeddedStore.open(Path(folder), read_only=True) as reader:
        assert is_kept(reader)
        assert not views.build("agencies", reader).nodes
