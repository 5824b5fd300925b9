"""A build: each release admitted, unchanged, rejected or unreadable, and none stops another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from kg import kept, pipeline
from kg.authority import Snapshot
from kg.model import Mapping, ReleaseGraph
from kg.pipeline import Mapper, build, prepare
from kg.releases import Given
from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE, RDFS, SKG

TEXT = "CNES TAKES STOCK OF ITS WORK\n\n15 March 2021\n\nCNES operates SWOT with NASA.\n"
GIVEN = Given(publisher="agency/cnes")


class Careless(Mapper):
    """A mapper whose graphs of some releases lack their evidence."""

    def graph(self, mapping: Mapping) -> ReleaseGraph:
        graph = super().graph(mapping)
        if "CARELESS" not in mapping.release.text:
            return graph
        kept = tuple(t for t in graph.evidence if "anchorOf" not in t.predicate.value)
        return ReleaseGraph(
            graph.release, graph.facts_graph, graph.evidence_graph, graph.facts, kept
        )


@pytest.fixture(scope="module")
def mapper() -> Mapper:
    return Careless()


Few: TypeAlias = Callable[[str], Mapper]


@pytest.fixture
def few() -> Few:
    """Return a function that makes a mapper of an authority of one mission."""

    def made(name: str) -> Mapper:
        mission = f'<{DEFAULT_BASE}id/mission/{name}> a <{SKG.Mission}> ; <{RDFS.label}> "{name}" .'
        mapper = Mapper()
        mapper.authority = Snapshot(((Path("few.ttl"), mission.encode()),))
        return mapper

    return made


@pytest.fixture(scope="module")
def prepared(mapper: Mapper) -> Iterator[EmbeddedStore]:
    with EmbeddedStore.memory() as store:
        prepare(store, mapper)
        yield store


@pytest.fixture
def store(prepared: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[EmbeddedStore]:
    """Return a prepared store without releases, which is not prepared again."""
    monkeypatch.setattr(pipeline, "prepare", lambda store, mapper: None)
    yield prepared
    for release in prepared.releases():
        prepared.remove(release.value)


def _write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def _statuses(sources: list[str], store: EmbeddedStore, mapper: Mapper) -> list[str]:
    return [o.status for o in build(sources, store, mapper, GIVEN)]


def test_a_release_goes_in_once(tmp_path: Path, store: EmbeddedStore, mapper: Mapper) -> None:
    source = _write(tmp_path, "one.txt", TEXT)
    assert _statuses([source], store, mapper) == ["admitted"]
    before = list(store.quads())
    assert _statuses([source], store, mapper) == ["unchanged"]
    assert list(store.quads()) == before
    (release,) = store.releases()
    assert release.value.startswith(f"{DEFAULT_BASE}release/cnes/2021-03-15-")


def test_a_changed_release_takes_the_place_of_the_old(
    tmp_path: Path, store: EmbeddedStore, mapper: Mapper
) -> None:
    source = _write(tmp_path, "one.txt", TEXT)
    _statuses([source], store, mapper)
    _write(tmp_path, "one.txt", TEXT.replace("NASA", "ESA"))
    assert _statuses([source], store, mapper) == ["admitted"]
    assert len(store.releases()) == 1


def test_a_bad_release_stops_no_other(tmp_path: Path, store: EmbeddedStore, mapper: Mapper) -> None:
    sources = [
        _write(tmp_path, "a-empty.txt", ""),
        _write(tmp_path, "b-careless.txt", TEXT.replace("TAKES", "CARELESS TAKES")),
        _write(tmp_path, "c-endless.txt", "x" * 100_000),
        _write(tmp_path, "d-good.txt", TEXT),
    ]
    empty, careless, endless, good = build(sources, store, mapper, GIVEN)
    assert [o.status for o in (empty, careless, endless, good)] == [
        *("unreadable", "rejected", "unreadable", "admitted")
    ]
    assert empty.error is not None
    assert "a-empty.txt" in empty.error.message
    assert endless.error is not None
    assert careless.report is not None
    assert not careless.report.conforms
    assert good.report is not None
    assert good.graph is not None
    assert [r.value for r in store.releases()] == [good.graph.release]


def test_outcomes_come_in_the_order_of_the_sources(
    tmp_path: Path, store: EmbeddedStore, mapper: Mapper
) -> None:
    names = ["b.txt", "a.txt"]
    sources = [_write(tmp_path, n, TEXT.replace("STOCK", n)) for n in names]
    found = [Path(o.origin).name for o in build(sources, store, mapper, GIVEN)]
    assert found == names


def test_a_build_prepares_the_store(tmp_path: Path) -> None:
    with EmbeddedStore.memory() as store:
        assert list(build([], store, Mapper())) == []
        graphs = [g.value.removeprefix(DEFAULT_BASE) for g in store.graphs()]
    assert graphs == ["graph/authority", "graph/ontology"]


def test_a_base_that_is_known_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: Few
) -> None:
    monkeypatch.setattr(kept, "folder", lambda: tmp_path)
    with EmbeddedStore.memory() as store:
        prepare(store, few("one"))
        before = [str(quad) for quad in store.quads()]
        assert [path.suffix for path in tmp_path.glob("base-*")] == [".json"]
        with monkeypatch.context() as patch:
            patch.setattr(Mapper, "authority_quads", lambda self: pytest.fail("made again"))
            prepare(store, few("one"))
        prepare(store, few("two"))
        assert [str(quad) for quad in store.quads()] != before
        prepare(store, few("one"))
        assert [str(quad) for quad in store.quads()] == before


def test_what_is_kept_of_another_base_is_no_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: Few
) -> None:
    monkeypatch.setattr(kept, "folder", lambda: tmp_path)
    with EmbeddedStore.memory() as store, EmbeddedStore.memory() as other:
        prepare(store, few("one"))
        for path in tmp_path.glob("base-*"):
            path.write_text('["damaged"]', encoding="utf-8")
        prepare(other, few("one"))
        assert list(other.quads()) == list(store.quads())
