"""A store on disk of some packaged releases, built once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg import resources
from kg.knowledge import KnowledgeGraph
from kg.pipeline import Mapper, build
from kg.store.embedded import EmbeddedStore
from tests.stores import Prepared


@pytest.fixture(scope="session")
def folder(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a store of the founding example, in both languages, and a few more."""
    examples = resources.folder("examples") / "releases"
    folder = prepared.at(tmp_path_factory.mktemp("graph") / "store")
    sources = [*sorted(map(str, examples.glob("*.txt"))), str(examples / "fr")]
    with EmbeddedStore.open(folder) as store:
        assert {outcome.status for outcome in build(sources, store, Mapper())} == {"admitted"}
    return folder


@pytest.fixture
def graph(folder: Path) -> Iterator[KnowledgeGraph]:
    """Return that store as an analyst opens it."""
    with kg.open(folder) as opened:
        yield opened
