"""Search in the index of words. Cost: the names that match, and the quotes that are shown."""

from __future__ import annotations

import sqlite3
from typing import Final

from kg.store import words
from kg.store.index.schema import QUOTE_BITS, SLOT_BITS
from kg.store.ledger import day_text
from kg.store.search import Found, Name, Passage, found
from kg.store.words import Phrase

# The best name of each thing: what is not aggregated is of the row with the least (SQLite's rule).
_NAMES: Final = """
SELECT text, language, iri, MIN(printf('%05d', size) || text || char(0) || language) AS rank
FROM label_words JOIN label ON label.id = label_words.rowid JOIN node ON node.id = label.node
WHERE label_words MATCH ? GROUP BY node ORDER BY rank, iri LIMIT ?
"""
# A quote's number says its age, so that the newest are the first that SQLite comes upon.
_QUOTES: Final = """
SELECT text, quote.id, iri, span FROM
  (SELECT rowid AS id FROM quote_words WHERE quote_words MATCH :match ORDER BY rowid DESC LIMIT :limit) AS new
JOIN quote ON quote.id = new.id JOIN release ON release.key = quote.id >> :bits
ORDER BY quote.id DESC
"""


def search(connection: sqlite3.Connection, text: str, limit: int) -> Found:
    """Return what `kg.store.search` would find."""
    wanted = words.read(text)
    match = " ".join(map(_written, wanted.phrases))
    rows = connection.execute(_NAMES, (match, limit + 1))
    names = [Name(label, language, iri) for label, language, iri, _ in rows]
    rows = connection.execute(_QUOTES, {"match": match, "limit": limit + 1, "bits": QUOTE_BITS})
    passages = [
        Passage(said, day_text(number >> (QUOTE_BITS + SLOT_BITS)), release, span)
        for said, number, release, span in rows
    ]
    return found(names, passages, limit)


def _written(phrase: Phrase) -> str:
    """Return a phrase in FTS5's syntax; folded words hold letters and digits alone."""
    star = " *" if phrase.open else ""
    return f'"{" ".join(phrase.words)}"{star}'
