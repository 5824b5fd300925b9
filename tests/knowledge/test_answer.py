"""Rows of Python values, frames, and what a notebook shows."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from kg.errors import UsageError
from kg.knowledge import Answer, KnowledgeGraph
from kg.knowledge.values import Value, value
from kg.store.base import Rows, Term
from kg.vocab import XSD


def typed(text: str, kind: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD[kind]))


VALUES: list[tuple[Term | None, Value]] = [
    (None, None),
    (NamedNode("https://example.org/a"), "https://example.org/a"),
    (BlankNode("b"), "b"),
    (Literal("Tschüß", language="de"), "Tschüß"),
    (Literal("plain"), "plain"),
    (typed("2", "integer"), 2),
    (typed("0.60", "decimal"), 0.6),
    (typed("1e3", "double"), 1000.0),
    (typed("true", "boolean"), True),
    (typed("2020-02-17", "date"), date(2020, 2, 17)),
    (typed("2020-02-17T01:02:03Z", "dateTime"), datetime(2020, 2, 17, 1, 2, 3, tzinfo=UTC)),
    (typed("2020", "gYear"), 2020),
    (typed("17 February", "date"), "17 February"),
    (typed("many", "integer"), "many"),
]


@pytest.mark.parametrize(("term", "expected"), VALUES)
def test_terms_become_values(term: Term | None, expected: Value) -> None:
    found = value(term)
    assert found == expected
    assert type(found) is type(expected)


def answer(*rows: tuple[Term | None, ...], names: tuple[str, ...] = ("name", "n")) -> Answer:
    return Answer(Rows(names, rows))


def test_rows_are_a_sequence() -> None:
    found = answer((Literal("a"), Literal(1)), (Literal("b"), None))
    assert len(found) == 2
    assert [row.n for row in found] == [1, None]
    assert found[-1].name == "b"
    assert [row.name for row in found[:1]] == ["a"]
    assert repr(found) == "<Answer: 2 rows of name, n>"


def test_column_that_is_no_name_of_a_field_goes_by_its_place() -> None:
    assert answer((Literal("a"),), names=("class",))[0][0] == "a"


@pytest.mark.parametrize("library", ["pandas", "polars", None])
def test_frames_keep_columns_and_types(library: str | None) -> None:
    pytest.importorskip(library or "pandas")
    frame = answer((Literal("a"), Literal(1)), (Literal("b"), Literal(2))).frame(library)
    assert list(frame.columns) == ["name", "n"]
    assert frame["n"].sum() == 3
    assert type(frame).__module__.split(".")[0] == (library or "pandas")


def test_frame_of_no_rows_has_its_columns() -> None:
    pytest.importorskip("pandas")
    assert list(answer().frame("pandas").columns) == ["name", "n"]


def test_unknown_library_is_told() -> None:
    with pytest.raises(UsageError, match="pandas, polars"):
        answer().frame("excel")


def test_missing_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pandas", "polars"):
        monkeypatch.setitem(__import__("sys").modules, name, None)
    with pytest.raises(UsageError, match="pip install pandas"):
        answer().frame()
    with pytest.raises(UsageError, match="polars is not installed"):
        answer().frame("polars")


def test_notebook_shows_a_table_with_everything_escaped() -> None:
    shown = answer((Literal("<script>alert(1)</script> & co"), Literal(1)))._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    assert "<th>name</th>" in shown


def test_notebook_links_only_what_is_on_the_web() -> None:
    shown = answer((NamedNode("https://example.org/?a=1&b=2"), Literal("javascript:alert(1)")))
    assert 'href="https://example.org/?a=1&amp;b=2"' in shown._repr_html_()
    assert 'href="javascript' not in shown._repr_html_()


def test_long_answers_are_cut_in_a_notebook_and_say_so() -> None:
    shown = answer(*((Literal(str(i)), Literal(i)) for i in range(60)))._repr_html_()
    assert shown.count("<tr>") == 51
    assert "and 10 more rows" in shown


def test_explanation_and_description_show_themselves(graph: KnowledgeGraph) -> None:
    explained = graph.explain("Bion-M2")._repr_html_()
    assert "<blockquote>" in explained
    assert "Releases say" in explained
    described = graph.describe("Bion-M2")._repr_html_()
    assert "<td>participates in</td>" in described
