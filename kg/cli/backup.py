"""`spacekg backup`: a store in one file."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Write a store into one file.")
@click.argument("store", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.argument("output", metavar="FILE")
def command(store: Path, output: str) -> None:
    """Write the store in DIR into FILE, a gzipped N-Quads file that `spacekg restore` and any RDF tool
    reads. A build may go on meanwhile: what is written is the store as it was at the start.

    \b
    Example:
      spacekg backup mygraph mygraph.nq.gz
    """
    from kg.export.target import opened
    from kg.store import backup
    from kg.store.embedded import EmbeddedStore

    with EmbeddedStore.open(store, read_only=True) as held, opened(output) as target:
        count = backup.write(held, target)
        releases = len(held.releases())
    click.echo(f"{releases} releases, {count} quads in {output}", err=output == "-")
