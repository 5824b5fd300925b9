"""Stores: Oxigraph on disk or in memory, and any SPARQL 1.1 endpoint, behind one interface."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.vocab import DEFAULT_BASE, INFERRED

if TYPE_CHECKING:
    from kg.store.base import View


def open_store(
    where: str | Path,
    *,
    create: bool = False,
    read_only: bool = False,
    base: str | None = None,
    auth: str | None = None,
    inferred: bool = False,
) -> View:
    """Open the store in a folder, or the endpoint at an http(s) URL (always read-only).

    `inferred` lets a store be asked of what follows as well as of what is stated.

    `auth` is basic, digest or bearer: how an endpoint is told who asks, with the credentials of the
    environment or netrc.
    """
    text = str(where)
    if text.startswith(("http://", "https://")):
        from kg.store.remote import Address, RemoteView

        if inferred:
            raise UsageError(
                f"{text} cannot be asked of inferred facts as if they were stated",
                f"Ask for them by GRAPH <{base or DEFAULT_BASE}{INFERRED}>, or ask a store on disk.",
            )
        return RemoteView(Address(text, auth=auth).endpoint(), base=base or DEFAULT_BASE)
    from kg.store.embedded import EmbeddedStore

    store = EmbeddedStore.open(Path(where), create=create, read_only=read_only, base=base)
    return store.with_inferred() if inferred else store
