"""A store with the founding release's twin answers the question that the project began with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from kg import queries, resources, shapes
from kg.model import Release
from kg.pipeline import Mapper, prepare
from kg.store.embedded import EmbeddedStore
from kg.store.results import Rows
from kg.views.explain import explain
from kg.vocab import DEFAULT_BASE
from tests.mapping.said import Said, text_of

SHARED_NAMES = "Bion-M2; Soyuz at the CSG"


@pytest.fixture(scope="module")
def store(mapper: Mapper, twin: Said) -> Iterator[EmbeddedStore]:
    with EmbeddedStore.memory() as store:
        prepare(store, mapper)
        store.admit(twin.graph)
        yield store


def _answer(store: EmbeddedStore, query: str, **params: str) -> list[list[str]]:
    answer = queries.run(query, store, params)
    assert isinstance(answer, Rows)
    cells = [[cell for cell in row if isinstance(cell, Literal | NamedNode)] for row in answer.rows]
    return [[cell.value for cell in row] for row in cells]


def test_which_agencies_share_programmes(store: EmbeddedStore) -> None:
    rows = _answer(store, "shared-programmes", agency="Roscosmos")
    assert rows == [["CNES", "Roscosmos", "2", SHARED_NAMES]]


@pytest.mark.parametrize(
    ("name", "words"),
    [("mission/bion-m2", "are therefore preparing"), ("programme/soyuz-at-the-csg", "joint")],
)
def test_explain_shows_why(store: EmbeddedStore, name: str, words: str) -> None:
    found = explain(store, f"{DEFAULT_BASE}id/{name}")
    told = [s for s in found.statements if s.predicate.iri.endswith("participatesIn")]
    assert {s.subject.label for s in told} == {"CNES", "Roscosmos"}
    for statement in told:
        (sentence,) = statement.sentences
        assert words in sentence.quote
        assert sentence.release.number == "PR025-2020"


def test_who_met_whom(store: EmbeddedStore) -> None:
    (row,) = _answer(store, "meetings")
    told = " ".join(row)
    assert "2020-02-14" in told
    assert "French Embassy in Moscow" in told


def _examples() -> list[Path]:
    return list(resources.files("examples/releases", ".txt"))


def _shared() -> list[Path]:
    folder = Path(__file__).resolve().parents[3] / "shared" / "releases"
    return sorted(folder.rglob("*.txt"))


def _conforms(mapper: Mapper, path: Path) -> str:
    release = Release(text=text_of(path), origin=path.name)
    graph = mapper.graph(mapper.map(release))
    report = shapes.validate((*graph.facts, *graph.evidence))
    return "" if report.conforms else f"{path.name}: {report.text()}"


def test_every_example_conforms(mapper: Mapper) -> None:
    assert [told for path in _examples() if (told := _conforms(mapper, path))] == []


def test_every_shared_release_conforms(mapper: Mapper) -> None:
    paths = _shared()
    if not paths:
        pytest.skip("no ../shared/releases beside this checkout")
    assert [told for path in paths if (told := _conforms(mapper, path))] == []
