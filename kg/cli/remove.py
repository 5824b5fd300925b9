"""`spacekg remove`: take releases out of a store."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from kg.cli.opening import opened_store
from kg.cli.options import store_option
from kg.errors import UnknownNameError, UsageError

if TYPE_CHECKING:
    from kg.store.base import Store


@click.command(short_help="Take releases out of a store.")
@click.argument("releases", nargs=-1, required=True, metavar="RELEASE...")
@store_option
def command(releases: Sequence[str], store: str | None) -> None:
    """Take releases out of a store: what they say, and their evidence. A fact that others say stays.

    RELEASE is an IRI, or publisher/key as `spacekg build` tells it. If one of them is not in the store,
    none goes.

    \b
    Example:
      spacekg remove cnes/pr025-2020 --store mygraph
    """
    if store is None:
        raise UsageError("no store is named", "Give --store DIR, or set SPACEKG_STORE.")
    with opened_store(store, None, base=None, create=False) as held:
        for release in [_named(name, held) for name in releases]:
            admission = held.remove(release)
            click.echo(f"removed     {_short(release)}: {admission.removed} quads")


def _named(name: str, store: Store) -> str:
    """Return the IRI of the release that is called so."""
    held = {_short(release.value): release.value for release in store.releases()}
    for known, iri in held.items():
        if name in (known, iri):
            return iri
    near = get_close_matches(name, held, n=1)
    advice = f"Did you mean {near[0]}? " if near else ""
    raise UnknownNameError(
        f"the store {store.where} holds no release {name}",
        f"{advice}See what it holds with: spacekg query releases",
    )


def _short(release: str) -> str:
    return release.partition("/release/")[2] or release
