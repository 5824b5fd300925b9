"""Who answers queries: a pool of processes for a store here, a relay for an engine elsewhere."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import BinaryIO, Protocol

from kg.publish.sparql.answering import Job, Told
from kg.publish.sparql.limits import Limits
from kg.publish.sparql.pool import Pool
from kg.publish.sparql.relay import Relay
from kg.store.base import View
from kg.store.embedded import EmbeddedStore


class Answerer(Protocol):
    """Answers jobs within its limits."""

    @property
    def limits(self) -> Limits:
        """Return what a query may take."""
        ...

    async def answer(self, job: Job) -> tuple[Told, BinaryIO]:
        """Return what there is to say of the answer, and a file with it, open at its start.

        RequestRefusedError tells what is wrong with the job, or that it took too much. A task that is
        cancelled while it waits takes its query with it.
        """
        ...

    def renew(self) -> None:
        """Answer from the store as it stands now."""
        ...

    async def close(self) -> None:
        """End all that was begun."""
        ...


def answerer(view: View, limits: Limits) -> Answerer:
    """Return who answers for a view; a store in memory is written to a folder that passes."""
    if not isinstance(view, EmbeddedStore):
        return Relay(view, limits)
    if view.path is not None:
        return Pool(lambda: view.path or Path(), limits)
    return _Copied(view, limits)


class _Copied(Pool):
    """A pool over a copy of a store in memory, which no other process can open."""

    def __init__(self, store: EmbeddedStore, limits: Limits) -> None:
        super().__init__(self._folder, limits)
        self._store = store
        self._place: tempfile.TemporaryDirectory[str] | None = None

    def renew(self) -> None:
        """Make another copy when the next query comes."""
        super().renew()
        self._drop()

    async def close(self) -> None:
        """End the workers, and take the copy away."""
        await super().close()
        self._drop()

    def _folder(self) -> Path:
        if self._place is None:
            self._place = tempfile.TemporaryDirectory(prefix="spacekg-")
            path = Path(self._place.name) / "store"
            with EmbeddedStore.open(path, create=True, base=self._store.base) as copy:
                copy.engine.extend(self._store.quads())
        return Path(self._place.name) / "store"

    def _drop(self) -> None:
        if self._place is not None:
            self._place.cleanup()
            self._place = None
