"""What tells the state of a store on disk from its other states, without opening it."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeAlias

from kg.store import locks
from kg.store.folder import QUADS

Moment: TypeAlias = frozenset[tuple[str, int, int, int]]

# RocksDB's own records of what it did: they change where no quad does.
_RECORDS: Final = ("LOG", "LOCK")


def moment(folder: Path) -> Moment | None:
    """Return the names, sizes, times and numbers of the files that hold the quads.

    None while a writer has the store open, or where there is no store to be seen: no moment to open it.
    """
    if locks.is_written(folder):
        return None
    try:
        files = [
            (file.name, file.stat())
            for file in (folder / QUADS).iterdir()
            if not file.name.startswith(_RECORDS)
        ]
    except OSError:
        # The store is being moved, or its writer tidies up: a moment later it is there.
        return None
    return frozenset((name, it.st_size, it.st_mtime_ns, it.st_ino) for name, it in files)
