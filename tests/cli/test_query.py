from __future__ import annotations

import csv
import json
import re
import shlex
from pathlib import Path

import pytest

from kg.cli.query import GRAPHS, ROWS
from kg.export import rdf, table
from tests.cli.conftest import Program

MEETINGS = """\
PREFIX skg: <https://w3id.org/spacekg/ontology#>
SELECT ?meeting ?day WHERE { ?meeting a skg:Meeting ; skg:date ?day } ORDER BY ?day ?meeting
"""
ROSCOSMOS = "agency/roscosmos"
FOUNDING = "https://w3id.org/spacekg/id/meeting/2020-02-14-cnes-roscosmos"


def test_the_formats_are_those_of_the_writers() -> None:
    assert {f.name for f in table.FORMATS} == set(ROWS)
    assert {f.name for f in rdf.FORMATS} == set(GRAPHS)


def test_which_agencies_share_programmes(spacekg: Program, store: Path) -> None:
    result = spacekg("query", "shared-programmes", "-p", "agency=CNES", "--store", store)
    assert result.exit_code == 0
    (line,) = [line for line in result.stdout.splitlines() if "Roscosmos" in line]
    assert "Bion-M2" in line
    assert re.search("Soyuz at the (CSG|Guiana Space Centre)", line)


@pytest.mark.parametrize("form", ROWS)
def test_every_form_of_an_answer(spacekg: Program, store: Path, form: str) -> None:
    result = spacekg("query", "meetings", "--store", store, "-f", form)
    assert result.exit_code == 0
    assert ("PAR1" if form == "parquet" else "2020-02-14") in result.stdout


def test_no_rows_are_a_valid_answer_and_said(spacekg: Program, store: Path, tmp_path: Path) -> None:
    out = tmp_path / "none.csv"
    question = "SELECT ?x WHERE { ?x a <https://example.org/Nothing> }"
    result = spacekg("query", "-", "--store", store, "-o", out, stdin=question)
    assert result.exit_code == 0
    assert result.stderr == "No rows.\n"
    assert out.read_text(encoding="utf-8").split() == ["x"]


def test_a_query_on_standard_input(spacekg: Program, store: Path) -> None:
    result = spacekg("query", "-", "--store", store, "-f", "csv", stdin=MEETINGS)
    assert result.exit_code == 0
    rows = list(csv.DictReader(result.stdout.splitlines()))
    assert {"meeting": FOUNDING, "day": "2020-02-14"} in rows


def test_a_query_in_a_file_to_a_file(spacekg: Program, store: Path, tmp_path: Path) -> None:
    question, answer = tmp_path / "mine.rq", tmp_path / "answer.jsonl"
    question.write_text(MEETINGS, encoding="utf-8")
    result = spacekg("query", question, "--store", store, "-o", answer)
    assert result.exit_code == 0
    assert result.stdout == ""
    lines = [json.loads(line) for line in answer.read_text(encoding="utf-8").splitlines()]
    assert {"meeting": FOUNDING, "day": "2020-02-14"} in lines


def test_a_graph_is_an_answer_too(spacekg: Program, store: Path) -> None:
    result = spacekg("query", "-", "--store", store, stdin=f"DESCRIBE <{FOUNDING}>")
    assert result.exit_code == 0
    assert result.stdout.startswith("@prefix")
    assert (
        spacekg(
            "query", "-", "--store", store, "-f", "csv", stdin=f"DESCRIBE <{FOUNDING}>"
        ).exit_code
        == 2
    )


def test_a_yes_or_no(spacekg: Program, store: Path) -> None:
    assert spacekg("query", "-", "--store", store, stdin="ASK { ?s ?p ?o }").stdout == "yes\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["shared-programs"], "Did you mean"),
        (["meetings", "-p", "participants=CNES"], "participant"),
        (["meetings", "-p", "participant"], "is no NAME=VALUE"),
        (["meetings", "-p", "since=yesterday"], "since"),
        (["meetings", "-p", "participant=CNESS"], "CNES"),
        (["agency-profile"], "Add -p agency="),
        (["meetings", "-f", "xls"], "'xls' is not one of"),
    ],
)
def test_wrong_usage(spacekg: Program, store: Path, arguments: list[str], message: str) -> None:
    result = spacekg("query", *arguments, "--store", store)
    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize("text", ["", "SELECT ?x WHERE { ?x a", "#+ params: 3\nASK {}"])
