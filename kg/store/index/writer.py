"""Keeps the index in step with the quads.

`announce` says which releases a change will touch, before the quads change; `record` puts down what
follows from it, after, and strikes the announcement out. What a crash left announced, `catch_up`
reads again from the quads. Cost: about 1 ms a release.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final, TypeAlias

from pyoxigraph import DefaultGraph, RdfFormat, Triple, parse

from kg.store import words
from kg.store.changes import Change
from kg.store.index import kept, rows, schema
from kg.store.index.rows import LabelRow, LinkRow, Row, Statements, ValueRow
from kg.store.ledger import day_number, hashed

# What the base (ontology and authority) is announced as: too much to read again in part.
BASE: Final = ""
_KEPT_IN_MIND: Final = 100_000

Content: TypeAlias = "tuple[Collection[Triple], Collection[Triple]]"


class Index:
    """The index of a store that is open for writing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._nodes: dict[str, int] = {}

    def announce(self, releases: Collection[str], change: Change) -> None:
        """Say that these releases are about to change, and which facts they take with them."""
        removed = () if BASE in releases else change.removed
        lost = "".join(
            f"{quad.triple} .\n"
            for quad in removed
            if isinstance(quad.graph_name, DefaultGraph) and rows.row(quad.triple)
        )
        with self._transaction() as sql:
            sql.executemany(
                "INSERT OR REPLACE INTO pending VALUES (?, ?)", ((r, lost) for r in releases)
            )

    def pending(self) -> dict[str, str]:
        """Return the releases that changed, or were about to, since the index last knew."""
        return dict(self.connection.execute("SELECT release, lost FROM pending ORDER BY release"))

    def record(self, change: Change, releases: Mapping[str, Statements | None]) -> None:
        """Put down a change of the quads, and what the releases say now (None: they are gone)."""
        facts = [
            (row, present)
            for quads, present in ((change.removed, False), (change.added, True))
            for quad in quads
            if isinstance(quad.graph_name, DefaultGraph) and (row := rows.row(quad.triple))
        ]
        self._put(facts, releases)

    def catch_up(self, states: Callable[[Triple], bool], read: Callable[[str], Content]) -> None:
        """Read again what was announced and never recorded.

        `states` tells whether the default graph holds a fact; `read` returns the facts and the
        evidence that the store holds of a release.
        """
        facts: list[tuple[Row, bool]] = []
        releases: dict[str, Statements | None] = {}
        for release, lost in self.pending().items():
            stated, evidence = read(release)
            gone = (q.triple for q in parse(lost, RdfFormat.N_TRIPLES))
            triples = {*stated, *gone}
            facts += [(row, states(t)) for t in triples if (row := rows.row(t))]
            releases[release] = rows.statements(release, stated, evidence) if stated else None
        self._put(facts, releases)

    def fill(self, facts: Iterable[Triple], releases: Iterable[tuple[str, Statements]]) -> None:
        """Put all of a store into the empty index, in one transaction."""
        with self._transaction() as sql:
            self._mirror(sql, ((row, True) for t in facts if (row := rows.row(t))))
            for release, said in releases:
                self._say(sql, release, said)
            sql.execute("INSERT OR REPLACE INTO state VALUES ('whole', 'yes')")

    def _put(
        self, facts: Iterable[tuple[Row, bool]], releases: Mapping[str, Statements | None]
    ) -> None:
        with self._transaction() as sql:
            kept.strike_out(sql)
            self._mirror(sql, facts)
            for release, said in releases.items():
                self._forget(sql, release)
                if said is not None:
                    self._say(sql, release, said)
            sql.execute("DELETE FROM pending")

    def _mirror(self, sql: sqlite3.Cursor, facts: Iterable[tuple[Row, bool]]) -> None:
        """Put rows in, or take them out."""
        for row, present in facts:
            match row:
                case LabelRow():
                    self._label(sql, row, present=present)
                case LinkRow():
                    sql.execute(_LINK[present], tuple(map(self._node, row)))
                case ValueRow(property_, subject, text):
                    where = self._node(property_), self._node(subject), text
                    sql.execute(_VALUE[present], where)

    def _label(self, sql: sqlite3.Cursor, row: LabelRow, *, present: bool) -> None:
        where = self._node(row.node), self._node(row.property), row.text, row.language
        if present:
            folded = words.words(row.text)
            sql.execute(_NEW_LABEL, (*where, len(folded)))
            if sql.rowcount:
                sql.execute(_LABEL_WORDS[True], (sql.lastrowid, " ".join(folded)))
            return
        found = sql.execute(_LABEL, where).fetchone()
        if found:
            sql.execute(_LABEL_WORDS[False], (found[0], _folded(row.text)))
            sql.execute("DELETE FROM label WHERE id = ?", found)

    def _forget(self, sql: sqlite3.Cursor, release: str) -> None:
        """Take out what a release says."""
        found = sql.execute("SELECT key FROM release WHERE iri = ?", (release,)).fetchone()
        if not found:
            return
        first = found[0] << schema.QUOTE_BITS
        span = first, first + (1 << schema.QUOTE_BITS) - 1
        quotes = sql.execute("SELECT id, text FROM quote WHERE id BETWEEN ? AND ?", span)
        gone = ((number, _folded(text)) for number, text in quotes.fetchall())
        sql.executemany(_QUOTE_WORDS[False], gone)
        sql.execute("DELETE FROM said WHERE quote BETWEEN ? AND ?", span)
        sql.execute("DELETE FROM quote WHERE id BETWEEN ? AND ?", span)
        sql.execute("DELETE FROM release WHERE key = ?", found)

    def _say(self, sql: sqlite3.Cursor, release: str, said: Statements) -> None:
        """Put in what a release says."""
        first = self._key(sql, release, said.issued) << schema.QUOTE_BITS
        numbers = {quoted.span: first + place for place, quoted in enumerate(said.quotes)}
        sql.executemany(
            "INSERT INTO quote VALUES (?, ?, ?)", ((numbers[q.span], *q) for q in said.quotes)
        )
        sql.executemany(
            _QUOTE_WORDS[True], ((numbers[q.span], _folded(q.text)) for q in said.quotes)
        )
        sql.executemany(
            "INSERT OR IGNORE INTO said VALUES (?, ?, ?, ?, ?)",
            (
                (*map(self._node, (s.role, s.object, s.subject)), numbers[s.span], s.status)
                for s in said.sayings
            ),
        )

    def _key(self, sql: sqlite3.Cursor, release: str, issued: str) -> int:
        """Return a free number for a release: its day, then some bits of its IRI's hash."""
        day, slots = day_number(issued) << schema.SLOT_BITS, 1 << schema.SLOT_BITS
        slot = hashed(release) >> (64 - schema.SLOT_BITS)
        while sql.execute("SELECT 1 FROM release WHERE key = ?", (day + slot,)).fetchone():
            slot = (slot + 1) % slots
        sql.execute("INSERT INTO release VALUES (?, ?)", (day + slot, release))
        return day + slot

    def _node(self, iri: str) -> int:
        """Return the number of an IRI, a new one where it has none."""
        found = self._nodes.get(iri)
        if found is None:
            sql = self.connection
            row = sql.execute("SELECT id FROM node WHERE iri = ?", (iri,)).fetchone()
            found = (
                row[0]
                if row
                else sql.execute("INSERT INTO node (iri) VALUES (?)", (iri,)).lastrowid
            )
            assert found is not None
            if len(self._nodes) > _KEPT_IN_MIND:
                self._nodes.clear()
            self._nodes[iri] = found
        return found

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Cursor]:
        """Make what is done within it one change: all of it or nothing."""
        sql = self.connection.cursor()
        sql.execute("BEGIN IMMEDIATE")
        try:
            yield sql
            sql.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                sql.execute("ROLLBACK")
            # Some numbers in mind may be of this transaction.
            self._nodes.clear()
            raise


