"""What RocksDB and SQLite say when they fail, in the program's own words, with what to do about it."""

from __future__ import annotations

import sqlite3
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import StoreError, StoreLockedError


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn the failures of engine and index into a StoreError about the store `where`.

    RocksDB closes with the last who knows it, and whoever keeps an error (a notebook keeps its last)
    keeps what the calls that failed knew: so they are made to forget it.
    """
    try:
        yield
    except BaseException as error:
        traceback.clear_frames(error.__traceback__)
        if isinstance(error, OSError | RuntimeError | sqlite3.Error):
            raise explain(where, error) from error
        raise


def explain(where: str, error: OSError | RuntimeError | sqlite3.Error) -> StoreError:
    """Tell failures apart by their text: RocksDB has no codes."""
    text = str(error)
    if "lock" in text.casefold():
        return StoreLockedError(
            f"another process writes to the store in {where}", "Wait until it ends, or stop it."
        )
    if "Corruption" in text:
        remedy = "Restore the folder from a backup, or build it again."
        return StoreError(f"the store in {where} is damaged: {text}", remedy)
    if "read-write" in text:
        return StoreError(f"the store in {where} is open for reading only", "Open it to write.")
    reason = getattr(error, "strerror", None) or text
    remedy = "Check the folder's rights and the free space, or give another folder."
    return StoreError(f"the store in {where} cannot be used: {reason}", remedy)
