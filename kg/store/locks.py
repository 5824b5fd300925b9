"""Who may change a store, and when readers may open it.

Two files of the store's folder are locked by the operating system, which lets go when a process
ends, however it ends. `writer.lock` is held for as long as a store is open for writing, and says who
holds it. `change.lock` is held while the quads and the index change, one after the other; readers share
it while they open both, so that what they see of the two is of one moment.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import sys
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final

from kg.errors import StoreLockedError

WRITER: Final = "writer.lock"
CHANGE: Final = "change.lock"
FILES: Final = (WRITER, CHANGE)
_LONGEST: Final = 1 << 16
_PATIENCE: Final = 10.0
_PAUSE: Final = 0.002


class WriterLock:
    """The right to write to the store in a folder; StoreLockedError where another has it."""

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / WRITER, os.O_RDWR | os.O_CREAT, 0o666)
        # Whoever forgets to close a store lets go of it all the same.
        self._close = weakref.finalize(self, os.close, self._file)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            told = _holder(os.read(self._file, _LONGEST))
            self._close()
            raise StoreLockedError(
                f"another process writes to the store in {folder}: {told}",
                "Wait until it ends, or stop it; readers need not wait.",
            ) from error
        os.truncate(self._file, 0)
        os.write(self._file, json.dumps(_ourselves()).encode())

    def release(self) -> None:
        """Let others write."""
        os.truncate(self._file, 0)
        self._close()


def is_written(folder: Path) -> bool:
    """Tell whether a process has the store open for writing."""
    try:
        file = (folder / WRITER).open()
    except OSError:
        return False
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


@contextmanager
def changing(folder: Path) -> Iterator[None]:
    """Keep readers from opening the store while it changes."""
    with (folder / CHANGE).open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def still(folder: Path) -> Iterator[bool]:
    """Keep the store from changing while it is opened; tell whether that could be had in time."""
    try:
        file = (folder / CHANGE).open()
    except OSError:
        # A store that nobody has written to since locks came, or that may not be read.
        yield False
        return
    with file:
        yield _shared(file)


def _shared(file: IO[str]) -> bool:
    """Wait for a shared lock, no longer than a writer that is alive takes for one change."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                return False
            time.sleep(_PAUSE)
        else:
            return True


def _ourselves() -> dict[str, str | int]:
    return {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
        "command": " ".join([Path(sys.argv[0]).name, *sys.argv[1:]]),
    }


def _holder(said: bytes) -> str:
    """Say who holds the lock, as the holder wrote it down."""
    try:
        who = json.loads(said)
        process = f"process {who['pid']} on {who['host']}, since {who['since']}"
        return f"{process} ({who['command']})"
    except (ValueError, KeyError, TypeError):
        return "it has not said who it is"
