from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.store.base import View
from kg.store.embedded import EmbeddedStore
from kg.store.remote import RemoteView
from tests.queries.engines import RdflibView
from tests.queries.wide import settle_wide
from tests.queries.world import settle
from tests.servers import oxigraph_server, virtuoso_server

ENGINES = ("memory", "disk", "oxigraph", "virtuoso", "rdflib")


@pytest.fixture(scope="session")
def world() -> Iterator[EmbeddedStore]:
    """Return a store of the whole world; nobody writes to it."""
    with EmbeddedStore.memory() as store:
        settle(store)
        yield store


@pytest.fixture(scope="session")
def wide() -> Iterator[EmbeddedStore]:
    """Return a store of the second world; nobody writes to it."""
    with EmbeddedStore.memory() as store:
        settle_wide(store)
        yield store


@pytest.fixture(scope="session", params=ENGINES)
def view(
    request: pytest.FixtureRequest, world: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[View]:
    """Show the world through each engine."""
    with shown(request.param, world, tmp_path_factory.mktemp("world")) as other:
        yield other


@pytest.fixture(scope="session", params=ENGINES)
def wide_view(
    request: pytest.FixtureRequest, wide: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[View]:
    """Show the second world through each engine."""
    with shown(request.param, wide, tmp_path_factory.mktemp("wide")) as other:
        yield other


@contextmanager
def shown(engine: str, store: EmbeddedStore, folder: Path) -> Iterator[View]:
    """Show what a memory store holds through another engine."""
    match engine:
        case "memory":
            yield store
        case "disk":
            with EmbeddedStore.open(folder, create=True) as disk:
                disk.engine.extend(store.quads())
            with EmbeddedStore.open(folder, read_only=True) as disk:
                yield disk
        case "rdflib":
            with RdflibView(store.quads()) as other:
                yield other
        case _:
            with oxigraph_server() if engine == "oxigraph" else virtuoso_server() as server:
                server.load(store.quads())
                yield RemoteView(server.query)
