"""The tables (`.sst` files) of a database held open for a reader, for as long as it reads.

RocksDB opens sixteen tables with a database and each other one when it first needs it. A writer that
tidies up meanwhile takes away tables that a reader still needs; but a file that is open stays until
it is closed. So a reader opens all, and shows RocksDB a folder of links to what it holds. Cost: one
more open file for each table. The folder of a reader that was killed goes with the next one's opening.
"""

from __future__ import annotations

import fcntl
import os
import resource
import shutil
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

_PREFIX: Final = "spacekg-tables-"
_TABLE: Final = ".sst"
_OPEN: Final = Path("/proc/self/fd")
# What RocksDB itself leaves to others, and the rest of this process.
_OTHERS: Final = 128


class Tables:
    """What a reader holds of the database in `quads`; RocksDB opens `folder`."""

    def __init__(self, quads: Path) -> None:
        _sweep()
        self.folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._files = [os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)]
        # Whoever forgets to close a store lets go of them all the same.
        self.close = weakref.finalize(self, _let_go, self.folder, self._files, os.getpid())
        try:
            fcntl.flock(self._files[0], fcntl.LOCK_EX | fcntl.LOCK_NB)
            for file in sorted(quads.resolve().iterdir()):
                (self.folder / file.name).symlink_to(self._held(file))
        except BaseException:
            self.close()
            raise

    @classmethod
    def held(cls, quads: Path) -> Self | None:
        """Hold the tables, where this system can and there is room for twice as many open files."""
        most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        count = sum(file.suffix == _TABLE for file in quads.iterdir())
        room = most == resource.RLIM_INFINITY or 2 * count + _OTHERS <= most
        return cls(quads) if room and _OPEN.is_dir() else None

    def _held(self, file: Path) -> Path:
        """Return where a file of the database is found from now on; only tables never grow."""
        if file.suffix != _TABLE:
            return file
        self._files.append(os.open(file, os.O_RDONLY))
        return _OPEN / str(self._files[-1])


def _let_go(folder: Path, files: list[int], process: int) -> None:
    """Take the links away before what they lead to: a number may stand for another file soon."""
    if os.getpid() == process:
        shutil.rmtree(folder, ignore_errors=True)
    for file in files:
        os.close(file)


def _sweep() -> None:
    """Take away the folders that nobody holds."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                if os.fstat(file).st_uid == os.getuid():
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(file)
