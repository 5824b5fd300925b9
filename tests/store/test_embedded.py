"""What only a store in this process does: folders, locks, versions, transactions."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, Quad, Store, Triple

from kg.errors import (
    StoreError,
    StoreLockedError,
    StoreVersionError,
    UnknownNameError,
)
from kg.store import changes, open_store
from kg.store.embedded import EmbeddedStore
from kg.store.index.ledger import IndexedLedger
from kg.store.remote import RemoteView
from kg.vocab import DEFAULT_BASE
from tests.store.samples import QUOTE, SAYS, base_quads, dump, fact, release

HOLD = """
import sys
from pathlib import Path
from kg.store.embedded import EmbeddedStore
store = EmbeddedStore.open(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "deep" / "store"
    with EmbeddedStore.open(path, create=True) as store:
        store.admit(release("one", [1, 2]))
    return path


def test_what_is_admitted_is_there_after_reopening(folder: Path) -> None:
    with EmbeddedStore.open(folder) as store:
        before = dump(store)
        assert store.where == str(folder)
        assert len(store.releases()) == 1
    with EmbeddedStore.open(folder, read_only=True) as store:
        assert dump(store) == before


def test_an_empty_folder_becomes_a_store_only_when_asked(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=f"no store at {tmp_path}") as told:
        EmbeddedStore.open(tmp_path)
    assert "spacekg build" in told.value.remedy
    assert list(tmp_path.iterdir()) == []
    EmbeddedStore.open(tmp_path, create=True).close()
    files = ["change.lock", "index.sqlite", "quads", "spacekg.json", "writer.lock"]
    assert sorted(p.name for p in tmp_path.iterdir()) == files


def test_a_store_whose_making_was_cut_short_is_made_again(folder: Path) -> None:
    (folder / "spacekg.json").rename(folder / "spacekg.json.new")
    with EmbeddedStore.open(folder, create=True) as store:
        assert store.base == DEFAULT_BASE


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(StoreError, match=r"thesis\.txt"):
        EmbeddedStore.open(tmp_path, create=True)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_folder_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be used"):
        EmbeddedStore.open(tmp_path / "file" / "store", create=True)


@pytest.mark.parametrize("version", [3, "1", None])
def test_a_store_of_another_version_is_refused(folder: Path, version: object) -> None:
    path = folder / "spacekg.json"
    path.write_text(json.dumps({"format": version, "more": "than we know"}))
    with pytest.raises(StoreVersionError, match="format") as told:
        EmbeddedStore.open(folder)
    assert told.value.exit_code == 4
    assert json.loads(path.read_text())["format"] == version


def test_a_store_of_the_version_before_gets_its_index(folder: Path) -> None:
    path = folder / "spacekg.json"
    path.write_text(path.read_text().replace('"format": 2', '"format": 1'))
    (folder / "index.sqlite").unlink()
    with EmbeddedStore.open(folder, read_only=True) as store:
        assert len(store.releases()) == 1
    assert json.loads(path.read_text())["format"] == 1
    with EmbeddedStore.open(folder) as store:
        assert len(store.releases()) == 1
    assert json.loads(path.read_text())["format"] == 2
    assert (folder / "index.sqlite").is_file()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 1}'])
def test_damaged_metadata_is_told(folder: Path, text: str) -> None:
    (folder / "spacekg.json").write_text(text)
    with pytest.raises(StoreError, match="damaged"):
        EmbeddedStore.open(folder)


def test_a_damaged_database_is_told(folder: Path) -> None:
    (folder / "quads" / "CURRENT").write_text("nonsense\n")
    for read_only in (False, True):
        with pytest.raises(StoreError, match="damaged") as told:
            EmbeddedStore.open(folder, read_only=read_only)
        assert "backup" in told.value.remedy


def test_a_database_that_is_gone_is_not_replaced_by_an_empty_one(folder: Path) -> None:
    for path in (folder / "quads").iterdir():
        path.unlink()
    with pytest.raises(StoreError, match="holds no database"):
        EmbeddedStore.open(folder)


