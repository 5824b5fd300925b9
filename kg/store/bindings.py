"""Bind a query's variables to RDF terms, in a way that every SPARQL 1.1 engine understands.

The terms go into the query as a VALUES clause: at each `#+values` comment, or where there is
none at the start of the WHERE group (after it in `CONSTRUCT WHERE`, which allows no other
place). They are written as N-Triples, whose terms are SPARQL's too, with all that could end a
literal or an IRI escaped: no value can leave its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Variable

from kg.errors import UsageError
from kg.store.tokens import TOKEN

_ESCAPE = re.compile(r"\\\\([uU])|\\.")


def with_values(sparql: str, bindings: Mapping[str, NamedNode | Literal]) -> str:
    """Return the query with `bindings` as VALUES; no line of it moves."""
    if not bindings:
        return sparql
    names = sorted(bindings)
    variables = " ".join(str(Variable(name)) for name in names)
    clause = f" VALUES ({variables}) {{ ({' '.join(written(bindings[n]) for n in names)}) }} "
    pieces, end = [], 0
    for start, stop in _places(sparql):
        # A last line may be a comment, which would swallow the clause.
        pieces += [sparql[end:start], "\n" if start == len(sparql) else "", clause]
        end = stop
    return "".join([*pieces, sparql[end:]])


def written(term: NamedNode | Literal) -> str:
    r"""Return the term as N-Triples, fit for engines that undo `\u0022` before they parse.

    They would do so within `\\u0022` too, a backslash and then letters. With the u as an escape
    of its own (the long one, after which no digit can be taken for a part) all read the same.
    """
    return _ESCAPE.sub(lambda m: rf"\\\U{ord(m[1]):08X}" if m[1] else m[0], str(term))


# To read a query takes as long as to answer a small one, and the same few are asked of one thing after the other.
@lru_cache(maxsize=64)
def _places(sparql: str) -> Sequence[tuple[int, int]]:
    """Return the stretches of the query that a VALUES clause replaces."""
    tokens = list(TOKEN.finditer(sparql))
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
