"""Bind a query's variables to RDF terms, in a way that every SPARQL 1.1 engine understands.

The terms go into the query as a VALUES clause: at each `#+values` comment, or where there is
none at the start of the WHERE group (after it in `CONSTRUCT WHERE`, which allows no other
place). They are written as N-Triples, whose terms are SPARQL's too, with all that could end a
literal or an IRI escaped: no value can leave its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from pyoxigraph import Literal, NamedNode, Variable

from kg.errors import UsageError

_TOKEN = re.compile(
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


def with_values(sparql: str, bindings: Mapping[str, NamedNode | Literal]) -> str:
    """Return the query with `bindings` as VALUES; no line of it moves."""
    if not bindings:
        return sparql
    names = sorted(bindings)
    variables = " ".join(str(Variable(name)) for name in names)
    clause = f" VALUES ({variables}) {{ ({' '.join(str(bindings[n]) for n in names)}) }} "
    pieces, end = [], 0
    for start, stop in _places(sparql):
        # A last line may be a comment, which would swallow the clause.
        pieces += [sparql[end:start], "\n" if start == len(sparql) else "", clause]
        end = stop
    return "".join([*pieces, sparql[end:]])


def keywords(sparql: str) -> frozenset[str]:
    """Return the query's bare words in capitals: SELECT, WHERE, SERVICE, ..."""
    return frozenset(t[0].upper() for t in _TOKEN.finditer(sparql) if t.lastgroup == "word")


def prefixes(sparql: str) -> frozenset[str]:
    """Return the prefixes that the query uses or declares."""
    return frozenset(name.partition(":")[0] for name in _names(sparql) if ":" in name)


def declared_prefixes(sparql: str) -> frozenset[str]:
    """Return the prefixes that the query declares."""
    tokens = list(_TOKEN.finditer(sparql))
    return frozenset(b[0].rstrip(":") for a, b in pairwise(tokens) if a[0].upper() == "PREFIX")


def variables(sparql: str) -> frozenset[str]:
    """Return the names of the query's variables."""
    return frozenset(name[1:] for name in _names(sparql) if name[0] in "?$")


def _names(sparql: str) -> list[str]:
    return [token[0] for token in _TOKEN.finditer(sparql) if token.lastgroup == "name"]


def _places(sparql: str) -> list[tuple[int, int]]:
    """Return the stretches of the query that a VALUES clause replaces."""
    tokens = list(_TOKEN.finditer(sparql))
    markers = [t.span() for t in tokens if t.lastgroup == "marker"]
    return markers or [_place_in(sparql, tokens)]


def _place_in(sparql: str, tokens: list[re.Match[str]]) -> tuple[int, int]:
    """Find the place after the brace that opens the query's pattern."""
    previous, depth = "", 0
    for token in tokens:
        if token.lastgroup not in ("word", "brace"):
            continue
        text = token[0].upper()
        if (previous, text) == ("CONSTRUCT", "WHERE"):
            return len(sparql), len(sparql)
        # The braces of a CONSTRUCT's template hold no pattern.
        if depth or (previous, text) == ("CONSTRUCT", "{"):
            depth += {"{": 1, "}": -1}.get(text, 0)
        elif text == "{":
            return token.end(), token.end()
        previous = text
    raise UsageError(
        "the query has no group to bind parameters in", "Write a WHERE { ... } into the query."
    )