_LABEL: Final = "SELECT id FROM label WHERE node = ? AND property = ? AND text = ? AND language = ?"
_NEW_LABEL: Final = (
    "INSERT OR IGNORE INTO label (node, property, text, language, size) VALUES (?, ?, ?, ?, ?)"
)
# How rows are put in (True) and taken out (False).
_LABEL_WORDS: Final = {
    True: "INSERT INTO label_words (rowid, words) VALUES (?, ?)",
    False: "INSERT INTO label_words (label_words, rowid, words) VALUES ('delete', ?, ?)",
}
_QUOTE_WORDS: Final = {
    True: "INSERT INTO quote_words (rowid, words) VALUES (?, ?)",
    False: "INSERT INTO quote_words (quote_words, rowid, words) VALUES ('delete', ?, ?)",
}
_LINK: Final = {
    True: "INSERT OR IGNORE INTO link VALUES (?, ?, ?)",
    False: "DELETE FROM link WHERE property = ? AND object = ? AND subject = ?",
}
_VALUE: Final = {
    True: "INSERT OR IGNORE INTO value VALUES (?, ?, ?)",
    False: "DELETE FROM value WHERE property = ? AND subject = ? AND text = ?",
}


def _folded(text: str) -> str:
    """Return the words that a text is found by."""
    return " ".join(words.words(text))
