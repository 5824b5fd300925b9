"""docs/queries.md is what the queries answer on the examples, no older and no newer."""

from __future__ import annotations

from pathlib import Path

from kg.cli.questions import page
from kg.queries import catalogue
from kg.store.embedded import EmbeddedStore


def test_the_page_is_what_the_queries_answer(checkout: Path, packaged: EmbeddedStore) -> None:
    written = (checkout / "docs" / "queries.md").read_text(encoding="utf-8")
    assert written == page(packaged) + "\n", "run `make docs`"


def test_each_query_has_a_section(checkout: Path) -> None:
    written = (checkout / "docs" / "queries.md").read_text(encoding="utf-8")
    for query in catalogue():
        assert f"\n### {query.name}\n" in written
        assert f"](#{query.name})" in written
