"""The formats that SPARQL 1.1 defines for results: CSV, TSV, JSON and XML, as Oxigraph writes them.

They stand in one file because they are one call with four names.
"""

from __future__ import annotations

from typing import BinaryIO, ClassVar

from pyoxigraph import QueryResultsFormat, parse_query_results

from kg.store.base import Boolean, Rows


class _Sparql:
    """Writes one answer as SPARQL results."""

    syntax: ClassVar[QueryResultsFormat]

    def __init__(self, out: BinaryIO, /) -> None:
        self._out = out

    def write(self, item: Rows | Boolean, /) -> None:
        """Write the answer, whole."""
        if isinstance(item, Rows):
            self._out.write(item.serialize(self.syntax))
        else:
            self._out.write(_boolean(item, self.syntax))

    def finalize(self) -> None:
        """Do nothing: the document is whole."""


class SparqlCsv(_Sparql):
    """Writes CSV: values alone, without their types."""

    syntax = QueryResultsFormat.CSV


class SparqlTsv(_Sparql):
    """Writes TSV: terms as Turtle writes them."""

    syntax = QueryResultsFormat.TSV


class SparqlJson(_Sparql):
    """Writes JSON: terms with their types and languages."""

    syntax = QueryResultsFormat.JSON


class SparqlXml(_Sparql):
    """Writes XML: terms with their types and languages."""

    syntax = QueryResultsFormat.XML


def _boolean(answer: Boolean, syntax: QueryResultsFormat) -> bytes:
    document = f'{{"head": {{}}, "boolean": {str(answer.value).lower()}}}'
    return parse_query_results(document, QueryResultsFormat.JSON).serialize(format=syntax) or b""
