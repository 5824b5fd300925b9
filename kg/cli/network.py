"""`spacekg network`: who is tied to whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import click

from kg.cli.network_options import network_options
from kg.cli.options import format_option, output_option, view_options
from kg.cli.streams import STANDARD

if TYPE_CHECKING:
    import networkx as nx

    from kg.store.base import View
    from kg.views.study import Study

FORMATS: Final = (
    "graphml", "gexf", "json", "cyjs", "csv", "csv-nodes", "sheet", "neo4j-nodes", "neo4j-ties",
    "dot", "pajek", "mermaid", "svg", "html", "png",
)  # fmt: skip
DEFAULT: Final = "graphml"


@click.command(short_help="Write who is tied to whom, for Gephi and others.")
@click.argument("name", metavar="VIEW")
@view_options
@network_options
@click.option(
    "--measure", "measures", metavar="LIST",
    help="Of degree, strength, betweenness, eigenvector, pagerank, kcore, community and "
    "constraint: a table, or attributes of the nodes where -o or -f is given.",
)  # fmt: skip
@click.option(
    "--stability", type=click.IntRange(2), metavar="N",
    help="Intervals of the measures and ranks, from N samples of the releases.",
)  # fmt: skip
@click.option(
    "--what-if", metavar="without:NAME",
    help="What would lose its only launcher, site or partner without this one: a table, or a network "
    "of what is lost where -o or -f is given.",
)  # fmt: skip
@click.option(
    "--slices", metavar="5y|6m",
    help="A network for each period of this length, and what changed; -o names a file for each.",
)  # fmt: skip
@format_option(FORMATS, DEFAULT)
@output_option
def command(
    *,
    view: View,
    study: Study,
    measures: str | None,
    stability: int | None,
    what_if: str | None,
    slices: str | None,
    form: str | None,
    output: str,
) -> None:
    """Write a network: a file for Gephi, Cytoscape, Graphviz or a notebook, or a table of measures.

    VIEW is agencies (tied by shared programmes, missions, meetings, agreements and launches),
    agency-programme (who takes part in what), persons (who met or signed with whom),
    person-agency, countries, missions (tied through agencies), releases (who writes about whom) or
    supply (whose vehicles and sites fly whose payloads). Each node and tie carries its counts, its
    first and last day, and sentences that show it.

    \b
    Examples:
      spacekg network agencies --store demo -o agencies.gexf
      spacekg network agencies --from 2015 --to 2020 --weight missions --store demo -f csv
      spacekg network agencies --measure degree,betweenness --stability 200 --store demo
      spacekg network agencies --what-if without:roscosmos --store demo
      spacekg network agencies --slices 5y --store demo -o agencies.gexf
    """
    _check(measures, stability, what_if, slices)
    if what_if:
        _lost(view, study, what_if, form, output)
    elif slices:
        _sliced(study, slices, measures, form, output)
    elif measures and form is None and output == STANDARD:
        from kg.cli import network_tables

        names, graph = _measured(study, measures, stability)
        if graph:
            click.echo(network_tables.measures(graph, names, intervals=stability is not None))
        else:
            _empty(study)
    else:
        graph = _measured(study, measures, stability)[1] if measures else study.network()
        if not graph:
            _empty(study)
        _write(graph, form, output)


def _check(
    measures: str | None, stability: int | None, what_if: str | None, slices: str | None
) -> None:
    """Refuse options that do not go together."""
    if stability is not None and (not measures or slices):
        raise click.UsageError("--stability goes with --measure, and not with --slices.")
    if what_if and (measures or slices):
        raise click.UsageError("--what-if stands alone: leave --measure and --slices out.")


def _measured(
    study: Study, measures: str, stability: int | None
) -> tuple[list[str], nx.Graph[str]]:
    from kg.views import measured

    names = measured.names(measures)
    if stability is None:
        return names, measured.measured(study.network(), names)
    return names, measured.with_intervals(study, names, stability)


def _lost(view: View, study: Study, what_if: str, form: str | None, output: str) -> None:
    """Show what would be lost, or write it as a network where -o or -f asks for one."""
    from kg.cli import network_tables
    from kg.views import labels, lost
    from kg.views.what_if import losses, removed

    gone = removed(what_if, view)
    found = losses(view, gone, study.options)
    if form is None and output == STANDARD:
        for line in network_tables.losses(found, labels.fetch(view, [gone])[gone]):
            click.echo(line)
        return
    if not found:
        click.echo(f"spacekg: {view.where} knows of nothing that would be lost", err=True)
    _write(lost.network(view, gone, found), form, output)


def _sliced(study: Study, text: str, measures: str | None, form: str | None, output: str) -> None:
    """Show what changed, and write a file a period where `-o` names one; an empty one for none."""
    from kg.cli import network_tables
    from kg.views import measured
    from kg.views.slices import length, slices

    if form and output == STANDARD:
        raise click.UsageError("--slices writes a file a period: name one with -o.")
    names = measured.names(measures) if measures else []
    found = slices(study, length(text))
    if not found:
        _empty(study)
        if output != STANDARD:
            _write(study.network(), form, output)
        return
    if names:
        found = [replace(it, graph=measured.measured(it.graph, names)) for it in found]
    called = {n: str(label) for it in found for n, label in it.graph.nodes(data="label")}
    for line in network_tables.changes(found, called):
        click.echo(line)
    if names and output == STANDARD:
        for line in network_tables.measures_of(found, names):
            click.echo(line)
    if output != STANDARD:
        for it in found:
            days = "-".join(map(network_tables.shortened, (it.period.since, it.period.before)))
            _write(it.graph, form, output, f".{days}")


def _empty(study: Study) -> None:
    from kg.views.options import DEFAULT as ALL

    where, name = study.view.where, study.spec.name
    narrowed = "" if study.options == ALL else " with these options; fewer of them may leave some"
    click.echo(f"spacekg: {where} has no ties for the network {name}{narrowed}", err=True)


def _write(graph: nx.Graph[str], form: str | None, output: str, mark: str = "") -> None:
    """Write a graph; `mark` comes before the suffix of the file's name."""
    from kg.export import network
    from kg.export.formats import Format, find, guess

    known: Format[Any] = (
        find(network.FORMATS, form) if form else guess(network.FORMATS, output, DEFAULT)
    )
    if mark:
        stem = output.removesuffix(known.suffix)
        output = f"{stem}{mark}{output[len(stem) :] or known.suffix}"
    network.write(graph, known.name, output)
