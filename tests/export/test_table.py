"""Tables: SPARQL's own formats are read back the same; the one for people is aligned."""

from __future__ import annotations

import csv
import json
import sys
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results
from wcwidth import wcswidth

from kg.errors import UsageError
from kg.export import table
from kg.export.table.text import table as lines
from kg.store.base import Boolean, Rows
from kg.vocab import SKG, XSD
from tests.export.samples import NAMES, iris, literals

FORMATS = [format_.name for format_ in table.FORMATS]
READ = {
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}

some_rows = st.lists(st.tuples(iris | literals | st.none(), iris | literals), max_size=5)


def exported(answer: Rows | Boolean, format_: str) -> bytes:
    out = BytesIO()
    table.write(answer, format_, out)
    return out.getvalue()


def stored(answer: Rows | Boolean) -> Any:
    """Return what polars, which shares no code with pyarrow, reads from our Parquet."""
    polars = pytest.importorskip("polars", reason="pip install polars")
    return polars.read_parquet(BytesIO(exported(answer, "parquet")))


def number(text: str, datatype: str = XSD.integer) -> Literal:
    return Literal(text, datatype=NamedNode(datatype))


@pytest.mark.parametrize("format_", ["json", "xml"])
@given(some_rows)
def test_results_are_read_back(
    format_: str, given_: list[tuple[NamedNode | Literal | None, NamedNode | Literal]]
) -> None:
    rows = Rows(("a", "b"), tuple(given_))
    found = parse_query_results(exported(rows, format_), READ[format_])
    assert isinstance(found, QuerySolutions)
    assert tuple(tuple(solution) for solution in found) == rows.rows


@pytest.mark.parametrize("format_", ["tsv", "json", "xml"])
def test_odd_names_survive(format_: str) -> None:
    rows = Rows(("name",), tuple((Literal(name),) for name in NAMES))
    found = parse_query_results(exported(rows, format_), READ[format_])
    assert isinstance(found, QuerySolutions)
    assert [solution[0].value for solution in found] == list(NAMES)


def test_odd_names_survive_csv_and_json_lines() -> None:
    rows = Rows(("n", "name"), tuple((number("1"), Literal(name)) for name in NAMES))
    text = exported(rows, "csv").decode()
    assert [row["name"] for row in csv.DictReader(StringIO(text, newline=""))] == list(NAMES)
    told = [json.loads(line) for line in exported(rows, "jsonl").decode().splitlines()]
    assert told == [{"n": 1, "name": name} for name in NAMES]


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (number("7"), 7),
        (number("0.5", XSD.decimal), 0.5),
        (number("1.5E3", XSD.double), 1500.0),
        (number("NaN", XSD.double), None),
        (number("2020", XSD.gYear), 2020),
        (number("true", XSD.boolean), True),
        (number("seven"), "seven"),
        (number("2020-01-01", XSD.date), "2020-01-01"),
        (Literal("CNES", language="fr"), "CNES"),
        (NamedNode("https://example.org/"), "https://example.org/"),
        (None, None),
    ],
)
def test_json_lines_hold_plain_values(term: Literal | NamedNode | None, value: object) -> None:
    assert json.loads(exported(Rows(("x",), ((term,),)), "jsonl")) == {"x": value}


@pytest.mark.parametrize("format_", FORMATS)
def test_no_rows_give_a_valid_document(format_: str) -> None:
    data = exported(Rows(("a", "b"), ()), format_)
    assert (b"a" in data) == (format_ != "jsonl")


@pytest.mark.parametrize("format_", FORMATS)
def test_no_columns_give_a_document_too(format_: str) -> None:
    exported(Rows((), ()), format_)


@pytest.mark.parametrize(
    ("format_", "text"),
    [("table", "yes\n"), ("csv", "true"), ("json", '{"head":{},"boolean":true}'),
     ("jsonl", '{"boolean": true}\n')],
)  # fmt: skip
def test_the_answer_to_ask_is_told(format_: str, text: str) -> None:
    assert exported(Boolean(value=True), format_).decode() == text


