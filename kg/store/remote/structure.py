"""Where a query's parts stand: its outer words and groups, its FROM clauses, its GRAPH patterns.

No parser: the braces and words of `kg.store.tokens`, which know strings, comments and IRIs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.store.tokens import TOKEN, form


def outer_words(sparql: str) -> list[re.Match[str]]:
    """Return the words of the query that stand outside all braces."""
    depth, outer = 0, []
    for token in TOKEN.finditer(sparql):
        if token.lastgroup == "brace":
            depth += 1 if token[0] == "{" else -1
        elif token.lastgroup == "word" and depth == 0:
            outer.append(token)
    return outer


def start(sparql: str) -> int:
    """Return where the query's form (SELECT, ...) stands, after PREFIX and BASE."""
    kind = form(sparql)
    return next(token.start() for token in outer_words(sparql) if token[0].upper() == kind)


def pattern(sparql: str) -> slice | None:
    """Return where the query's WHERE group stands, braces included; None for a bare DESCRIBE."""
    groups = _groups(sparql)
    # The first group of CONSTRUCT { ... } is its template.
    place = 1 if has_template(sparql) else 0
    return groups[place] if place < len(groups) else None


def has_template(sparql: str) -> bool:
    """Tell whether the query is a CONSTRUCT with a template of its own."""
    rest = sparql[start(sparql) :]
    return bool(re.match(r"CONSTRUCT\s*(#[^\n]*\s+)*\{", rest, re.IGNORECASE))


def from_clauses(sparql: str) -> list[slice]:
    """Return where the FROM and FROM NAMED clauses of the query stand."""
    tokens = [t for t in TOKEN.finditer(sparql) if t.lastgroup != "comment"]
    found = []
    for place, token in enumerate(tokens):
        if token.lastgroup == "word" and token[0].upper() == "FROM":
            named = tokens[place + 1][0].upper() == "NAMED"
            found.append(slice(token.start(), tokens[place + 1 + named].end()))
    return found


def variable_graphs(sparql: str) -> list[tuple[int, str]]:
    """Return the place after each `GRAPH ?g {`, with the variable."""
    tokens = [t for t in TOKEN.finditer(sparql) if t.lastgroup != "comment"]
    return [
        (brace.end(), name[0])
        for word, name, brace in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if word.lastgroup == "word"
        and word[0].upper() == "GRAPH"
        and name.lastgroup == "name"
        and name[0][0] in "?$"
        and brace[0] == "{"
    ]


def inserted(sparql: str, pieces: Iterable[tuple[int, str]]) -> str:
    """Return the query with each text put in at its place."""
    parts, end = [], 0
    for place, text in sorted(pieces):
        parts += [sparql[end:place], text]
        end = place
    return "".join([*parts, sparql[end:]])


def _groups(sparql: str) -> list[slice]:
    """Return where the query's outer groups stand."""
    depth, opened, groups = 0, 0, []
    for token in TOKEN.finditer(sparql):
        if token.lastgroup == "brace":
            opened = token.start() if depth == 0 else opened
            depth += 1 if token[0] == "{" else -1
            if depth == 0:
                groups.append(slice(opened, token.end()))
    return groups
