"""Parameters: typed, told where they do not fit, and never a way into the query."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kg.errors import AmbiguousNameError, UnknownNameError, UsageError
from kg.queries import bind, from_text, get, resolve, run
from kg.store.base import Rows, View
from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE, SKG, XSD
from tests.queries.world import iri

ALL = """\
#+ params:
#+   - name: day
#+     type: date
#+   - name: last
#+     type: date
#+     edge: end
#+   - name: number
#+     type: number
#+     default: 7
#+   - name: words
#+     type: text
#+   - name: kind
#+     type: choice
#+     choices: a, b
#+   - name: who
#+     type: entity
SELECT ?day ?last ?number ?words ?kind ?who WHERE { }
"""


def bound(view: View, **params: str) -> dict[str, NamedNode | Literal]:
    return dict(bind(from_text(ALL), params, view).bindings)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        (" 2020-02-14 ", "2020-02-14", "2020-02-14"),
    ],
)
def test_dates(world: EmbeddedStore, typed: str, first: str, last: str) -> None:
    day = NamedNode(XSD.date)
    terms = bound(world, day=typed, last=typed)
    assert terms["day"] == Literal(first, datatype=day)
    assert terms["last"] == Literal(last, datatype=day)


@pytest.mark.parametrize(
    ("typed", "kind"), [("2", XSD.integer), ("-0.5", XSD.decimal), ("+3", XSD.integer)]
)
def test_numbers(world: EmbeddedStore, typed: str, kind: str) -> None:
    assert bound(world, number=typed)["number"] == Literal(typed, datatype=NamedNode(kind))


def test_the_rest(world: EmbeddedStore) -> None:
    terms = bound(world, words=" as it is ", kind="b", who="CNES")
    assert terms == {
        "number": Literal("7", datatype=NamedNode(XSD.integer)),
        "words": Literal(" as it is "),
        "kind": Literal("b"),
        "who": iri("agency/cnes"),
    }


def test_an_empty_value_is_none(world: EmbeddedStore) -> None:
    assert bound(world, day="", number=" ", who="").keys() == {"number"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("day", "yesterday"),
        ("day", "2019-02-29"),
        ("day", "2019-13"),
        ("day", "0000"),
        ("day", "19"),
        ("day", "２０１９"),
        ("last", "2019-00"),
        ("last", "2019-14"),
        ("number", "two"),
        ("number", "1e9"),
        ("number", "1 2"),
        ("kind", "c"),
        ("words", "\udcff"),
        ("who", "<no iri>"),
    ],
)
def test_a_value_that_does_not_fit_is_told(world: EmbeddedStore, name: str, value: str) -> None:
    with pytest.raises(UsageError) as told:
        bound(world, **{name: value})
    assert told.value.remedy
    assert told.value.exit_code == 2
    assert told.value.param == name


def test_an_unknown_parameter_is_told(world: EmbeddedStore) -> None:
    for value in ("2019", ""):
        with pytest.raises(UnknownNameError, match="no parameter 'sinse'") as told:
            run("meetings", world, {"sinse": value})
        assert told.value.param == "sinse"


def test_a_missing_parameter_is_told(world: EmbeddedStore) -> None:
    with pytest.raises(UsageError, match="needs the parameter entity") as told:
        run("timeline", world)
    assert (told.value.param, told.value.remedy) == ("entity", "Add -p entity=CHEOPS")


# Names


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("CNES", "agency/cnes"),
        ("cnes", "agency/cnes"),
        ("  French space agency ", "agency/cnes"),
        ("Centre National d’Etudes Spatiales", "agency/cnes"),
        ("agence spatiale europeenne", "agency/esa"),
        ("agency/cnes", "agency/cnes"),
        (f"{DEFAULT_BASE}id/agency/cnes", "agency/cnes"),
        (f"<{DEFAULT_BASE}id/agency/cnes>", "agency/cnes"),
        ("DMITRI ROGOZINE", "person/dmitry-rogozin"),
        ("meeting/2020-02-14-cnes-roscosmos", "meeting/2020-02-14-cnes-roscosmos"),
        ("Hope", "mission/hope"),
        ("HOPE", "payload/hope"),
    ],
)
def test_resolves(view: View, typed: str, key: str) -> None:
    assert resolve(typed, view) == iri(key)


def test_resolves_releases_by_key(view: View) -> None:
    found = resolve("release/cnes/pr025-2020", view)
    assert found == NamedNode(f"{DEFAULT_BASE}release/cnes/pr025-2020")


def test_an_ambiguous_name_lists_the_candidates(view: View) -> None:
    with pytest.raises(AmbiguousNameError, match="'hope' is the name of 2 things") as told:
        resolve("hope", view)
    assert told.value.candidates == ("mission/hope", "payload/hope")
    assert told.value.exit_code == 2


def test_a_class_settles_the_name(view: View) -> None:
    assert resolve("hope", view, "Payload") == iri("payload/hope")
    assert resolve("CNES", view, "Actor") == iri("agency/cnes")


def test_an_unknown_name_suggests_the_nearest(view: View) -> None:
    with pytest.raises(UnknownNameError, match="knows no entity called 'Roscosmoss'") as told:
        resolve("Roscosmoss", view)
    assert told.value.remedy.startswith("Did you mean Roscosmos")
    with pytest.raises(UnknownNameError, match="no agency called 'Bion-M2'") as told:
        resolve("Bion-M2", view, "Agency")
    assert told.value.remedy == "Give its IRI, or another of its names."


@pytest.mark.parametrize(
    "typed",
    ["https://example.org/nothing", "agency/nothing", "a/\x00", "!?", "", "mission", "\udcff"],
)
def test_what_is_not_there_is_unknown(view: View, typed: str) -> None:
    """Terms of the vocabulary have labels too, and are no entities."""
    with pytest.raises(UnknownNameError):
        resolve(typed, view)


# Injection

ATTACKS = [
    'CNES") } } ; DROP ALL ; #',
    'x" } UNION { ?s ?p ?o } FILTER("1" = "1',
    "<https://w3id.org/spacekg/id/agency/cnes> } ; CLEAR ALL ; #",
    "https://w3id.org/spacekg/id/agency/cnes> ) } } DROP ALL #",
    "agency/cnes> ?p ?o } #",
    "\\u0022 } #",
    "'''\" \n } #",
    "?min",
    "1) ( 2",
    '2020-01-01"^^<urn:x>',
    "#+values",
    "UNDEF",
]


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("query", ["shared-programmes", "timeline", "meetings"])
def test_no_parameter_reaches_the_query(view: View, query: str, attack: str) -> None:
    for param in get(query).params:
        given_too = {"entity": "CNES"} if query == "timeline" else {}
        with pytest.raises(UsageError):
            run(query, view, given_too | {param.name: attack})


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_text_stays_a_text(view: View, attack: str) -> None:
    answer = run(from_text(ALL), view, {"words": attack})
    assert isinstance(answer, Rows)
    assert answer.values() == [(None, None, "7", attack, None, None)]


@given(st.text(), st.sampled_from(["min", "agency", "since", "until"]))
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_is_a_value_or_an_error(typed: str, name: str) -> None:
    store = EmbeddedStore.memory()
    with suppress(UsageError):
        answer = run("shared-programmes", store, {name: typed})
        assert isinstance(answer, Rows)
        assert len(answer) == 0


def test_bound_terms_go_to_the_view_apart_from_the_text(world: EmbeddedStore) -> None:
    query = get("timeline")
    made = bind(query, {"entity": "CNES"}, world)
    assert made.query.sparql == query.sparql
    assert made.bindings == {"entity": iri("agency/cnes")}
    assert SKG.Agency not in str(made.bindings)
