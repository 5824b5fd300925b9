"""Read a query's words, names and variables past its strings, comments and IRIs.

No parser: enough of SPARQL's lexical grammar to know what stands in the query itself.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
TOKEN: Final = re.compile(
    r"""(?P<marker>\#\+[ \t]*values\b[^\n]*)
      | (?P<comment>\#[^\n]*)
      | (?P<iri><[^<>"{}|^`\\\s]*>)
      | (?P<string>\"{3}(?:[^\\]|\\.)*?\"{3} | '{3}(?:[^\\]|\\.)*?'{3}
                 | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
      | (?P<name>[\w.-]*:[\w.:%-]* | [?$]\w+)
      | (?P<word>\w+)
      | (?P<brace>[{}])""",
    re.VERBOSE | re.DOTALL,
)


def form(sparql: str) -> str | None:
    """Return SELECT, ASK, CONSTRUCT or DESCRIBE; None where the text is no query."""
    words = (t[0].upper() for t in TOKEN.finditer(sparql) if t.lastgroup == "word")
    first = next((word for word in words if word not in ("PREFIX", "BASE")), None)
    return first if first in FORMS else None


def keywords(sparql: str) -> frozenset[str]:
    """Return the query's bare words in capitals: SELECT, WHERE, SERVICE, ..."""
    return frozenset(t[0].upper() for t in TOKEN.finditer(sparql) if t.lastgroup == "word")


def prefixes(sparql: str) -> frozenset[str]:
    """Return the prefixes that the query uses or declares."""
    return frozenset(name.partition(":")[0] for name in _names(sparql) if ":" in name)


def declared_prefixes(sparql: str) -> frozenset[str]:
    """Return the prefixes that the query declares."""
    tokens = list(TOKEN.finditer(sparql))
    return frozenset(b[0].rstrip(":") for a, b in pairwise(tokens) if a[0].upper() == "PREFIX")


def variables(sparql: str) -> frozenset[str]:
    """Return the names of the query's variables."""
    return frozenset(name[1:] for name in _names(sparql) if name[0] in "?$")


def _names(sparql: str) -> list[str]:
    return [token[0] for token in TOKEN.finditer(sparql) if token.lastgroup == "name"]
