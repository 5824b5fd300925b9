"""Terms go into a query as terms, whatever they hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.errors import UsageError
from kg.store.bindings import with_values

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
CLAUSE = ' VALUES (?x) { ("1") } '
ONE = {"x": Literal("1")}


@given(TEXT, TEXT)
def test_any_text_stays_a_literal(text: str, other: str) -> None:
    bindings = {"x": Literal(text), "y": Literal(other, language="en")}
    answer = Store().query(with_values("SELECT ?x ?y WHERE { }", bindings))
    assert isinstance(answer, QuerySolutions)
    assert [tuple(row) for row in answer] == [(bindings["x"], bindings["y"])]


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT * WHERE { ?x ?p 1 }", "WHERE {"),
        ("SELECT * { ?x ?p 1 }", "* {"),
        ("ask{ ?x ?p 1 }", "ask{"),
        ("CONSTRUCT { ?x ?p 2 } WHERE { ?x ?p 1 }", "WHERE {"),
        ("CONSTRUCT { ?x ?p 2 } { ?x ?p 1 }", "2 } {"),
        ("construct where { ?x ?p 1 } # so", "at the end"),
        ("PREFIX a: <urn:#> SELECT * # { \n WHERE { ?x a:where '{' }", "WHERE {"),
        ("SELECT (\"{\" AS ?y) ('''{ ' { ''' AS ?z) WHERE { ?x ?p 1 }", "WHERE {"),
        ("SELECT * FROM <urn:g> WHERE { { SELECT ?x { ?x ?p 1 } } }", "WHERE {"),
    ],
)
def test_values_open_the_pattern(query: str, place: str) -> None:
    before, found, after = query.partition(place)
    bound = with_values(query, ONE)
    assert bound == before + (found or "\n") + CLAUSE + after
    Store().query(bound)


def test_a_marker_says_where() -> None:
    query = "SELECT * WHERE { ?x ?p 1\n  #+values\n { SELECT ?x { #+ values x\n ?x ?p 2 } } }"
    bound = with_values(query, ONE)
    assert bound == query.replace("#+values", CLAUSE).replace("#+ values x", CLAUSE)


def test_a_query_without_pattern_takes_no_parameter() -> None:
    with pytest.raises(UsageError, match="no group"):
        with_values("DESCRIBE ?x", ONE)


def test_no_bindings_no_change() -> None:
    assert with_values("DESCRIBE <urn:a>", {}) == "DESCRIBE <urn:a>"


def test_names_that_are_no_variables_are_refused() -> None:
    with pytest.raises(ValueError, match="variable"):
        with_values("SELECT * { }", {"x) { } #": NamedNode("urn:a")})
