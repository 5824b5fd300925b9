"""Exports of a query's answer: a table to look at, SPARQL's own four formats, typed rows, a sheet."""

from __future__ import annotations

from typing import Final, TypeAlias

from kg.export.formats import Format, find
from kg.export.table.json_lines import JsonLines
from kg.export.table.parquet import Parquet
from kg.export.table.sheet import Sheet
from kg.export.table.sparql import SparqlCsv, SparqlJson, SparqlTsv, SparqlXml
from kg.export.table.text import Text
from kg.export.target import Target, opened
from kg.store.base import Boolean, Rows

Answer: TypeAlias = Rows | Boolean

FORMATS: Final[tuple[Format[Answer], ...]] = (
    Format("table", "Table to look at", "text/plain", ".txt", Text),
    Format("csv", "CSV", "text/csv", ".csv", SparqlCsv),
    Format("tsv", "TSV", "text/tab-separated-values", ".tsv", SparqlTsv),
    Format("json", "SPARQL results JSON", "application/sparql-results+json", ".json", SparqlJson),
    Format("xml", "SPARQL results XML", "application/sparql-results+xml", ".xml", SparqlXml),
    Format("jsonl", "JSON lines", "application/jsonl", ".jsonl", JsonLines),
    Format("parquet", "Parquet", "application/vnd.apache.parquet", ".parquet", Parquet),
    Format("sheet", "CSV for spreadsheets", "text/csv", ".sheet.csv", Sheet),
)


def write(answer: Answer, format_: str, target: Target) -> None:
    """Write `answer` in the format of this name to a path, `-` or a binary stream."""
    opener = find(FORMATS, format_).opener
    with opened(target) as out:
        writer = opener(out)
        writer.write(answer)
        writer.finalize()
