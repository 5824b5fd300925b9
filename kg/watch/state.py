"""What a watcher remembers, in one SQLite file: releases taken, and how each source last looked.

A release is known by a digest of its text and of what its source says of it, so that a feed which
repeats it, or a file that is moved, brings nothing new.
"""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Self

from kg.errors import StoreError
from kg.model import Release

FILE: Final = "watch.sqlite"
_VERSION: Final = 1
_TABLES: Final = f"""
CREATE TABLE release (digest TEXT PRIMARY KEY, status TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (name TEXT PRIMARY KEY, mark TEXT NOT NULL, failures INTEGER NOT NULL, due REAL NOT NULL)
  WITHOUT ROWID;
PRAGMA user_version = {_VERSION};
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """How a source was when it was last read to its end, and what went wrong since.

    `due` is the time (seconds since 1970) before which it is not tried again.
    """

    mark: str = ""
    failures: int = 0
    due: float = 0.0


def digest(release: Release) -> str:
    """Return what a release is known by: all but where it was found, and how it was read."""
    bare = replace(release, origin="", extraction="")
    return hashlib.sha256(repr(bare).encode()).hexdigest()


class State:
    """The state of a watcher, open."""

    def __init__(self, path: Path) -> None:
        """Open the file at `path`, or make it; StoreError where that cannot be done."""
        self._path = path
        try:
            self._sql = sqlite3.connect(path, isolation_level=None)
            version = self._sql.execute("PRAGMA user_version").fetchone()[0]
            if version == 0:
                self._sql.executescript(f"BEGIN;\n{_TABLES}\nCOMMIT;")
        except sqlite3.Error as error:
            raise StoreError(
                f"{path} cannot be used: {error}", "Check its rights, or name another --state file."
            ) from error
        if version not in (0, _VERSION):
            self._sql.close()
            raise StoreError(
                f"{path} has version {version}, this spacekg knows {_VERSION}",
                "Install the spacekg that wrote it, or name another --state file.",
            )

    def has(self, release: str) -> bool:
        """Tell whether the release of this digest was taken."""
        found = self._sql.execute("SELECT 1 FROM release WHERE digest = ?", (release,))
        return found.fetchone() is not None

    def take(self, release: str, status: str) -> None:
        """Remember what became of a release."""
        self._sql.execute("INSERT OR REPLACE INTO release VALUES (?, ?)", (release, status))

    def seen(self, source: str) -> Seen:
        """Return how a source was last seen."""
        query = "SELECT mark, failures, due FROM source WHERE name = ?"
        row = self._sql.execute(query, (source,)).fetchone()
        return Seen(*row) if row else Seen()

    def see(self, source: str, seen: Seen) -> None:
        """Remember how a source was seen."""
        row = (source, seen.mark, seen.failures, seen.due)
        self._sql.execute("INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?)", row)

    def close(self) -> None:
        """Let go of the file."""
        self._sql.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
