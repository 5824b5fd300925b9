"""A reader keeps the tables of its moment, whatever the writer takes away meanwhile."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.store.embedded import EmbeddedStore
from kg.store.folder import QUADS
from kg.store.tables import Tables
from tests.store.samples import dump, fact, release

Pattern = tuple[NamedNode | None, NamedNode | None, Literal | None]
# RocksDB opens so many at once; what it opens later is what can be missing.
AT_ONCE = 16
READ = """
import sys
from pathlib import Path
from kg.store.embedded import EmbeddedStore
with EmbeddedStore.open(Path(sys.argv[1]), read_only=True) as store:
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a store of more tables than are opened at once.

    How many there are is the engine's business, which puts some together in the background.
    """
    path = tmp_path / "store"
    for number in range(40):
        with EmbeddedStore.open(path, create=True) as store:
            store.admit(release(f"r{number}", range(number, number + 50)))
        if len(tables(path)) > AT_ONCE:
            return path
    pytest.fail("the engine puts all tables together at once")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder for what is temporary."""
    made = tmp_path / "temporary"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    monkeypatch.setenv("TMPDIR", str(made))
    return made


def answers(store: EmbeddedStore) -> list[str]:
    """Ask for all quads, and by each of their places: each order of the quads has its own tables."""
    a, says, words = fact(2)
    graph = NamedNode(release("r0", []).facts_graph)
    patterns: list[Pattern] = [(a, None, None), (None, says, None), (None, None, words)]
    found = dump(store)
    for pattern in patterns:
        for name in (None, graph, DefaultGraph()):
            found += sorted(map(str, store.engine.quads_for_pattern(*pattern, name)))
    return found


def tables(folder: Path) -> list[Path]:
    return list((folder / QUADS).glob("*.sst"))


def open_files() -> set[str]:
    return {file.name for file in Path("/proc/self/fd").iterdir()}


def test_a_reader_sees_its_moment_though_all_tables_are_taken_away(folder: Path) -> None:
    with EmbeddedStore.open(folder, read_only=True) as other:
        expected = answers(other)
    with EmbeddedStore.open(folder, read_only=True) as reader:
        for table in tables(folder):
            table.unlink()
        assert answers(reader) == expected


def test_a_closed_reader_leaves_nothing(folder: Path, place: Path) -> None:
    held = open_files()
    store = EmbeddedStore.open(folder, read_only=True)
    assert len(list(place.iterdir())) == 1
    store.close()
    assert list(place.iterdir()) == []
    del store
    assert open_files() <= held


def test_what_a_killed_reader_leaves_goes_with_the_next(folder: Path, place: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", READ, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"held\n"
        (living,) = place.iterdir()
        EmbeddedStore.open(folder, read_only=True).close()
        assert list(place.iterdir()) == [living]
        reader.send_signal(signal.SIGKILL)
    EmbeddedStore.open(folder, read_only=True).close()
    assert list(place.iterdir()) == []


def test_a_store_of_more_tables_than_may_be_open_is_read_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (AT_ONCE, AT_ONCE))
    assert Tables.held(folder / QUADS) is None
    with EmbeddedStore.open(folder, read_only=True) as store:
        assert len(store.releases()) > 1
