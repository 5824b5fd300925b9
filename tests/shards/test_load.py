"""A store that is loaded from shards is the one that was built: quads, index and answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from benchmarks.crash import ROLES, said
from kg import pipeline, shards
from kg.errors import EndpointError, StoreError, UnreadableError
from kg.pipeline import Mapper, build
from kg.queries import run
from kg.shards import loading, manifest
from kg.shards.manifest import Manifest
from kg.store.base import Rows, View
from kg.store.embedded import EmbeddedStore
from kg.store.index.ledger import IndexedLedger
from kg.store.remote import RemoteStore
from tests.servers import Engine
from tests.servers.hostile import Habits, proxy
from tests.shards import folder as written
from tests.store.remotely import writable
from tests.store.samples import base_quads, dump


@pytest.fixture(scope="module", autouse=True)
def small_base() -> Iterator[None]:
    """Let stores be prepared with a small authority: the packaged one takes engines long."""
    with pytest.MonkeyPatch.context() as patch:
        prepare = lambda store, _: store.load_base([], base_quads([1]))  # noqa: E731
        patch.setattr(pipeline, "prepare", prepare)
        yield


@pytest.fixture(scope="module")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """Return a built store of some examples, two of them versions of each other."""
    releases = checkout / "examples" / "releases"
    sources = [*map(str, sorted(releases.glob("*.txt"))), str(releases / "fr")]
    with EmbeddedStore.open(tmp_path_factory.mktemp("built") / "store", create=True) as store:
        list(build(sources, store, Mapper()))
        yield store


@pytest.fixture
def folder(built: EmbeddedStore, tmp_path: Path) -> Path:
    """Return its shards."""
    written.write(built, tmp_path / "shards")
    return tmp_path / "shards"


def _load(folder: Path, target: Path) -> list[loading.Loaded]:
    return list(loading.into_new(folder, shards.read(folder), target))


def test_a_new_store_is_the_one_that_was_built(
    built: EmbeddedStore, folder: Path, tmp_path: Path
) -> None:
    target = tmp_path / "loaded"
    assert sum(part.new for part in _load(folder, target)) == len(built.releases())
    with EmbeddedStore.open(target, read_only=True) as loaded:
        assert dump(loaded) == dump(built)
        ledger = loaded.ledger()
        assert isinstance(ledger, IndexedLedger)
        assert said(ledger) == said(built.ledger())
        assert ledger.pairs(ROLES[0])
        assert loaded.search("space agency") == built.search("space agency")
        assert loaded.search("space agency").quotes
        assert _answers(loaded) == _answers(built)
        assert loaded.metadata.digest == built.metadata.digest
    assert not target.with_name("loaded.loading").exists()


def _answers(view: View) -> list[object]:
    answers = (run(name, view) for name in ("shared-programmes", "meetings", "releases"))
    return [answer.rows for answer in answers if isinstance(answer, Rows)]


def test_a_loaded_store_takes_releases_as_any_other(
    folder: Path, built: EmbeddedStore, tmp_path: Path, checkout: Path
) -> None:
    _load(folder, tmp_path / "loaded")
    source = checkout / "examples" / "releases" / "fr" / "01.txt"
    with EmbeddedStore.open(tmp_path / "loaded") as loaded:
        (outcome,) = build([str(source)], loaded, Mapper())
        assert outcome.status == "unchanged"
        assert dump(loaded) == dump(built)


def test_a_load_that_stopped_is_taken_up(
    folder: Path, built: EmbeddedStore, tmp_path: Path
) -> None:
    target, last = tmp_path / "loaded", sorted(folder.glob("part-*"))[-1]
    whole = last.read_bytes()
    last.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadableError, match=r"part-00002.*cannot be loaded"):
        _load(folder, target)
    assert not target.exists()
    last.write_bytes(whole)
    assert [part.there > 0 for part in _load(folder, target)] == [True, True, False]
    with EmbeddedStore.open(target, read_only=True) as loaded:
        assert dump(loaded) == dump(built)


def test_a_load_is_not_taken_up_from_other_shards(folder: Path, tmp_path: Path) -> None:
    target, path = tmp_path / "loaded", folder / manifest.FILE
    loads = loading.into_new(folder, shards.read(folder), target)
    next(loads)
    del loads
    path.write_text(path.read_text().replace('"checksum": "', '"checksum": "0'))
    with pytest.raises(StoreError, match="begun from other files"):
        _load(folder, target)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda content: content["shards"][0].update(sha256="0"), "not what was written"),
        (lambda content: content["counts"].update(facts=1), "not the 1 of the shards"),
        (lambda content: content.update(format=9), "has format 9"),
        (lambda content: content.pop("base"), "is damaged"),
    ],
)
def test_a_manifest_that_does_not_fit_is_told(
    folder: Path, tmp_path: Path, damage: Callable[[dict[str, object]], object], words: str
) -> None:
    path = folder / manifest.FILE
    content = json.loads(path.read_text(encoding="utf-8"))
    damage(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises((UnreadableError, StoreError), match=words):
        _load(folder, tmp_path / "loaded")
    assert not (tmp_path / "loaded").exists()


def test_a_folder_without_shards_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="holds no shards"):
        shards.read(tmp_path)


def test_a_store_that_holds_others_is_linked_with_them(
    built: EmbeddedStore, tmp_path: Path, checkout: Path
) -> None:
    twins = sorted((checkout / "examples" / "releases").glob("*.txt"))
    ours = [str(twins[0])]
    with EmbeddedStore.memory() as store:
        list(build(ours, store, Mapper()))
        held = {r.value for r in store.releases()}
        others = {r.value for r in built.releases()} - held
        told = written.write(built, tmp_path / "others", releases=others)
        done = list(loading.into(tmp_path / "others", told, store))
        assert sum(part.new for part in done) == len(others)
        assert dump(store) == dump(built)
        again = list(loading.into(tmp_path / "others", told, store))
        assert sum(part.there for part in again) == len(others)
        assert dump(store) == dump(built)


def test_another_base_is_refused(folder: Path) -> None:
    told = shards.read(folder)
    with EmbeddedStore.memory("https://example.org/") as store, pytest.raises(StoreError) as caught:
        list(loading.into(folder, told, store))
    assert caught.value.remedy.startswith(f"Give --base {told.base}")


@pytest.fixture(params=["oxigraph", "virtuoso"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Return an empty engine."""
    found: Engine = request.getfixturevalue(request.param)
    found.load([])
    return found


