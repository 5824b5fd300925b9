from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.store.base import View
from kg.store.embedded import EmbeddedStore
from kg.store.index import schema
from kg.store.remembered import RememberedView
from kg.store.remote import RemoteView
from tests.servers import Engine

Mirror = Callable[[EmbeddedStore], View]


@pytest.fixture(
    params=["memory", "remembered", "disk", "reopened", "oxigraph", "rdflib_memory", "virtuoso"]
)
def mirror(request: pytest.FixtureRequest, tmp_path: Path) -> Mirror:
    """Return a function that shows a memory store's content through another engine."""

    def on_disk(store: EmbeddedStore) -> EmbeddedStore:
        disk = EmbeddedStore.open(tmp_path / "store", create=True)
        disk.engine.extend(store.quads())
        disk.close()
        # The quads went past the index, which is made again where it is not there.
        (tmp_path / "store" / schema.FILE).unlink()
        return EmbeddedStore.open(tmp_path / "store")

    def reopened(store: EmbeddedStore) -> EmbeddedStore:
        on_disk(store).close()
        return EmbeddedStore.open(tmp_path / "store", read_only=True)

    def remote(store: EmbeddedStore) -> RemoteView:
        engine: Engine = request.getfixturevalue(request.param)
        engine.load(store.quads())
        return RemoteView(engine.query)

    def remembered(store: EmbeddedStore) -> RememberedView:
        return RememberedView(store)

    def memory(store: EmbeddedStore) -> EmbeddedStore:
        return store

    engines: dict[str, Mirror] = {
        "memory": memory,
        "remembered": remembered,
        "disk": on_disk,
        "reopened": reopened,
        "oxigraph": remote,
        "rdflib_memory": remote,
        "virtuoso": remote,
    }
    return engines[request.param]
