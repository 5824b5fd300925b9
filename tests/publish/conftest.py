"""A small published store, and a client of the application in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kg.publish.addresses import Addresses
from kg.publish.documents import Store
from kg.publish.server import application
from kg.publish.static import files, write
from kg.store.embedded import EmbeddedStore
from tests.publish.world import world

PUBLIC = "https://data.example.org/space/"


@pytest.fixture(scope="session")
def published() -> Iterator[EmbeddedStore]:
    """Return the store of `tests.publish.world`."""
    with world() as store:
        yield store


@pytest.fixture
def client(published: EmbeddedStore) -> Iterator[TestClient]:
    """Return a client that follows no redirect by itself."""
    with TestClient(application(published, PUBLIC), follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def site(published: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the static site of the small store."""
    folder = tmp_path_factory.mktemp("site")
    write(folder, files(Store(published, Addresses(published.base, PUBLIC))))
    return folder
