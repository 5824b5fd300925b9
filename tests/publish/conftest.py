"""A small published store, and a client of the application in this process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from kg import resources
from kg.pipeline import Mapper, build
from kg.publish.server import application
from kg.store.embedded import EmbeddedStore

PUBLIC = "https://data.example.org/space/"


@pytest.fixture(scope="session")
def published() -> Iterator[EmbeddedStore]:
    """Return a store of the founding example in both languages and the French releases."""
    examples = resources.folder("examples") / "releases"
    sources = [*sorted(map(str, examples.glob("*.txt"))), str(examples / "fr")]
    with EmbeddedStore.memory() as store:
        assert {outcome.status for outcome in build(sources, store, Mapper())} == {"admitted"}
        yield store


@pytest.fixture
def client(published: EmbeddedStore) -> Iterator[TestClient]:
    """Return a client that follows no redirect by itself."""
    with TestClient(application(published, PUBLIC), follow_redirects=False) as client:
        yield client
