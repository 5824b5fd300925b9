"""`spacekg network`: who is tied to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from kg.cli.options import format_option, output_option, view_options

if TYPE_CHECKING:
    from kg.store.base import View

FORMATS: Final = (
    "graphml", "gexf", "json", "cyjs", "csv", "csv-nodes", "neo4j-nodes", "neo4j-ties",
    "dot", "pajek", "mermaid", "svg", "html", "png",
)  # fmt: skip


@click.command(short_help="Write who is tied to whom, for Gephi and others.")
@click.argument("name", metavar="VIEW")
@view_options
@format_option(FORMATS, "graphml")
@output_option
def command(view: View, name: str, form: str | None, output: str) -> None:
    """Write a network: a file for Gephi, Cytoscape, Graphviz or a notebook.

    VIEW is agencies (tied by shared programmes, missions and meetings), persons (by meetings and
    agreements) or agency-programme (who takes part in what). Each tie carries its counts, its
    first and last day, and sentences that show it.

    \b
    Examples:
      spacekg network agencies --store demo -o agencies.gexf
      spacekg network persons --store demo -f csv
    """
    from kg import views
    from kg.export import network
    from kg.export.formats import guess

    graph = views.build(name, view)
    if not graph:
        click.echo(f"spacekg: {view.where} has no ties for the network {name}", err=True)
    network.write(graph, form or guess(network.FORMATS, output, "graphml").name, output)
