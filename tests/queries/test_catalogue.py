"""The shipped queries are whole: headers, titles in two languages, standard SPARQL."""

from __future__ import annotations

import re

import pytest
from rdflib.plugins.sparql import prepareQuery

from kg.errors import UnknownNameError
from kg.queries import NamedQuery, catalogue, get
from kg.store.tokens import declared_prefixes, keywords, prefixes

QUERIES = pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)


def test_the_catalogue_is_sorted_and_whole() -> None:
    names = [query.name for query in catalogue()]
    assert names == sorted(names)
    assert len(names) >= 26
    assert all(get(name).name == name for name in names)


@QUERIES
def test_headers_say_everything(query: NamedQuery) -> None:
    assert query.summary
    assert query.title
    assert query.title_fr
    assert query.group != "own"
    assert query.silence.startswith("No row means")
    assert query.description
    assert query.columns
    assert all(param.help and (param.example or param.default) for param in query.params)
    assert all(column.help for column in query.columns)


@QUERIES
def test_the_file_stands_alone(query: NamedQuery) -> None:
    """It runs as it is on any engine: prefixes declared, SPARQL 1.1 by another parser too."""
    assert prefixes(query.sparql) <= declared_prefixes(query.sparql)
    assert query.sparql.startswith("#+ summary:")
    prepareQuery(query.sparql)


@QUERIES
def test_answers_are_ordered(query: NamedQuery) -> None:
    assert {"ORDER", "BY"} <= keywords(query.sparql)


@QUERIES
def test_concatenates_strings_only(query: NamedQuery) -> None:
    """Oxigraph leaves GROUP_CONCAT of an IRI unbound: only names, statuses and texts go in."""
    inside = re.findall(r"GROUP_CONCAT\((?:DISTINCT )?(.+?);", query.sparql, re.DOTALL)
    texts = re.compile(r"name|state|was|role|partner|agency|thing|STR[(]")
    assert all(texts.search(expression) for expression in inside)


@QUERIES
def test_groups_by_no_text_that_was_joined(query: NamedQuery) -> None:
    """Virtuoso keeps such texts apart now and then, by the plan that it chose: a row comes twice."""
    joined = re.findall(r"GROUP_CONCAT\([^#]+?\) AS (\?\w+)\)", query.sparql)
    keys = " ".join(re.findall(r"GROUP BY (.+)", query.sparql)).split()
    assert not set(joined) & set(keys)


@QUERIES
def test_uses_no_word_beyond_the_standard(query: NamedQuery) -> None:
    extras = {"DEFINE", "LET", "SERVICE", "LATERAL", "NOW", "RAND", "UUID", "STRUUID", "BNODE"}
    assert not keywords(query.sparql) & extras


def test_an_unknown_query_suggests_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="shared-programs") as told:
        get("shared-programs")
    assert "shared-programmes" in told.value.remedy
    with pytest.raises(UnknownNameError) as told:
        get("qqqqqqq")
    assert told.value.remedy == "See them all with: spacekg queries"
    assert told.value.exit_code == 2


def test_an_unknown_parameter_suggests_the_nearest() -> None:
    query = get("meetings")
    assert query.param("since").kind == "date"
    with pytest.raises(UnknownNameError) as told:
        query.param("sinse")
    assert told.value.remedy == "Did you mean since? It has: participant, other, since, until."