def test_a_second_writer_is_told_and_readers_go_on(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(
            StoreLockedError, match=rf"process {holder.pid} on .+, since 20"
        ) as told:
            EmbeddedStore.open(folder)
        assert f"(-c {folder})" in told.value.message
        with EmbeddedStore.open(folder, read_only=True) as reader:
            assert len(reader.releases()) == 1
        holder.communicate("")
    EmbeddedStore.open(folder).close()


def test_a_reader_does_not_write(folder: Path) -> None:
    with (
        EmbeddedStore.open(folder, read_only=True) as store,
        pytest.raises(StoreError, match="for reading only"),
    ):
        store.admit(release("two", [1]))


def test_a_closed_store_says_so(folder: Path) -> None:
    store = EmbeddedStore.open(folder)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.count()


def test_the_base_is_fixed_when_the_store_is_made(tmp_path: Path) -> None:
    EmbeddedStore.open(tmp_path, create=True, base="https://example.org/kg/").close()
    with EmbeddedStore.open(tmp_path) as store:
        assert store.base == "https://example.org/kg/"
        with pytest.raises(StoreError, match="does not lie below"):
            store.admit(release("one", [1]))
    with pytest.raises(StoreError, match="has the base"):
        EmbeddedStore.open(tmp_path, base=DEFAULT_BASE)


def test_graphs_are_named_after_their_release() -> None:
    with pytest.raises(StoreError, match="not named after it"):
        EmbeddedStore.memory().admit(replace(release("one", [1]), facts_graph="urn:g"))


def test_no_blank_node_comes_in_with_a_release() -> None:
    bad = replace(release("one", [1]), evidence=(Triple(BlankNode(), SAYS, Literal("x")),))
    store = EmbeddedStore.memory()
    with pytest.raises(StoreError, match="blank node"):
        store.admit(bad)
    assert store.count() == 0


def test_blank_nodes_of_the_ontology_get_lasting_names() -> None:
    dumps = []
    for names in (("a", "b"), ("y", "x")):
        first, second = map(BlankNode, names)
        quads = [
            Quad(first, SAYS, Literal("one")),
            Quad(first, QUOTE, second),
            Quad(second, SAYS, Literal("two")),
        ]
        store = EmbeddedStore.memory()
        store.load_base(quads, base_quads([1]))
        dumps.append(dump(store))
    assert dumps[0] == dumps[1]
    assert not any("_:" in line for line in dumps[0])


def test_the_base_is_replaced_when_it_changes(tmp_path: Path) -> None:
    with EmbeddedStore.open(tmp_path, create=True) as store:
        assert store.load_base(base_quads([1]), base_quads([2])).changed
        assert not store.load_base(base_quads([1]), base_quads([2])).changed
    with EmbeddedStore.open(tmp_path) as store:
        assert not store.load_base(base_quads([1]), base_quads([2])).changed
        assert store.load_base(base_quads([1]), base_quads([3])).changed
        assert [q.triple for q in store.quads(store.graphs()[0])] == [fact(3)]


def test_an_unknown_release_cannot_be_removed() -> None:
    with pytest.raises(UnknownNameError, match="holds no release"):
        EmbeddedStore.memory().remove(f"{DEFAULT_BASE}release/test/none")


def test_a_failure_within_a_change_leaves_the_store_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = EmbeddedStore.memory()
    store.admit(release("one", [1, 2]))
    before = dump(store)
    written = changes._as_update
    monkeypatch.setattr(changes, "_as_update", lambda c: f"{written(c)} ; LOAD <urn:nowhere>")
    with pytest.raises(StoreError, match="cannot be used"):
        store.admit(release("one", [3, 4]))
    assert dump(store) == before


def test_literals_that_look_like_sparql_are_kept() -> None:
    words = "x\" } } ; DROP ALL ; # \\ \n \r \t \u0007 ' <a> é 🚀"
    text = Triple(fact(1).subject, QUOTE, Literal(words))
    store = EmbeddedStore.memory()
    store.admit(release("one", [1, 2]))
    store.admit(replace(release("one", [1]), facts=(text,)))
    assert [row[0] for row in store.select(f"SELECT ?o {{ ?s {QUOTE} ?o }}").values()] == [words]


def test_open_store_tells_folders_from_endpoints(folder: Path) -> None:
    with open_store(folder, read_only=True) as store:
        assert isinstance(store, EmbeddedStore)
    remote = open_store("https://example.org/sparql", base="https://example.org/kg/")
    assert isinstance(remote, RemoteView)
    assert (remote.where, remote.base) == ("https://example.org/sparql", "https://example.org/kg/")


FULL = """
import resource, sys
from pathlib import Path
from kg.errors import StoreError
from kg.store.embedded import EmbeddedStore
from benchmarks.synthetic import graphs
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = EmbeddedStore.open(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    for graph in graphs(500):
        store.admit(graph)
        print(graph.release, flush=True)
except StoreError as error:
    print(error.message)
"""


def test_a_full_disk_is_told_and_what_was_admitted_is_there(folder: Path, checkout: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(folder)],
        capture_output=True,
        text=True,
        cwd=checkout,
        check=False,
    )
    *admitted, told = done.stdout.splitlines()
    assert "cannot be used" in told, done.stderr
    with EmbeddedStore.open(folder) as store:
        held = {release.value for release in store.releases()}
        assert set(admitted) <= held
        assert len(held - set(admitted)) <= 2
        assert isinstance(store.ledger(), IndexedLedger)


def test_a_reader_goes_on_while_the_writer_tidies_up(folder: Path) -> None:
    with EmbeddedStore.open(folder) as store, EmbeddedStore.open(folder, read_only=True) as reader:
        before = dump(reader)
        for number in range(20):
            store.admit(release(f"r{number}", range(number, number + 50)))
        store.engine.optimize()
        assert dump(reader) == before
        assert len(store.releases()) == 21


@pytest.mark.parametrize("failure", [OSError("No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize(
    "where", ["kg.store.changes._as_update", "kg.store.index.writer.Index.record"]
)
def test_an_error_that_is_kept_does_not_keep_the_database(
    folder: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException, where: str
) -> None:
    def fails(*_: object) -> str:
        raise failure

    store = EmbeddedStore.open(folder)
    monkeypatch.setattr(where, fails)
    with pytest.raises((StoreError, KeyboardInterrupt)) as kept:
        store.admit(release("one", [3]))
    store.close()
    assert failure in (kept.value, kept.value.__cause__)
    Store(str(folder / "quads")).flush()


def test_a_store_that_could_not_be_opened_is_let_go_of(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("kg.store.index.opening.for_writing", fails)
    with pytest.raises(StoreError) as kept:
        EmbeddedStore.open(folder)
    assert "No space left" in kept.value.message
    Store(str(folder / "quads")).flush()


def test_a_closed_store_lets_go_of_its_database(folder: Path) -> None:
    store = EmbeddedStore.open(folder)
    store.admit(release("two", [1]))
    store.close()
    # RocksDB's own lock, which a database that lives on would hold.
    Store(str(folder / "quads")).flush()


def test_who_asks_for_one_graph_does_not_pay_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    with EmbeddedStore.memory() as store:
        store.admit(release("one", range(3)))
        (facts, _) = store.graphs()[::-1]
        monkeypatch.delattr(EmbeddedStore, "graphs")
        assert len(list(store.quads(facts))) == 3
