"""`spacekg build`: map, validate, admit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

import click

from kg.cli.opening import opened_store
from kg.cli.options import (
    ENGINES,
    endpoint_options,
    given_options,
    jobs_option,
    kept_options,
    mapper_options,
    store_option,
    tell_engine,
    update_option,
)
from kg.cli.progress import counted
from kg.cli.spark_options import SPARK, Cluster, spark_options
from kg.errors import StoreError

if TYPE_CHECKING:
    from kg.model import ReleaseGraph
    from kg.pipeline import Mapper, Outcome
    from kg.releases import Given
    from kg.store.base import Store
    from kg.store.remote.opening import Address

# What happened to a release, the worst last, and the exit code that it calls for.
EXIT_CODES: Final = {"admitted": 0, "unchanged": 0, "rejected": 1, "unreadable": 3}
REJECTED: Final = "rejected"


@click.command(short_help="Map, validate and admit releases to a store.")
@click.argument("releases", nargs=-1, required=True, metavar="RELEASES...")
@store_option
@update_option
@endpoint_options
@click.option(
    "--rejected",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Folder for what does not conform. By default rejected in the store's folder, or in this "
    "one with --endpoint.",
)
@given_options
@kept_options
@mapper_options
@click.option(
    "--engine",
    type=click.Choice((*ENGINES, SPARK)),
    default=ENGINES[0],
    show_default=True,
    help="SHACL engine: auto takes the fast one, if installed, and pySHACL for rejects and a "
    "sample. Or spark: map on a cluster, and write shards for `spacekg load`.",
)
@jobs_option
@spark_options
@click.option("-q", "--quiet", is_flag=True, help="Tell only what was not admitted.")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    releases: tuple[str, ...],
    store: str | None,
    address: Address | None,
    rejected: Path | None,
    given: Given,
    mapper: Mapper,
    engine: str,
    jobs: int,
    cluster: Cluster,
    quiet: bool,
) -> None:
    """Map press releases, validate each, and admit those that conform to a store.

    RELEASES are files, folders, patterns, URLs, or - for standard input. The store is made where
    there is none. A release that is mapped again replaces what it said before. One that does not
    conform is put aside in DIR/rejected with its report; the rest goes in. The exit code is 1
    where one was put aside, 3 where one could not be read.

    With --jobs N, N processes read, map and validate, and one writes; the store and what is told are
    the same. A build that was stopped is taken up by the same command.

    With --engine spark and -o DIR, releases from any path that Hadoop knows (text, JSON lines,
    Parquet) are mapped in partitions, here or on the cluster of --master, and written as shards:
    see docs/scale.md, and `spacekg load`.

    With --endpoint and --update-endpoint the releases go into any SPARQL 1.1 service; `spacekg
    doctor` tells whether it is fit for that.

    \b
    Examples:
      spacekg build releases/ --store mygraph
      spacekg build archive.jsonl --jobs 8 --store mygraph
      spacekg build https://example.org/release.html --publisher esa --store mygraph
      spacekg build releases/ --endpoint http://localhost:7878/query \\
        --update-endpoint http://localhost:7878/update
    """
    if cluster.asked(ctx, engine, address):
        _on_cluster(ctx, releases, mapper, given, cluster)
    aside = rejected or Path(REJECTED if address else Path(store or "") / REJECTED)
    tell_engine(engine)
    with opened_store(store, address, base=mapper.base, create=True) as opened:
        counts = fill(
            opened,
            aside,
            releases,
            mapper=mapper,
            given=given,
            engine=engine,
            jobs=jobs,
            tell=partial(tell, quiet=quiet),
        )
    click.echo(summary(counts, aside))
    ctx.exit(max((EXIT_CODES[status] for status in counts), default=0))


def _on_cluster(
    ctx: click.Context,
    releases: tuple[str, ...],
    mapper: Mapper,
    given: Given,
    cluster: Cluster,
) -> NoReturn:
    from kg import spark

    told = spark.write(
        releases, cluster.output, mapper, master=cluster.master, given=given, shards=cluster.shards
    )
    counts = Counter(
        {status: told.counts[status] for status in EXIT_CODES if status in told.counts}
    )
    click.echo(
        f"{told.releases} releases, {told.counts['facts'] + told.counts['evidence']} quads "
        f"in {len(told.shards)} shards, checksum {told.checksum}"
    )
    click.echo(summary(counts, Path(cluster.output) / REJECTED))
    ctx.exit(max((EXIT_CODES[status] for status in counts if counts[status]), default=0))


def fill(
    store: Store,
    aside: Path,
    sources: Iterable[str],
    *,
    mapper: Mapper,
    given: Given,
    tell: Callable[[Outcome], None],
    engine: str = "auto",
    jobs: int = 1,
) -> Counter[str]:
    """Build a store, put what is rejected into the folder `aside`, and count what happened."""
    from kg.pipeline import build

    counts: Counter[str] = Counter()
    for outcome in counted(build(sources, store, mapper, given, engine, jobs=jobs), "releases"):
        counts[outcome.status] += 1
        put_aside(aside, outcome)
        tell(outcome)
    return counts


def tell(outcome: Outcome, *, quiet: bool = False) -> None:
    """Say what became of one release; `quiet` leaves out what went in."""
    if outcome.error is not None:
        click.echo(f"spacekg: {outcome.error}", err=True)
    elif outcome.graph is not None and not (quiet and EXIT_CODES[outcome.status] == 0):
        click.echo(_line(outcome.status, f"{outcome.origin} as {_name(outcome.graph)}"))
        findings = outcome.report.findings if outcome.report else ()
        for finding in findings:
            click.echo(_line(finding.result.severity.lower(), finding.message))
        for note in outcome.graph.notes:
            click.echo(_line("note", note.message))


def _line(kind: str, words: str) -> str:
    return f"{kind:10}  {words}"


def summary(counts: Counter[str], rejected: Path) -> str:
    """Return one line on the whole build."""
    told = [f"{counts[status]} {status}" for status in EXIT_CODES if counts[status]]
    aside = f" (see {rejected})" if counts["rejected"] else ""
    return f"{', '.join(told) or 'nothing to do'}{aside}"


def _name(graph: ReleaseGraph) -> str:
    """Return what the release is called in a few words: `publisher/key`."""
    return graph.release.partition("/release/")[2]


def put_aside(folder: Path, outcome: Outcome) -> None:
    """Keep the graph and the report of a rejected release; forget those of a mended one."""
    if outcome.graph is None or outcome.report is None:
        return
    name = _name(outcome.graph).replace("/", "-")
    graph, report = folder / f"{name}.nq", folder / f"{name}.report.txt"
    if outcome.report.conforms:
        graph.unlink(missing_ok=True)
        report.unlink(missing_ok=True)
        return
    try:
        folder.mkdir(exist_ok=True)
        _write(outcome.graph, graph)
        report.write_text(f"{outcome.origin}\n{outcome.report.text()}", encoding="utf-8")
    except OSError as error:
        raise StoreError(
            f"cannot put {name} aside in {folder}: {error.strerror}",
            "Check the folder's rights and the free space.",
        ) from error


def _write(graph: ReleaseGraph, path: Path) -> None:
    from pyoxigraph import NamedNode, Quad

    from kg.export import rdf

    quads = (Quad(t.subject, t.predicate, t.object, NamedNode(name)) for t, name in graph)
    rdf.write(quads, "nq", path)
