"""What was worked out of the index and is kept in it, as text under a name, until the next change.

It goes in the transaction that records the change, so that it cannot be older than what it was
worked out of. `digest` is that of the code that did it: what other code kept is not found.
"""

from __future__ import annotations

import sqlite3


def find(connection: sqlite3.Connection, name: str, digest: str) -> str | None:
    """Return what is kept under this name by this code, None where nothing is."""
    wanted = "SELECT content FROM kept WHERE name = ? AND digest = ?"
    row = connection.execute(wanted, (name, digest)).fetchone()
    return str(row[0]) if row else None


def put(connection: sqlite3.Connection, name: str, digest: str, content: str) -> None:
    """Keep something, in place of what was kept under the name."""
    connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", (name, digest, content))


def strike_out(sql: sqlite3.Cursor) -> None:
    """Forget all: the rows change."""
    sql.execute("DELETE FROM kept")
