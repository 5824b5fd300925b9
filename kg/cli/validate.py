"""`spacekg validate`: check graphs against the shapes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import click

from kg.cli.options import (
    endpoint_options,
    engine_option,
    opened_view,
    output_option,
    store_option,
    tell_engine,
)
from kg.cli.rdf_input import FORMATS as RDF_FORMATS
from kg.cli.rdf_input import read_units
from kg.errors import UsageError

if TYPE_CHECKING:
    from pyoxigraph import Triple

    from kg.shapes import Report
    from kg.store.remote.opening import Address

DOES_NOT_CONFORM: Final = 1


@dataclass(frozen=True, slots=True)
class Checked:
    """What was validated, and what was found."""

    name: str
    report: Report


@click.command(short_help="Check RDF files or a store against the shapes.")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@store_option
@endpoint_options
@click.option(
    "--from",
    "source_form",
    type=click.Choice(RDF_FORMATS),
    help="Format of the files. By default told by the suffix, nq for standard input.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(("text", "json", "ttl")),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@engine_option
@output_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    store: str | None,
    address: Address | None,
    source_form: str | None,
    form: str,
    engine: str,
    output: str,
) -> None:
    """Check RDF files, or the releases of a store, against the shapes, a release at a time.

    Each finding says what is wrong and how to mend it, and points at the words of the release.
    Without files the store is checked. The exit code is 1 where something does not conform.

    \b
    Examples:
      spacekg map release.txt | spacekg validate -
      spacekg validate graph.nq --format json
      spacekg validate --store demo
    """
    from kg.export.target import opened
    from kg.shapes import validate

    tell_engine(engine)
    units = _units(files, source_form) if files else _stored(store, address)
    checked = [Checked(name, validate(triples, engine)) for name, triples in units]
    with opened(output) as out:
        out.write(_FORMS[form](checked).encode())
    if not all(one.report.conforms for one in checked):
        ctx.exit(DOES_NOT_CONFORM)


def _units(files: tuple[str, ...], form: str | None) -> Iterator[tuple[str, tuple[Triple, ...]]]:
    for file in files:
        yield from read_units(file, form)


def _stored(
    folder: str | None, address: Address | None
) -> Iterator[tuple[str, tuple[Triple, ...]]]:
    """Yield the facts and evidence of each release in the store."""
    from kg.store.graphs import Graphs

    if folder is None and address is None:
        raise UsageError("nothing to check", "Name a FILE, or a store with --store DIR.")
    with opened_view(folder, address) as view:
        graphs = Graphs(view.base)
        for release in view.releases():
            both = (graphs.facts(release.value), graphs.evidence(release.value))
            yield release.value, tuple(q.triple for graph in both for q in view.quads(graph))


def _as_text(checked: list[Checked]) -> str:
    failed = [one for one in checked if not one.report.conforms]
    told = [f"{one.name}\n{one.report.text()}" for one in checked if one.report.findings]
    conform = len(checked) - len(failed)
    told.append(f"{conform} of {len(checked)} conform.\n")
    return "\n".join(told)


def _as_json(checked: list[Checked]) -> str:
    from kg.shapes import to_json

    records = [
        {"name": one.name, "conforms": one.report.conforms, "findings": to_json(one.report)}
        for one in checked
    ]
    return json.dumps(records, indent=2, ensure_ascii=False) + "\n"


def _as_turtle(checked: list[Checked]) -> str:
    from kg.shapes import Report, to_turtle

    findings = tuple(finding for one in checked for finding in one.report.findings)
    return to_turtle(Report(all(one.report.conforms for one in checked), findings))


_FORMS: Final = {"text": _as_text, "json": _as_json, "ttl": _as_turtle}
