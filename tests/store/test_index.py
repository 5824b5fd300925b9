"""The index says what the quads say, whatever comes, changes, goes or fails."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Triple

from benchmarks.synthetic import graphs
from kg.errors import StoreError
from kg.model import ReleaseGraph
from kg.store import changes
from kg.store.asked import AskedLedger
from kg.store.base import View
from kg.store.embedded import EmbeddedStore
from kg.store.index import opening, schema
from kg.store.index.ledger import IndexedLedger
from kg.store.ledger import Ledger
from kg.store.search import Found, ask_all
from kg.vocab import ORG, SKG, STATUSES

ROLES = (SKG.participatesIn, SKG.leads, SKG.contributes, SKG.participant, SKG.party, SKG.partOf)
CLASSES = (SKG.Agency, SKG.Mission, SKG.Programme, SKG.Meeting, SKG.Visit, SKG.Person)
TELLING = (SKG.Meeting, SKG.Visit, SKG.AgreementSigning, ORG.Membership)
SEARCHES = ("space agency", "president*", '"signed a memorandum"', "visit", "2004", "nothing such")
COUNT = 5


@cache
def releases() -> tuple[ReleaseGraph, ...]:
    """Return releases of which each second one is the translation of the one before."""
    found = list(graphs(COUNT))
    for one, other in zip(found[1::2], found[::2], strict=False):
        link = Triple(
            NamedNode(one.release), NamedNode(SKG.translationOf), NamedNode(other.release)
        )
        found[found.index(one)] = replace(one, facts=(*one.facts, link))
    return tuple(found)


def thinned(graph: ReleaseGraph, step: int) -> ReleaseGraph:
    """Return the release without each triple of that step; 0 keeps all."""
    if not step:
        return graph
    facts, evidence = (
        tuple(t for n, t in enumerate(triples) if n % step)
        for triples in (graph.facts, graph.evidence)
    )
    return replace(graph, facts=facts, evidence=evidence)


def known(ledger: Ledger) -> list[object]:
    """Return all that a ledger answers, with the words in place of numbers."""
    claims, tellings = ledger.claims(ROLES, STATUSES), ledger.tellings(TELLING)
    sources = sorted({c.source for c in claims} | {s for found in tellings.values() for s in found})
    words = ledger.quotes(sources)
    voices = [ledger.voice(s) for s in sources]
    releases = [ledger.release(s) for s in sources]
    return [
        ledger.instances(CLASSES),
        [sorted(ledger.pairs(role)) for role in ROLES],
        sorted(ledger.labels([c.subject for c in claims])),
        {k: v for p in (SKG.date, SKG.status, SKG.title) for k, v in ledger.values(p).items()},
        sorted((c.subject, c.object, words[c.source]) for c in claims),
        {event: sorted(words[s] for s in found) for event, found in tellings.items()},
        [words[s] for s in sources],
        [ledger.day(s) for s in sources],
        [len(ledger.claims(ROLES, (status,))) for status in STATUSES],
        {ledger.releases()[r] for r in releases} == {word.release for word in words.values()},
        sorted(ledger.releases().values()),
        len(ledger.voices(sources)) == len(set(voices)),
        # Which sources speak with one voice, and which stand in one release.
        [voices.index(v) for v in voices],
        [releases.index(r) for r in releases],
    ]


def assert_in_step(store: EmbeddedStore) -> None:
    ledger = store.ledger()
    assert isinstance(ledger, IndexedLedger)
    assert known(ledger) == known(AskedLedger(store))
    for text in SEARCHES:
        assert store.search(text, 3) == ask_all(store, text, 3)


STEP = st.tuples(
    st.sampled_from(("admit", "admit", "remove", "base", "reopen")),
    st.integers(0, COUNT - 1),
    st.sampled_from((0, 2, 3, 7)),
)


def authority(graph: ReleaseGraph) -> Iterator[Quad]:
    """Yield what a release says, as an authority would, which shows no words and is not issued."""
    for triple in graph.facts:
        if not triple.predicate.value.endswith(("#evidence", "/issued")):
            yield Quad(triple.subject, triple.predicate, triple.object)


def take(store: EmbeddedStore, kind: str, number: int, step: int) -> None:
    release = releases()[number]
    if kind == "admit":
        store.admit(thinned(release, step))
    elif kind == "base":
        store.load_base([], authority(thinned(release, step)))
    elif NamedNode(release.release) in store.releases():
        store.remove(release.release)


@given(st.lists(STEP, min_size=1, max_size=7))
@settings(deadline=None, max_examples=20)
def test_the_index_equals_what_sparql_answers(steps: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = EmbeddedStore.open(Path(folder), create=True)
        for kind, number, step in steps:
            if kind == "reopen":
                store.close()
                store = EmbeddedStore.open(Path(folder))
            else:
                take(store, kind, number, step)
        assert_in_step(store)
        store.close()
        with EmbeddedStore.open(Path(folder), read_only=True) as reader:
            assert_in_step(reader)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with EmbeddedStore.open(tmp_path, create=True) as store:
        for release in releases()[:3]:
            store.admit(release)
    return tmp_path


@pytest.fixture
def store(folder: Path) -> Iterator[EmbeddedStore]:
    with EmbeddedStore.open(folder) as store:
        yield store


def asked(view: View) -> bool:
    """Tell whether a view answers by SPARQL, for want of a true index."""
    return isinstance(view.ledger(), AskedLedger)


def fail(*_: object) -> None:
    raise OSError("No space left on device")


@pytest.mark.parametrize("at", ["quads", "index"])
def test_a_change_that_fails_leaves_an_index_that_is_known_stale_and_mends(
    store: EmbeddedStore, folder: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    with monkeypatch.context() as patch:
        if at == "quads":
            patch.setattr(changes, "apply", fail)
        else:
            patch.setattr("kg.store.index.writer.Index.record", fail)
        with pytest.raises(StoreError, match="No space left"):
            store.admit(thinned(releases()[0], 3))
    assert asked(store)
    with EmbeddedStore.open(folder, read_only=True) as reader:
        assert asked(reader)
    store.admit(releases()[3])
    assert_in_step(store)


def test_what_a_killed_writer_announced_is_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = EmbeddedStore.open(folder)
    monkeypatch.setattr("kg.store.index.writer.Index.record", fail)
    with pytest.raises(StoreError):
        store.admit(thinned(releases()[0], 2))
    monkeypatch.setattr("kg.store.index.opening.caught_up", lambda index, *_: index)
    with pytest.raises(StoreError):
        store.remove(releases()[1].release)
    monkeypatch.undo()
    # Killed: nothing is closed.
    del store
    with EmbeddedStore.open(folder) as again:
        assert_in_step(again)
        assert len(again.releases()) == 2


def test_a_base_that_was_cut_short_makes_the_index_again(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("kg.store.index.writer.Index.record", fail)
        with pytest.raises(StoreError):
            store.load_base([], authority(releases()[4]))
    store.admit(releases()[3])
    assert_in_step(store)


@pytest.mark.parametrize(
    "harm", ["gone", "no database", "damaged", "older", "not whole", "machine"]
)
def test_an_index_that_is_not_true_is_made_again(folder: Path, harm: str) -> None:
    path = folder / schema.FILE
    match harm:
        case "gone":
            path.unlink()
        case "no database":
            path.write_text("nothing of the kind, and longer than a header has to be" * 20)
        case "damaged":
            content = bytearray(path.read_bytes())
            content[4096:] = b"\xff" * (len(content) - 4096)
            path.write_bytes(content)
        case "older":
            change(path, "PRAGMA user_version = 0")
        case "not whole":
            change(path, "DELETE FROM state WHERE name = 'whole'")
        case _:
            change(path, "UPDATE state SET value = 'another start' WHERE name = 'writer'")
    with EmbeddedStore.open(folder, read_only=True) as reader:
        assert asked(reader)
    with EmbeddedStore.open(folder) as store:
        assert_in_step(store)
    with EmbeddedStore.open(folder, read_only=True) as reader:
        assert_in_step(reader)


def change(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(sql)
    connection.close()


def test_a_reader_sees_quads_and_index_of_one_moment(store: EmbeddedStore, folder: Path) -> None:
    with EmbeddedStore.open(folder, read_only=True) as reader:
        before = known(reader.ledger())
        store.admit(releases()[3])
        store.remove(releases()[0].release)
        assert known(reader.ledger()) == before
        assert_in_step(reader)
    assert_in_step(store)


def test_releases_whose_numbers_collide_are_told_apart(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = next(t for t in releases()[0].facts if t.predicate.value.endswith("issued"))
    monkeypatch.setattr("kg.store.index.writer.hashed", lambda _: 2**64 - 1)
    with EmbeddedStore.open(folder) as store:
        for release in releases():
            facts = (t for t in release.facts if t.predicate != day.predicate)
            issued = Triple(NamedNode(release.release), day.predicate, day.object)
            store.admit(replace(release, facts=(*facts, issued)))
        ledger = store.ledger()
        sources = {claim.source for claim in ledger.claims(ROLES)}
        assert len({ledger.release(source) for source in sources}) == COUNT
        assert {q.release for q in ledger.quotes(sources).values()} == {
            release.release for release in releases()
        }


def test_a_memory_store_answers_by_sparql() -> None:
    store = EmbeddedStore.memory()
    store.admit(releases()[0])
    assert asked(store)
    assert store.search("space agency", 1).names


def test_opening_marks_who_is_writing(folder: Path) -> None:
    connection = schema.connect(folder / schema.FILE, read_only=True)
    mark = "SELECT value FROM state WHERE name = 'writer'"
    assert connection.execute(mark).fetchone() == ("",)
    with EmbeddedStore.open(folder):
        assert connection.execute(mark).fetchone() == (opening._boot(),)
    assert connection.execute(mark).fetchone() == ("",)
    connection.close()


def test_nothing_found_is_an_answer(store: EmbeddedStore) -> None:
    assert store.search("zzzz") == Found((), ())
