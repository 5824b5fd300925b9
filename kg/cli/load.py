"""`spacekg load`: fill a store from shards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.opening import opened_store
from kg.cli.options import endpoint_options, store_option, update_option
from kg.cli.progress import counted
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.shards import Manifest
    from kg.shards.loading import Loaded
    from kg.store.remote.opening import Address


@click.command(short_help="Load shards, as a cluster wrote them, into a store.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@store_option
@update_option
@click.option(
    "--graph-store",
    metavar="URL",
    help="Send new releases by the Graph Store Protocol to this address. By default by updates.",
)
@endpoint_options
def command(
    *, folder: Path, store: str | None, address: Address | None, graph_store: str | None
) -> None:
    """Load the shards in FOLDER, as spacekg build --engine spark wrote them, into a store.

    A store that does not exist yet is made by Oxigraph's bulk loader, and appears when it is whole.
    Any other takes release by release what it does not hold, as a build would. Shards are read to
    their end and compared with their checksums first, and the counts of the store with theirs at
    last. A load that was stopped is taken up by the same command.

    \b
    Examples:
      spacekg load shards --store mygraph
      spacekg load shards --endpoint http://localhost:7878/query \\
        --update-endpoint http://localhost:7878/update
    """
    from kg import shards

    told = shards.read(folder)
    new = there = 0
    for part in _loaded(folder, told, store, address, graph_store):
        new, there = new + part.new, there + part.there
    click.echo(f"{new} releases loaded, {there} there already")


def _loaded(
    folder: Path,
    told: Manifest,
    store: str | None,
    address: Address | None,
    graph_store: str | None,
) -> Iterator[Loaded]:
    from kg.shards import loading
    from kg.store.remote import RemoteStore

    if graph_store is not None and address is None:
        raise UsageError("--graph-store is given without --endpoint", "Name the service as well.")
    if address is None and store is not None and _is_new(Path(store)):
        yield from counted(loading.into_new(folder, told, Path(store)), "shards")
        return
    with opened_store(store, address, base=told.base, create=False) as opened:
        add = None
        if isinstance(opened, RemoteStore):
            add = partial(opened.add, graph_store=graph_store)
        yield from counted(loading.into(folder, told, opened, add), "batches of releases")


def _is_new(folder: Path) -> bool:
    return not folder.exists() or not any(folder.iterdir())
