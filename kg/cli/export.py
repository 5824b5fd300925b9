"""`spacekg export`: the RDF of a store."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final

import click

from kg.cli.options import format_option, output_option, view_options
from kg.errors import UnknownNameError

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Quad

    from kg.store.base import View

FORMATS: Final = ("nq", "trig", "ttl", "nt", "jsonld", "rdfxml")
ALL: Final = "all"
FACTS: Final = "facts"


@click.command(short_help="Write the RDF of a store, whole or in part.")
@view_options
@click.option(
    "--graph", "part", default=ALL, show_default=True, metavar="PART",
    help="all; facts, each once; authority; ontology; a release's key, as cnes/pr025-2020; "
    "or the IRI of a release or graph.",
)  # fmt: skip
@click.option(
    "--evidence/--no-evidence",
    default=True,
    show_default=True,
    help="With the words that say each fact, or the facts alone.",
)
@format_option(FORMATS, "nq")
@output_option
def command(view: View, part: str, evidence: bool, form: str | None, output: str) -> None:
    """Write the graph as RDF, whole or in part, sorted so that two exports can be compared.

    N-Quads, TriG and JSON-LD keep the graph names: facts, each once, in the default graph, and who
    said what in a graph a release. The other formats hold each triple of these once.

    \b
    Examples:
      spacekg export --store demo -o demo.nq
      spacekg export --store demo --graph facts -f ttl
      spacekg export --store demo --no-evidence -o facts.trig
      spacekg export --store demo --graph cnes/pr025-2020 -o release.trig
    """
    from kg.export import rdf
    from kg.export.formats import guess

    quads = _quads(view, part) if evidence else _without_evidence(view, part)
    first = next(quads, None)
    if first is None:
        click.echo(f"spacekg: {view.where} has no statements to export", err=True)
    found = chain([first], quads) if first is not None else quads
    rdf.write(found, form or guess(rdf.FORMATS, output, "nq").name, output)


def _quads(view: View, part: str) -> Iterator[Quad]:
    from pyoxigraph import DefaultGraph

    if part == ALL:
        yield from view.quads()
    elif part == FACTS:
        yield from view.quads(DefaultGraph())
    else:
        for graph in _graphs(view, part):
            yield from view.quads(graph)


def _without_evidence(view: View, part: str) -> Iterator[Quad]:
    """Yield the statements but for the evidence graphs, and what points into them."""
    from kg.vocab import SKG

    evidence = f"{view.base}graph/evidence/"
    for quad in _quads(view, part):
        graph = getattr(quad.graph_name, "value", "")
        if not graph.startswith(evidence) and quad.predicate.value != SKG.evidence:
            yield quad


def _graphs(view: View, part: str) -> tuple[NamedNode, ...]:
    """Return the graphs that `part` names: one, or the two of a release."""
    key = part.removeprefix(view.base)
    release = key.removeprefix("release/")
    wanted = {
        f"{view.base}{name}"
        for name in (key, f"graph/{key}", f"graph/release/{release}", f"graph/evidence/{release}")
    }
    found = tuple(graph for graph in view.graphs() if graph.value in wanted or graph.value == part)
    if not found:
        raise UnknownNameError(
            f"{view.where} has no graph {part!r}", "See its releases with: spacekg query releases"
        )
    return found
