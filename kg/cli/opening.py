"""Open what a command is to change: a store on disk, or a service."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.store.base import Store
    from kg.store.remote import Address


@contextmanager
def opened_store(
    store: str | None, address: Address | None, *, base: str | None, create: bool
) -> Iterator[Store]:
    """Open the service, or the store in a folder, to be changed.

    A store that was changed is left with its network, for whoever asks first.

    `base` is that of the store; None takes the one that a folder has, else that of the program.
    """
    if address is not None:
        with _remote(address, base or click.get_current_context().find_root().params["base"]) as it:
            yield it
        return
    if store is None:
        raise UsageError(
            "no store is named",
            "Give --store DIR, set SPACEKG_STORE, or give --endpoint and --update-endpoint.",
        )
    from kg import views
    from kg.store.embedded import EmbeddedStore

    with EmbeddedStore.open(Path(store), create=create, base=base) as held:
        yield held
        views.keep(held)


def _remote(address: Address, base: str) -> Store:
    from kg.store.remote import RemoteStore

    if address.update is None:
        raise UsageError(
            f"{address.query} is open for reading only", "Give its --update-endpoint as well."
        )
    opened = RemoteStore.open(address.endpoint(), base=base)
    for name in opened.repaired:
        click.echo(
            f"spacekg: a change of {name} was interrupted; it was taken out, build it again",
            err=True,
        )
    return opened
