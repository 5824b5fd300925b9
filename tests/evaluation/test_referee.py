"""The project's scorer counts what the referee counts, on good graphs and on spoilt ones."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, serialize

from kg import resources
from kg.evaluation import Gold, Tally, gold_sets, score
from kg.evaluation.tally import total
from tests.evaluation.graphs import picture, spoil

REFEREE = Path(__file__).parents[2].parent / "shared" / "evaluation" / "score.py"
FOLDER = resources.folder("examples") / "gold"
SETS = {s.name: s.golds for s in gold_sets(FOLDER)}
MEASURES = ("entity", "name", "fact", "event")


def _sites(set_name: str, gold: Gold) -> dict[int, str]:
    data = json.loads((FOLDER / set_name / f"{gold.name}.gold.json").read_text(encoding="utf-8"))
    return {n: e["site"] for n, e in enumerate(data.get("events", [])) if e.get("site")}


def _graphs(set_name: str, seed: int | None) -> dict[str, list[Triple]]:
    """Return a graph for each text of the set; spoilt unless `seed` is None."""
    drawn = {gold.name: picture(gold, _sites(set_name, gold)) for gold in SETS[set_name]}
    if seed is None:
        return {name: it.triples() for name, it in drawn.items()}
    rng = random.Random(seed)
    return {name: spoil(it, rng).triples() for name, it in drawn.items()}


def _ours(set_name: str, graphs: dict[str, list[Triple]]) -> Tally:
    return total(score(gold, graphs[gold.name]) for gold in SETS[set_name])


def _referee(set_name: str, graphs: dict[str, list[Triple]], folder: Path) -> dict[str, Any]:
    for gold in SETS[set_name]:
        graph, annotation = graphs[gold.name], FOLDER / set_name / f"{gold.name}.gold.json"
        (folder / annotation.name).write_bytes(annotation.read_bytes())
        (folder / f"{gold.name}.txt").write_text(gold.text, encoding="utf-8")
        # The referee's store gives statements back last in, first out: we write them in reverse.
        quads = [Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in reversed(graph)]
        serialize(quads, str(folder / f"{gold.name}.nq"), RdfFormat.N_QUADS)
    options = ["--gold", str(folder), "--kg", str(folder), "--json", "--per-relation"]
    run = subprocess.run(
        [sys.executable, str(REFEREE), *options], capture_output=True, check=True, text=True
    )
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def _counts(tally: Tally) -> dict[str, tuple[int, int, int]]:
    rows = [r for r in tally.table(details=True) if not r.measure.startswith("entity:")]
    return {row.measure: (row.found, row.invented, row.missed) for row in rows}


@pytest.mark.skipif(not REFEREE.exists(), reason="the referee is not in this checkout")
@pytest.mark.parametrize("seed", [None, 1, 2, 3, 4])
@pytest.mark.parametrize("set_name", sorted(SETS))
def test_counts_as_the_referee_does(set_name: str, seed: int | None, tmp_path: Path) -> None:
    graphs = _graphs(set_name, seed)
    ours, theirs = _ours(set_name, graphs), _referee(set_name, graphs, tmp_path)
    grounded = theirs.pop("grounded")
    assert theirs.pop("missing") == []
    assert _counts(ours) == {k: (v["tp"], v["fp"], v["fn"]) for k, v in theirs.items()}
    assert round(ours.grounding, 4) == grounded
    for row in ours.table():
        # The referee rounds to four digits; a half may fall either way.
        figures = (row.precision, row.recall, row.f1)
        assert figures == pytest.approx(
            [theirs[row.measure][k] for k in ("p", "r", "f1")], abs=1e-4
        )


@pytest.mark.parametrize("set_name", sorted(SETS))
def test_an_annotation_written_as_a_graph_is_perfect(set_name: str) -> None:
    tally = _ours(set_name, _graphs(set_name, None))
    assert {row.measure: row.f1 for row in tally.table()} == dict.fromkeys(MEASURES, 1.0)
    assert tally.grounding == 1.0
    assert tally.findings == []


@pytest.mark.parametrize("set_name", sorted(SETS))
def test_a_spoilt_graph_is_not(set_name: str) -> None:
    tally = _ours(set_name, _graphs(set_name, 1))
    assert all(0.3 < row.f1 < 0.98 for row in tally.table())
    assert 0.6 < tally.grounding < 1.0
