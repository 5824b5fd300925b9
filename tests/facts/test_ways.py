"""Each relation in the many ways in which releases say it: verbs, nouns, appositions, clauses."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.facts.stage import mapping, told


def _ways() -> list[Any]:
    path = Path(__file__).with_name("ways_en.toml")
    ways = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        pytest.param(relation, text, expected, id=f"{relation}-{number}")
        for relation, table in ways.items()
        for number, (text, expected) in enumerate(table["cases"])
    ]


@pytest.mark.parametrize(("relation", "text", "expected"), _ways())
def test_what_a_sentence_says(relation: str, text: str, expected: str) -> None:
    facts = mapping(text, "en").facts
    found = {told(f) for f in facts if f.predicate == relation and f.status != "discussed"}
    assert found == {fact for fact in expected.split("; ") if fact}
