"""A build over processes: the same outcomes, the same store."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from kg.model import Release
from kg.pipeline import Judge, Mapper, Outcome, build
from kg.releases import Given, is_endless
from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE, RDFS, SKG
from tests.stores import Prepared

GIVEN = Given(publisher="agency/cnes")
TEXT = "CNES TAKES STOCK OF ITS WORK\n\n15 March 2021\n\nCNES operates SWOT with NASA.\n"


@pytest.fixture
def sources(tmp_path: Path, checkout: Path) -> list[str]:
    """Return releases of several kinds, good and bad, some of them twice."""
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    lines = [
        {"text": TEXT.replace("STOCK", f"STOCK {n % 17}"), "number": f"N{n}"} for n in range(20)
    ]
    texts = [*map(json.dumps, lines), "{broken", json.dumps(lines[3])]
    (tmp_path / "many.jsonl").write_text("\n".join(texts), encoding="utf-8")
    examples = checkout / "examples" / "releases"
    return [str(examples / "fr"), str(tmp_path), str(examples), str(tmp_path / "none.txt")]


def _told(outcome: Outcome) -> tuple[object, ...]:
    return outcome.origin, outcome.status, outcome.graph, outcome.report, str(outcome.error)


def _built(
    sources: list[str], jobs: int, folder: Path
) -> tuple[list[tuple[object, ...]], list[str]]:
    with EmbeddedStore.open(folder) as store:
        outcomes = build(sources, store, Mapper(), GIVEN, "shacl", jobs=jobs)
        told = [_told(o) for o in outcomes]
        return told, [str(quad) for quad in store.quads()]


def test_processes_give_the_same_outcomes_and_the_same_store(
    sources: list[str], prepared: Prepared, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("stores")
    alone, together = (_built(sources, n, prepared.at(folder / str(n))) for n in (1, 2))
    assert {status for _, status, *_ in alone[0]} >= {"admitted", "unreadable", "unchanged"}
    assert together == alone


def test_a_mapper_takes_its_authority_with_it(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(
        f'<{DEFAULT_BASE}id/mission/zork> a <{SKG.Mission}> ; <{RDFS.label}> "Zorkomat"@en .\n',
        encoding="utf-8",
    )
    packed = pickle.dumps(Mapper(authority_files=[path], keep_text=True))
    path.unlink()
    mapper = pickle.loads(packed)
    mapping = mapper.map(Release(text=TEXT.replace("SWOT", "Zorkomat"), origin="test"))
    assert "mission/zork" in {e.key for e in mapping.entities}
    assert any("isString" in t.predicate.value for t in mapper.graph(mapping).evidence)
    assert list(mapper.authority_quads())


def test_a_graph_comes_through_as_it_was() -> None:
    text = TEXT.replace("SWOT", "SWOT\u2028 \"A\\B\" \U0001f680 'L’été'")
    (outcome,) = Judge(Mapper(), GIVEN)(("x", Release(text=text, origin="x")))
    back = pickle.loads(pickle.dumps(outcome))
    assert back == outcome
    assert outcome.graph is not None
    assert back.graph.notes == outcome.graph.notes


def test_only_what_may_be_endless_is_read_one_by_one(tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    lines.write_text('{"text": "CNES"}\n', encoding="utf-8")
    assert is_endless("-")
    assert is_endless(str(lines))
    assert not is_endless("https://example.org/a.jsonl")
    assert not is_endless(str(tmp_path))
    assert not is_endless(str(tmp_path / "none.jsonl"))