def _send(
    folder: Path, told: Manifest, engine: Engine, graph_store: str | None = None
) -> list[loading.Loaded]:
    store = RemoteStore.open(writable(engine))
    return list(loading.into(folder, told, store, partial(store.add, graph_store=graph_store)))


@pytest.mark.parametrize("posted", [False, True], ids=["updates", "graph store"])
def test_an_engine_holds_what_was_built(
    engine: Engine, folder: Path, built: EmbeddedStore, posted: bool
) -> None:
    told = shards.read(folder)
    first = _send(folder, told, engine, engine.graph_store if posted else None)
    assert sum(part.new for part in first) == told.releases
    assert dump(RemoteStore.open(writable(engine))) == dump(built)
    again = _send(folder, told, engine)
    assert sum(part.there for part in again) == told.releases


@pytest.mark.parametrize("updates", [8, 11])
def test_a_load_into_an_engine_is_taken_up(
    oxigraph: Engine, folder: Path, built: EmbeddedStore, updates: int
) -> None:
    oxigraph.load([])
    told = shards.read(folder)
    with proxy(oxigraph, Habits(updates=updates)) as broken, pytest.raises(EndpointError):
        _send(folder, told, broken)
    done = _send(folder, told, oxigraph)
    assert sum(part.new + part.there for part in done) == told.releases
    assert dump(RemoteStore.open(writable(oxigraph))) == dump(built)
