"""The tables of the index, and how its file is opened.

A quote's number holds the day of its release, a number for the release within the day, and its
place among the release's quotes, so that numbers sort from the oldest quote on, in the index of words too.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

FILE: Final = "index.sqlite"
FILES: Final = (FILE, f"{FILE}-wal", f"{FILE}-shm")
# Raise it when the tables or their meaning change: an index of another version is made again.
VERSION: Final = 4

SLOT_BITS: Final = 21
QUOTE_BITS: Final = 20

_WORDS: Final = "fts5(words, content='', tokenize='unicode61 remove_diacritics 0')"
_TABLES: Final = f"""
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE pending (release TEXT PRIMARY KEY, lost TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE kept (name TEXT PRIMARY KEY, digest TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE node (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE);
CREATE TABLE link (property INTEGER, object INTEGER, subject INTEGER,
  PRIMARY KEY (property, object, subject)) WITHOUT ROWID;
CREATE TABLE value (property INTEGER, subject INTEGER, text TEXT,
  PRIMARY KEY (property, subject, text)) WITHOUT ROWID;
CREATE TABLE label (id INTEGER PRIMARY KEY, node INTEGER, property INTEGER, text TEXT,
  language TEXT, size INTEGER, UNIQUE (node, property, text, language));
CREATE VIRTUAL TABLE label_words USING {_WORDS};
CREATE TABLE release (key INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE);
CREATE TABLE quote (id INTEGER PRIMARY KEY, span TEXT NOT NULL, text TEXT NOT NULL);
CREATE VIRTUAL TABLE quote_words USING {_WORDS};
CREATE TABLE said (role INTEGER, object INTEGER, subject INTEGER, quote INTEGER, status TEXT,
  PRIMARY KEY (role, object, subject, quote)) WITHOUT ROWID;
CREATE INDEX said_quote ON said (quote);
PRAGMA user_version = {VERSION};
"""


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open the index file; a reader's connection never writes. Errors: sqlite3.Error."""
    uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    connection = sqlite3.connect(
        uri, uri=True, isolation_level=None, check_same_thread=False, timeout=30
    )
    if not read_only:
        # A killed process loses nothing that was committed; a machine that fails may lose the
        # last changes, which `Index.sound` notices.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def make(connection: sqlite3.Connection) -> None:
    """Make the empty tables."""
    connection.executescript(f"BEGIN;\n{_TABLES}\nCOMMIT;")


def version(connection: sqlite3.Connection) -> int:
    """Return the version of the tables, 0 where there are none."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
