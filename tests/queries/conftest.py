from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store.base import View
from kg.store.embedded import EmbeddedStore
from kg.store.remote import RemoteView
from tests.queries.engines import RdflibView
from tests.queries.world import settle
from tests.servers import oxigraph_server


@pytest.fixture(scope="session")
def world() -> Iterator[EmbeddedStore]:
    """Return a store of the whole world; nobody writes to it."""
    with EmbeddedStore.memory() as store:
        settle(store)
        yield store


@pytest.fixture(scope="session", params=["memory", "disk", "server", "rdflib"])
def view(
    request: pytest.FixtureRequest,
    world: EmbeddedStore,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[View]:
    """Show the world through each engine."""
    match request.param:
        case "memory":
            yield world
        case "disk":
            yield from _on_disk(tmp_path_factory.mktemp("world"))
        case "server":
            with oxigraph_server() as engine:
                engine.load(world.quads())
                yield RemoteView(engine.query)
        case _:
            with RdflibView(world.quads()) as other:
                yield other


def _on_disk(folder: Path) -> Iterator[View]:
    with EmbeddedStore.open(folder, create=True) as store:
        settle(store)
    with EmbeddedStore.open(folder, read_only=True) as store:
        yield store