def test_the_table_is_aligned_numbers_to_the_right() -> None:
    rows = Rows(
        ("agency", "shared"),
        (
            (Literal("CNES"), number("2")),
            (Literal("宇宙機構"), number("10")),
            (NamedNode(SKG.Agency), None),
        ),
    )
    assert exported(rows, "table").decode().splitlines() == [
        "agency      shared",
        "----------  ------",
        "CNES             2",
        "宇宙機構        10",
        "skg:Agency",
    ]


@given(st.lists(st.lists(st.sampled_from([*NAMES, "x" * 50]), min_size=2, max_size=2), min_size=1))
def test_no_line_is_wider_than_asked(cells: list[list[str]]) -> None:
    rows = Rows(("a", "b"), tuple(tuple(map(Literal, row)) for row in cells))
    for line in lines(rows, 40):
        assert wcswidth(line) <= 40


def test_long_cells_are_wrapped_at_blanks_and_nothing_is_lost() -> None:
    rows = Rows(("quote",), ((Literal("They met in Moscow on Friday to talk of Bion-M2."),),))
    wrapped = list(lines(rows, 20))[2:]
    assert wrapped == ["They met in Moscow", "on Friday to talk of", "Bion-M2."]
    (long,) = (list(lines(Rows(("x",), ((Literal("y" * 20),),)), 8))[2:],)
    assert "".join(long) == "y" * 20


TYPED = Rows(
    ("n", "share", "day", "is", "name", "mixed", "long", "ill", "none"),
    (
        (number("7"), number("0.5", XSD.decimal), number("2020-02-14", XSD.date),
         number("true", XSD.boolean), Literal("CNES"), number("1"), number(str(2**70)),
         number("seven"), None),
        (None, number("1", XSD.integer), None, number("0", XSD.boolean), NamedNode(SKG.Agency),
         Literal("x"), number("1"), number("8"), None),
    ),
)  # fmt: skip


def test_parquet_has_a_type_a_column() -> None:
    frame = stored(TYPED)
    assert {name: str(kind) for name, kind in frame.schema.items()} == {
        "n": "Int64", "share": "String", "day": "Date", "is": "Boolean", "name": "String",
        "mixed": "String", "long": "String", "ill": "String", "none": "String",
    }  # fmt: skip
    assert frame.rows()[0] == (
        7, "0.5", date(2020, 2, 14), True, "CNES", "1", str(2**70), "seven", None,
    )  # fmt: skip
    decimals = Rows(("x",), ((number("0.5", XSD.decimal),), (None,)))
    assert stored(decimals)["x"].to_list() == [0.5, None]


@given(st.lists(literals, max_size=5))
def test_text_survives_parquet(terms: list[Literal]) -> None:
    rows = Rows(("x",), tuple((term,) for term in [*terms, Literal("a name")]))
    assert stored(rows)["x"].to_list() == [term.value for term in terms] + ["a name"]


def test_parquet_of_a_truth_value_and_of_nothing() -> None:
    assert stored(Boolean(value=True)).rows() == [(True,)]
    assert stored(Rows(("a", "b"), ())).columns == ["a", "b"]


def test_parquet_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match="pyarrow") as caught:
        exported(TYPED, "parquet")
    assert "pip install 'spacekg[parquet]'" in caught.value.remedy


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("\t=1", "'\t=1"),
        ("-0.5", "-0.5"),
        ("CNES", "CNES"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_no_cell_of_a_sheet_is_a_formula(value: str, cell: str) -> None:
    data = exported(Rows(("x", "y"), ((Literal(value), Literal("z")),)), "sheet")
    assert data.startswith(b"\xef\xbb\xbfx,y\r\n")
    (_, row) = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
    assert row == [cell, "z"]
    (_, plain) = csv.reader(
        StringIO(exported(Rows(("x", "y"), ((Literal(value), None),)), "csv").decode(), newline="")
    )
    assert plain[0] == value
