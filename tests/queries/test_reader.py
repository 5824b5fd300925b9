"""Query files: headers in a strict small syntax, errors with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QuerySyntaxError, UnknownNameError, UnreadableError
from kg.queries import from_file, from_text, run
from kg.queries.model import Column, Param
from kg.store.base import Rows
from kg.store.embedded import EmbeddedStore

WHOLE = """\
#+ summary: What is near
#+ title_fr: Ce qui est proche
#+ description: |
#+   First line.
#+
#+   Second: line.
#+ params:
#+   - name: kind
#+     type: choice
#+     choices: mission, payload
#+     default: mission
#+     help: Which: this or that
#+   - name: until
#+     type: date
#+     edge: end
#+     required: yes
#+   - name: of
#+     type: entity
#+     of: Agency
#+ columns:
#+   - name: x
#+     help: The thing
#+   - name: names
#+     type: list
SELECT ?x ?names WHERE { VALUES ?x { 1 } FILTER(BOUND(?kind) || BOUND(?until) || BOUND(?of)) }
"""


def test_reads_a_whole_header() -> None:
    query = from_text(WHOLE, "near")
    assert (query.name, query.sparql) == ("near", WHOLE)
    assert (query.summary, query.title_fr) == ("What is near", "Ce qui est proche")
    assert query.description == "First line.\n\nSecond: line."
    assert query.params == (
        Param(
            "kind", "choice", "Which: this or that", default="mission",
            choices=("mission", "payload"),
        ),
        Param("until", "date", "", required=True, edge="end"),
        Param("of", "entity", "", of="Agency"),
    )  # fmt: skip
    assert query.columns == (Column("x", "The thing"), Column("names", "", "list"))


def test_a_header_may_be_missing() -> None:
    query = from_text("# a comment\nASK {}", "mine")
    assert (query.name, query.summary, query.params, query.columns) == ("mine", "", (), ())
    with pytest.raises(UnknownNameError) as told:
        query.param("x")
    assert told.value.remedy == "It has none."


@pytest.mark.parametrize(
    ("header", "line", "reason"),
    [
        ("#+ sumary: x", 1, "unknown key 'sumary'"),
        ("#+ summary: x\n#+ summary: y", 2, "said twice"),
        ("#+ summary x", 1, "expected 'key: value'"),
        ("#+   - name: x", 1, "expected 'key: value'"),
        ("#+ summary: x\n#+   more", 2, "one line"),
        ("#+ params: min", 1, "takes a list"),
        ("#+ params:\n#+   name: x", 2, "expected '- name"),
        ("#+ params:\n#+   - x", 2, "expected '- name"),
        ("#+ params:\n#+   - name: x\n#+     kind: date", 3, "none of: name, type"),
        ("#+ params:\n#+   - name: x\n#+     name: y", 3, "said twice"),
        ("#+ params:\n#+   - name: x", 2, "needs a type"),
        ("#+ params:\n#+   - name: x\n#+     type: day", 2, "type 'day' is none of"),
        ("#+ params:\n#+   - name: x\n#+     type: choice", 2, "has choices"),
        ("#+ params:\n#+   - name: x\n#+     type: text\n#+     choices: a", 2, "has choices"),
        ("#+ params:\n#+   - name: x\n#+     type: text\n#+     required: maybe", 2, "required"),
        ("#+ params:\n#+   - name: x\n#+     type: date\n#+     edge: top", 2, "edge"),
        ("#+ params:\n#+   - name: x\n#+     type: entity\n#+     of: Moon", 2, "no class"),
        ("#+ params:\n#+   - name: x y\n#+     type: text", 1, "no name"),
        ("#+ params:\n#+   - type: text", 1, "no name"),
        ("#+ columns:\n#+   - name: x\n#+   - name: x", 1, "twice"),
        ("#+ columns:\n#+   - name: x\n#+     type: set", 2, "type 'set' is none of"),
    ],
)
def test_a_wrong_header_is_told_with_its_line(header: str, line: int, reason: str) -> None:
    with pytest.raises(QuerySyntaxError, match=reason) as told:
        from_text(f"{header}\nSELECT ?x WHERE {{ }}", "mine.rq")
    assert told.value.message.startswith(f"mine.rq:{line}: ")
    assert told.value.exit_code == 3


def test_a_parameter_must_be_used() -> None:
    header = "#+ params:\n#+   - name: y\n#+     type: text\n"
    with pytest.raises(QuerySyntaxError, match="does not use its parameter y"):
        from_text(f"{header}SELECT ?x WHERE {{ ?x ?p 'about ?y' }}")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SELECT ?s WHERE { ?s ?p }", "mine.rq:1:26"),
        ("\nSELECT ?s WHERE {\n  ?s unknown:p ?o }", "mine.rq:3:"),
        ("SELECT ?s WHERE { ?s ?p ?o ", "mine.rq:1:"),
        ("ASK { } ASK { }", "mine.rq:1:15"),
    ],
)
def test_a_syntax_error_is_told_with_its_place(text: str, place: str) -> None:
    with pytest.raises(QuerySyntaxError, match="does not parse") as told:
        from_text(text, "mine.rq")
    assert told.value.message.startswith(place)
    assert "^" in told.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing",
        "DROP ALL",
        "INSERT { } WHERE { SELECT * { } }",
        "hello",
        "#+ summary: SELECT",
    ],
)
def test_what_is_no_query_is_refused(text: str) -> None:
    with pytest.raises(QuerySyntaxError, match="holds no query"):
        from_text(text)


def test_a_federated_ask_calls_nobody_while_it_is_read() -> None:
    assert from_text("ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")


def test_known_prefixes_need_no_declaration(world: EmbeddedStore) -> None:
    text = "SELECT DISTINCT ?a\n{ ?a a skg:Agency ; skg:participatesIn/skos:altLabel ?n }"
    query = from_text(text)
    assert query.sparql.endswith(text)
    assert query.sparql.count("\n") == 1
    answer = run(query, world)
    assert isinstance(answer, Rows)
    assert [row[0] for row in answer.values()] == ["https://w3id.org/spacekg/id/agency/cnes"]
    with pytest.raises(QuerySyntaxError) as told:
        from_text("SELECT ?a { ?a a skg:Agency ?b }", "mine")
    assert told.value.message.startswith("mine:1:33")


def test_reads_files(tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text(WHOLE)
    assert from_file(path).name == "mine"
    path.write_bytes(b"SELECT '\xff' {}")
    with pytest.raises(UnreadableError, match="no UTF-8 text"):
        from_file(path)
    for missing in (tmp_path / "none.rq", tmp_path):
        with pytest.raises(UnreadableError, match="cannot read"):
            from_file(missing)
