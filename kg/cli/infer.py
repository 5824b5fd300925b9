"""`spacekg infer`: put what follows from the facts into a graph of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.opening import opened_store
from kg.cli.options import endpoint_options, store_option

if TYPE_CHECKING:
    from kg.store.remote import Address


@click.command(short_help="Put what follows from the facts into a graph of its own.")
@store_option
@endpoint_options
@click.option("--off", is_flag=True, help="Take that graph out, and infer nothing any more.")
def command(store: str | None, address: Address | None, *, off: bool) -> None:
    """Infer what follows by the ontology: higher classes and properties, inverses, what is symmetric
    or transitive. It goes into a graph of its own, graph/inferred, which from then on is kept true
    as releases come, change and go. What releases say stays as it is.

    \b
    Examples:
      spacekg infer --store mygraph
      spacekg query mine.rq --inferred --store mygraph
    """
    with opened_store(store, address, base=None, create=False) as held:
        done = held.infer(on=not off)
        what = "taken out" if off else "inferred"
        click.echo(f"{what}: {done.added} facts more, {done.removed} less in {held.where}")
