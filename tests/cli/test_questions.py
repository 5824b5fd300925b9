"""docs/queries.md is what the queries answer on the examples, no older and no newer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli.questions import examples, page
from kg.queries import catalogue
from kg.store.embedded import EmbeddedStore


@pytest.fixture(scope="module")
def asked() -> Iterator[EmbeddedStore]:
    with examples() as store:
        yield store


def test_the_page_is_what_the_queries_answer(checkout: Path, asked: EmbeddedStore) -> None:
    written = (checkout / "docs" / "queries.md").read_text(encoding="utf-8")
    assert written == page(asked) + "\n", "run `make docs`"


def test_each_query_has_a_section(checkout: Path) -> None:
    written = (checkout / "docs" / "queries.md").read_text(encoding="utf-8")
    for query in catalogue():
        assert f"\n### {query.name}\n" in written
        assert f"](#{query.name})" in written
