"""`spacekg restore`: a store out of its backup."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.opening import opened_store
from kg.cli.options import FILE


@click.command(short_help="Make a store of a backup.")
@click.argument("source", metavar="FILE", type=FILE)
@click.argument("store", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def command(source: Path, store: Path) -> None:
    """Make the store in DIR, a new folder, of the backup FILE. The file is checked to its end first, and
    the folder appears when it is whole.

    \b
    Example:
      spacekg restore mygraph.nq.gz mygraph
    """
    from kg.store import backup

    count = backup.restore(source, store)
    with opened_store(str(store), None, base=None, create=False):
        click.echo(f"{count} quads in {store}")
