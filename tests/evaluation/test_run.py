"""Evaluating a mapper on whole sets."""

from __future__ import annotations

from functools import cache

import pytest

from kg import resources
from kg.errors import UnreadableError
from kg.evaluation import Evaluation, Gold, evaluate, gold_sets
from kg.model import Release, ReleaseGraph
from tests.evaluation.graphs import picture

FOLDER = resources.folder("examples") / "gold"


@cache
def _by_text() -> dict[str, Gold]:
    return {gold.text: gold for s in gold_sets(FOLDER) for gold in s.golds}


def _reader(release: Release) -> ReleaseGraph:
    """Map a release as its annotators did, save that it cannot read German names."""
    if "DLR" in release.text:
        raise UnreadableError("too hard", "Learn German.")
    triples = picture(_by_text()[release.text], {}).triples()
    return ReleaseGraph("r", "f", "e", facts=tuple(triples), evidence=())


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    return evaluate(FOLDER, _reader)


def test_every_text_has_a_result(evaluation: Evaluation) -> None:
    assert len(evaluation.results) == 39
    assert evaluation.sets == ("en-cnes", "en-world", "fr")
    assert evaluation.languages == ("en", "fr")


def test_a_text_that_cannot_be_mapped_is_missed_and_told(evaluation: Evaluation) -> None:
    assert evaluation.failures
    assert {result.failure for result in evaluation.failures} == {"too hard"}
    assert all(result.tally.count("entity").found == 0 for result in evaluation.failures)
    assert evaluation.tally(lambda r: r.failure is None).count("entity").f1 == 1.0
    assert evaluation.tally().count("entity").precision == 1.0
    assert evaluation.tally().count("entity").recall < 1.0


def test_sets_and_languages_divide_the_whole(evaluation: Evaluation) -> None:
    whole = evaluation.tally().count("entity")
    for parts in (evaluation.by_set(), evaluation.by_language()):
        assert sum(tally.count("entity").found for tally in parts.values()) == whole.found
    assert evaluation.by_language()["fr"] == evaluation.by_set()["fr"]


def test_the_mapper_is_given_the_words_alone() -> None:
    seen = []

    def spy(release: Release) -> ReleaseGraph:
        seen.append(release)
        return ReleaseGraph("r", "f", "e", facts=(), evidence=())

    evaluate(FOLDER / "fr", spy)
    assert [r.origin for r in seen] == [f"fr/{n:02}.txt" for n in range(1, 9)]
    assert all((r.publisher, r.language, r.source, r.title) == (None,) * 4 for r in seen)
    assert not any(r.text.startswith("SOURCE") for r in seen)
