"""`spacekg map`: from press releases to RDF, without a store."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final

import click

from kg.cli.options import format_option, given_options, kept_options, mapper_options, output_option
from kg.cli.progress import counted
from kg.errors import SpaceKGError

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.model import Release
    from kg.pipeline import Mapper
    from kg.releases import Given

FORMATS: Final = ("nq", "trig", "ttl", "nt", "jsonld", "rdfxml")


@click.command(short_help="Read press releases and write what they say as RDF.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@output_option
@format_option(FORMATS, "nq")
@given_options
@kept_options
@mapper_options
@click.pass_context
def command(
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    output: str,
    form: str | None,
    given: Given,
    mapper: Mapper,
) -> None:
    """Read press releases and write what they say as RDF, each fact with its evidence.

    FILE is a file (text, HTML, PDF, DOCX, EML, RSS or Atom, JSON lines), a folder, a pattern, a
    URL, or - for standard input. What cannot be read is told on stderr, the others are written,
    and the exit code is then 3. What the options say of a release goes before what it says.

    \b
    Examples:
      spacekg map release.txt -f ttl
      spacekg map releases/ --publisher cnes -o cnes.nq
      spacekg map - --issued 2020-02-17 --lang en < release.txt
    """
    from kg.export import rdf
    from kg.export.formats import guess

    failures: list[SpaceKGError] = []
    quads = _quads(files, given, mapper, failures)
    first = next(quads, None)
    if first is not None:
        form = form or guess(rdf.FORMATS, output, "nq").name
        rdf.write(chain([first], quads), form, output)
    if failures:
        ctx.exit(max(error.exit_code for error in failures))


def _quads(
    files: tuple[str, ...], given: Given, mapper: Mapper, failures: list[SpaceKGError]
) -> Iterator[Quad]:
    """Yield the quads of every release; what fails is told at once and kept in `failures`."""
    from pyoxigraph import NamedNode, Quad

    for release in counted(_readable(files, given, failures), "releases"):
        try:
            graph = mapper.graph(mapper.map(release))
        except SpaceKGError as error:
            _tell(error, failures)
            continue
        for note in graph.notes:
            click.echo(f"spacekg: {release.origin}: {note.message}", err=True)
        for t, name in graph:
            yield Quad(t.subject, t.predicate, t.object, NamedNode(name))


def _readable(
    files: tuple[str, ...], given: Given, failures: list[SpaceKGError]
) -> Iterator[Release]:
    from kg.releases import discover, read

    for source in discover(files):
        for found in read(source, given=given):
            if isinstance(found, SpaceKGError):
                _tell(found, failures)
            else:
                yield found


def _tell(error: SpaceKGError, failures: list[SpaceKGError]) -> None:
    click.echo(f"spacekg: {error}", err=True)
    failures.append(error)
