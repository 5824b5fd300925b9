"""The releases that benchmarks generate: the same each time, and such that a store admits them."""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice
from pathlib import Path

from benchmarks.releases import World, release, releases, write
from benchmarks.sentences import BRIEF
from kg.pipeline import Mapper, build
from kg.store.embedded import EmbeddedStore
from kg.vocab import SKG


def test_a_release_depends_on_its_number_alone() -> None:
    some = list(releases(12))
    assert some[7:] == list(releases(5, start=7))
    assert some == list(releases(12))
    assert some[0] != next(iter(releases(1, seed=1)))
    assert release(World(), 3) == some[3]


def test_a_brief_is_a_title_and_one_paragraph() -> None:
    for whole, brief in zip(releases(20), releases(20, plan=BRIEF), strict=True):
        assert brief.text.split("\n\n")[:4] == whole.text.split("\n\n")[:4]
        assert len(brief.text.split("\n\n")) == 5


def test_few_publishers_write_most_and_in_both_languages() -> None:
    some = list(islice(releases(1000), 1000))
    languages = Counter(text.language for text in some)
    assert 200 < languages["fr"] < 400
    publishers = Counter(text.publisher for text in some)
    assert publishers.most_common(1)[0][0] == "agency/cnes"
    assert publishers["agency/cnes"] > 2.5 * publishers["agency/dlr"]
    assert sum(count for _, count in publishers.most_common(5)) > len(some) // 3
    assert len(publishers) > 20


def test_they_are_mapped_validated_and_admitted(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    write(path, releases(12))
    assert json.loads(path.read_text(encoding="utf-8").splitlines()[0])["text"]
    with EmbeddedStore.memory() as store:
        outcomes = list(build([str(path)], store, Mapper()))
        assert {outcome.status for outcome in outcomes} == {"admitted"}
        graphs = [outcome.graph for outcome in outcomes if outcome.graph]
    kinds = Counter(
        triple.object.value.removeprefix(SKG.iri)
        for graph in graphs
        for triple in graph.facts
        if triple.predicate.value.endswith("#type") and hasattr(triple.object, "value")
    )
    assert min(kinds[kind] for kind in ("Meeting", "AgreementSigning", "Launch", "Mission")) > 5