def test_a_broken_query(spacekg: Program, store: Path, tmp_path: Path, text: str) -> None:
    path = tmp_path / "broken.rq"
    path.write_text(text, encoding="utf-8")
    out = tmp_path / "answer.csv"
    result = spacekg("query", path, "--store", store, "-o", out)
    assert result.exit_code == 3, result.output
    assert result.stderr.startswith("spacekg: ")
    assert not out.exists()


def test_a_query_that_is_no_text(spacekg: Program, store: Path) -> None:
    result = spacekg("query", "-", "--store", store, stdin=b"ASK { ?s ?p '\xff' }")
    assert result.exit_code == 3
    assert "not UTF-8" in result.stderr


def test_a_query_that_is_not_there(spacekg: Program, store: Path) -> None:
    assert spacekg("query", "nowhere.rq", "--store", store).exit_code == 3


def test_no_store_named(spacekg: Program) -> None:
    result = spacekg("query", "meetings")
    assert result.exit_code == 2
    assert "Give --store DIR or --endpoint URL" in result.stderr


def test_an_endpoint_that_does_not_answer(spacekg: Program) -> None:
    result = spacekg("query", "meetings", "--endpoint", "http://127.0.0.1:9/sparql")
    assert result.exit_code == 4
    assert result.stderr.startswith("spacekg: ")


def test_the_list_of_queries(spacekg: Program) -> None:
    out = spacekg("queries").stdout
    assert "shared-programmes" in out
    assert "Who works with whom\n" in out
    assert "Agencies that share programmes" in out
    assert max(map(len, out.splitlines())) <= 100


def test_the_list_in_french(spacekg: Program) -> None:
    out = spacekg("queries", "--lang", "fr").stdout
    assert "Qui travaille avec qui\n" in out
    assert "Les agences qui partagent des programmes" in out


def test_a_query_in_full(spacekg: Program) -> None:
    out = spacekg("queries", "meetings-by-year").stdout
    assert "-p agency=ENTITY" in out
    assert "needed; as CNES" in out
    assert "which is no proof" in out or "No row means" in out
    assert out.endswith("spacekg query meetings-by-year -p agency=CNES -p other=Roscosmos\n")
    assert max(map(len, out.splitlines())) <= 100


def test_the_example_of_a_query_is_a_command_that_works(spacekg: Program, store: Path) -> None:
    page = spacekg("queries", "meeting-agenda").stdout
    program, *arguments = shlex.split(page.splitlines()[-1])
    assert program == "spacekg"
    assert "Bion-M2" in spacekg(*arguments, "--store", store).stdout


def test_silence_is_told_apart_from_the_answer(spacekg: Program, store: Path) -> None:
    result = spacekg("query", "shared-programmes", "-p", "min=1000", "--store", store)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split() == ["agency_a", "agency_b", "shared", "names"]
    assert result.stderr.startswith("No row means that no release in the store says")
    assert "no proof" in result.stderr
    quiet = spacekg("query", "shared-programmes", "--store", store)
    assert quiet.stderr == ""


def test_a_query_of_ones_own_without_rows(spacekg: Program, store: Path) -> None:
    result = spacekg("query", "-", "--store", store, stdin="SELECT * { <urn:a> <urn:b> ?c }")
    assert result.stderr == "No rows.\n"


def test_a_table_shows_keys_and_other_formats_iris(spacekg: Program, store: Path) -> None:
    key = FOUNDING.rpartition("/id/")[2]
    asked = ("query", "meetings", "-p", f"participant={ROSCOSMOS}", "--store", store)
    assert FOUNDING not in spacekg(*asked).stdout
    assert key in spacekg(*asked).stdout
    assert FOUNDING in spacekg(*asked, "-f", "csv").stdout
    agenda = spacekg("query", "meeting-agenda", "-p", f"meeting={key}", "--store", store)
    assert "Bion-M2" in agenda.stdout


def test_a_query_to_change(spacekg: Program, store: Path) -> None:
    text = spacekg("queries", "shared-programmes", "--sparql").stdout
    answer = spacekg("query", "-", "--store", store, stdin=text).stdout
    assert answer == spacekg("query", "shared-programmes", "--store", store).stdout


def test_the_queries_as_json(spacekg: Program) -> None:
    (one,) = json.loads(spacekg("queries", "shared-programmes", "--json").stdout)
    assert one["name"] == "shared-programmes"
    assert {"agency", "min"} <= {param["name"] for param in one["params"]}
    assert spacekg("queries", "nothing").exit_code == 2
