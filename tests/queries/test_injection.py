"""No value of any kind of parameter changes a query: it is a term, or it is refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.queries import BoundQuery, bind, from_text
from kg.queries.model import KINDS
from kg.store.bindings import with_values
from kg.store.embedded import EmbeddedStore
from kg.store.tokens import TOKEN

QUERY = """\
#+ params:
#+   - name: date
#+     type: date
#+   - name: number
#+     type: number
#+   - name: text
#+     type: text
#+   - name: choice
#+     type: choice
#+     choices: one, two
#+   - name: entity
#+     type: entity
SELECT ?date ?number ?text ?choice ?entity WHERE {
  #+values
  ?s ?p ?o .
}
"""
VALUES = {"date": "2020", "number": "1", "text": "a", "choice": "one", "entity": "<urn:x>"}
ATTACKS = (
    '"', "'", "\\\\", "\n", "\r\n", "{", "}", "#", "<", ">", ")", ";", "?x", "$x", "UNDEF",
    '"""', "\'\'\'", '" } # ', '"@en } UNION { ?s ?p ?o', '"^^<urn:x> ) } DROP ALL #',
    "urn:x> ) } ; CLEAR ALL ; #", "<urn:x> } DELETE WHERE { ?s ?p ?o", "http://x/> ?p ?o . #",
    "http://x/\u003e } #", "\\\\u0022 } #", "\\\\U00000022 } #", "#+values", "2020-01-01 #", "1 } #",
    "one, two", "one\" }", "agency/cnes> } #", "\u2028 }", "\x00", "BIND(1 AS ?y)",
)  # fmt: skip
FRAGMENTS = st.text() | st.lists(st.sampled_from(ATTACKS), max_size=4).map("".join)


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    """Return a store that knows one thing, so that an entity can be meant."""
    store = EmbeddedStore.memory()
    store.engine.update('INSERT DATA { <urn:x> rdfs:label "x"@en }', prefixes=PREFIXES)
    return store


PREFIXES = {"rdfs": "http://www.w3.org/2000/01/rdf-schema#"}


def shape(sparql: str) -> list[str]:
    """Return the query's tokens, each literal and IRI as one without its content."""
    kinds = {"string": '""', "iri": "<>"}
    tokens = [t for t in TOKEN.finditer(sparql) if t.lastgroup not in ("comment", "marker")]
    return [kinds.get(str(t.lastgroup), t[0]) for t in tokens]


def bound(store: EmbeddedStore, kind: str, value: str) -> BoundQuery:
    return bind(from_text(QUERY), {kind: value}, store)


def unchanged(made: BoundQuery, kind: str) -> bool:
    """Tell whether the query has the shape that a harmless value gives it."""
    harmless: dict[str, NamedNode | Literal] = {
        name: Literal("x", datatype=term.datatype)
        if isinstance(term, Literal)
        else NamedNode("urn:x")
        for name, term in made.bindings.items()
    }
    asked = with_values(QUERY, made.bindings)
    return made.bindings.keys() == {kind} and shape(asked) == shape(with_values(QUERY, harmless))


@pytest.mark.parametrize("kind", KINDS)
def test_a_good_value_of_each_kind_is_bound(store: EmbeddedStore, kind: str) -> None:
    assert unchanged(bound(store, kind, VALUES[kind]), kind)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_attack_changes_the_query(store: EmbeddedStore, kind: str, attack: str) -> None:
    for value in (attack, VALUES[kind] + attack, attack + VALUES[kind]):
        with suppress(UsageError):
            assert not value.strip() or unchanged(bound(store, kind, value), kind)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "text"])
@pytest.mark.parametrize("attack", ["{", "}", '"', "<urn:y> }", "1 } #", "#"])
def test_what_is_no_value_of_its_kind_is_refused(
    store: EmbeddedStore, kind: str, attack: str
) -> None:
    with pytest.raises(UsageError):
        bound(store, kind, attack)


@pytest.mark.parametrize("kind", KINDS)
@given(value=FRAGMENTS)
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_is_a_term_or_refused(
    store: EmbeddedStore, kind: str, value: str
) -> None:
    with suppress(UsageError):
        made = bound(store, kind, value)
        assert not made.bindings or unchanged(made, kind)


@given(value=FRAGMENTS.filter(str.strip))
@settings(max_examples=60, deadline=None)
def test_a_text_comes_back_as_it_was_typed(store: EmbeddedStore, value: str) -> None:
    with suppress(UsageError):
        query = from_text(QUERY)
        answer = store.select(query.sparql, bind(query, {"text": value}, store).bindings)
        assert {row["text"].value for row in answer if isinstance(row["text"], Literal)} == {value}
