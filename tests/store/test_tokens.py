"""What stands in a query itself, past its strings, comments and IRIs."""

from __future__ import annotations

import pytest

from kg.store.tokens import declared_prefixes, form, keywords, prefixes, variables

QUERY = """\
# ASK
PREFIX ask: <urn:b:#> prefix : <urn:c> SELECT ?x # SERVICE c:d
{ ?x ask:b 'SERVICE e:f ?y' ; g:service $z ; :h \"\"\" " i:j \"\"\" }
"""


def test_reads_words() -> None:
    assert keywords(QUERY) == {"PREFIX", "SELECT"}


def test_reads_names() -> None:
    assert prefixes(QUERY) == {"ask", "g", ""}
    assert declared_prefixes(QUERY) == {"ask", ""}
    assert variables(QUERY) == {"x", "z"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (QUERY, "SELECT"),
        ("BASE <urn:select> ask{}", "ASK"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT"),
        ("DESCRIBE <urn:a>", "DESCRIBE"),
        ("DELETE WHERE { SELECT * { } }", None),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", None),
        ("# SELECT", None),
        ("", None),
    ],
)
def test_tells_the_form(query: str, expected: str | None) -> None:
    assert form(query) == expected
