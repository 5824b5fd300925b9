"""`spacekg query`: ask a store or an endpoint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kg.cli.layout import paragraph, with_keys
from kg.cli.options import format_option, inferred_option, output_option, params_option
from kg.cli.streams import STANDARD, read_text

if TYPE_CHECKING:
    from kg.queries import NamedQuery
    from kg.store.base import Result, View

ROWS: Final = ("table", "csv", "tsv", "json", "xml", "jsonl", "parquet", "sheet")
TABLE: Final = ROWS[0]
GRAPHS: Final = ("ttl", "nt", "nq", "trig", "jsonld", "rdfxml")


@click.command(short_help="Ask a named query, or one of your own.")
@click.argument("question", metavar="NAME|FILE.rq|-")
@params_option
@inferred_option
@format_option((*ROWS, *GRAPHS), "table, ttl for a graph")
@output_option
def command(
    question: str, params: dict[str, str], view: View, form: str | None, output: str
) -> None:
    """Ask the graph a named query, a query in a file, or one on standard input (-).

    Without --endpoint it is the store that is asked. `spacekg queries` lists the named queries,
    `spacekg queries NAME` their parameters. A table shows IRIs of the store as keys, which are
    values for parameters too; the other formats show them whole.

    \b
    Examples:
      spacekg query shared-programmes --store demo
      spacekg query meetings -p participant=Roscosmos -o meetings.csv --store demo
      echo 'SELECT * { ?s a ?class } LIMIT 5' | spacekg query - --store demo
    """
    from kg.queries import run

    query = _named(question)
    answer = run(query, view, params)
    _write(answer, view.base, form, output)
    _tell_silence(query, answer)


def _write(answer: Result, base: str, form: str | None, output: str) -> None:
    """Write rows or a truth value as a table, what CONSTRUCT and DESCRIBE give as RDF."""
    from kg.export import rdf, table
    from kg.export.formats import guess
    from kg.store.base import Graph, Rows

    if isinstance(answer, Graph):
        rdf.write(answer, form or guess(rdf.FORMATS, output, "ttl").name, output)
        return
    form = form or guess(table.FORMATS, output, "table").name
    if form == TABLE and isinstance(answer, Rows):
        answer = with_keys(answer, base)
    table.write(answer, form, output)


def _tell_silence(query: NamedQuery, answer: Result) -> None:
    """Say on standard error that there are no rows, and what that does not prove."""
    from kg.store.base import Rows

    if isinstance(answer, Rows) and not answer:
        click.echo(paragraph(" ".join(query.silence.split()) or "No rows."), err=True)


def _named(question: str) -> NamedQuery:
    """Return the query that `question` names: a file by its suffix, else one of the catalogue."""
    from kg.queries import from_file, from_text, get

    if question == STANDARD:
        return from_text(read_text(STANDARD), "standard input")
    return from_file(Path(question)) if question.endswith(".rq") else get(question)
