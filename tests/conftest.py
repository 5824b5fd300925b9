"""Fixtures that all rooms may use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.knowledge.packaged import fill
from kg.store.embedded import EmbeddedStore
from tests.browser import Chromium, chromium
from tests.servers import Engine, oxigraph_server, rdflib_server, virtuoso_server
from tests.stores import Prepared

LONGEST = ("tests/packaging/test_installed.py", "tests/spark/")
"""What takes minutes by itself: begun last, it would keep one process busy while the others are idle."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the longest files come first; the order of all others stays."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the folder of the checkout that these tests lie in."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared material; where it is absent, skip the test."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def packaged() -> Iterator[EmbeddedStore]:
    """Return the packaged releases as a store in memory, to be read only."""
    with EmbeddedStore.memory() as store:
        fill(store)
        yield store


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Return a store without releases that a test may copy, and build into."""
    return Prepared(tmp_path_factory.mktemp("prepared") / "store")


@pytest.fixture(scope="session")
def oxigraph() -> Iterator[Engine]:
    """Return an Oxigraph server that the whole run shares: a test loads what it asks for."""
    with oxigraph_server() as engine:
        yield engine


@pytest.fixture(scope="session")
def rdflib_memory() -> Iterator[Engine]:
    """Return rdflib behind HTTP: a test loads what it asks for."""
    with rdflib_server() as engine:
        yield engine


@pytest.fixture(scope="session")
def virtuoso() -> Iterator[Engine]:
    """Return a Virtuoso that the whole run shares, with small limits; skip where there is none."""
    with virtuoso_server() as engine:
        yield engine


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    """Return a browser that the tests of one file share; skip where there is none.

    Not the whole run: as long as playwright is there, no other test can run an event loop.
    """
    with chromium() as running:
        yield running


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    for name in ("BASE", "STORE", "USER", "PASSWORD", "TOKEN"):
        monkeypatch.delenv(f"SPACEKG_{name}", raising=False)
    monkeypatch.setenv("NETRC", os.devnull)
