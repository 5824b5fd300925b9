"""A store goes into one file and comes back as it was; what is cut or changed is refused."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.errors import StoreError, StoreVersionError, UnreadableError
from kg.store import backup
from kg.store.difference import Difference, differences, of_quads, of_view
from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE
from tests.store.samples import base_quads, dump, fact, release
from tests.store.test_index import assert_in_step


@pytest.fixture
def store(tmp_path: Path) -> EmbeddedStore:
    store = EmbeddedStore.open(tmp_path / "store", create=True, base=DEFAULT_BASE)
    store.load_base(base_quads([100]), base_quads([1]))
    store.admit_all([release("one", [1, 2]), release("two", [2, 3])])
    return store


@pytest.fixture
def saved(store: EmbeddedStore, tmp_path: Path) -> Path:
    path = tmp_path / "saved.nq.gz"
    with path.open("wb") as file:
        assert backup.write(store, file) == 10
    return path


def test_a_store_comes_back_as_it_was(store: EmbeddedStore, saved: Path, tmp_path: Path) -> None:
    assert backup.restore(saved, tmp_path / "deep" / "again") == 10
    with EmbeddedStore.open(tmp_path / "deep" / "again") as again:
        assert dump(again) == dump(store)
        assert again.metadata == store.metadata
        assert not again.load_base(base_quads([100]), base_quads([1])).changed
        assert_in_step(again)


def test_the_same_store_gives_the_same_bytes(store: EmbeddedStore, saved: Path) -> None:
    target = io.BytesIO()
    backup.write(store, target)
    assert target.getvalue() == saved.read_bytes()


@pytest.mark.parametrize("harm", ["cut", "shortened", "changed", "another", "not gzip"])
def test_a_file_that_is_not_whole_is_refused(saved: Path, tmp_path: Path, harm: str) -> None:
    lines = gzip.decompress(saved.read_bytes()).splitlines(keepends=True)
    content = {
        "cut": saved.read_bytes()[:-20],
        "shortened": gzip.compress(b"".join(lines[:-1])),
        "changed": gzip.compress(b"".join([lines[0], *lines[2:]])),
        "another": gzip.compress(b"<urn:a> <urn:b> <urn:c> .\n"),
        "not gzip": b"plain text",
    }
    saved.write_bytes(content[harm])
    with pytest.raises(UnreadableError, match="cannot be restored"):
        backup.restore(saved, tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_a_backup_of_a_newer_version_is_refused(saved: Path, tmp_path: Path) -> None:
    content = gzip.decompress(saved.read_bytes()).replace(b'"format": 2', b'"format": 99')
    saved.write_bytes(gzip.compress(content))
    with pytest.raises(StoreVersionError, match="99"):
        backup.restore(saved, tmp_path / "again")


def test_a_folder_with_something_in_it_is_left_alone(saved: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine")
    with pytest.raises(StoreError, match="not empty"):
        backup.restore(saved, tmp_path / "mine")
    assert [p.name for p in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_stores_and_files_are_compared_release_by_release(store: EmbeddedStore) -> None:
    before = of_quads(list(store.quads()))
    assert list(differences(before, of_view(store))) == []
    store.admit(release("one", [2, 5]))
    store.remove(f"{DEFAULT_BASE}release/test/two")
    store.admit(release("new", [7]))
    changed, *others = sorted(differences(before, of_view(store)), key=lambda d: d.kind)
    assert changed == Difference(
        "test/one", "changed", (str(fact(1)),), (str(fact(5)),), evidence=2
    )
    assert [(d.name, d.kind, len(d.gone), len(d.come)) for d in others] == [
        ("test/two", "only in A", 2, 0),
        ("test/new", "only in B", 0, 1),
    ]


def test_graphs_without_names_are_compared_too() -> None:
    one, other = (
        of_quads([Quad(fact(n).subject, fact(n).predicate, fact(n).object)]) for n in (1, 2)
    )
    assert list(differences(one, other)) == [
        Difference("", "changed", (str(fact(1)),), (str(fact(2)),))
    ]
