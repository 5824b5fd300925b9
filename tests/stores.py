"""Stores to begin with, for tests in which it does not matter how the base comes into a store."""

from __future__ import annotations

import shutil
from pathlib import Path

from kg.pipeline import Mapper, prepare
from kg.store.embedded import EmbeddedStore


class Prepared:
    """A store that holds the ontology and the authority, and no release yet.

    It takes seconds to make, and much less to copy.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with EmbeddedStore.open(path, create=True) as store:
            prepare(store, Mapper())

    def at(self, path: Path) -> Path:
        """Put a copy into a folder that is not there yet; return the folder."""
        return Path(shutil.copytree(self._path, path))
