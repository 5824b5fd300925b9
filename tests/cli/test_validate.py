from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.vocab import DCTERMS, SKG
from tests.cli.conftest import Program


@pytest.fixture
def broken(graph: Path, tmp_path: Path) -> Path:
    """Return the twin's graph without the days of its events and with a date that is none."""
    lines = graph.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line.replace('"2020-02-14"', '"2020-02-30"') for line in lines]
    path = tmp_path / "broken.nq"
    path.write_text("".join(kept), encoding="utf-8")
    return path


def test_what_was_mapped_conforms(spacekg: Program, graph: Path) -> None:
    result = spacekg("validate", graph)
    assert result.exit_code == 0, result.output
    assert result.stdout.endswith("1 of 1 conform.\n")


def test_standard_input_is_n_quads(spacekg: Program, graph: Path) -> None:
    assert spacekg("validate", "-", stdin=graph.read_bytes()).exit_code == 0


@pytest.mark.parametrize("form", ["trig", "ttl", "nt", "jsonld", "rdfxml"])
def test_every_format_is_read(spacekg: Program, twin: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"twin.{form}"
    assert spacekg("map", twin, "-f", form, "-o", path).exit_code == 0
    result = spacekg("validate", path, "--from", form)
    assert result.exit_code == 0, result.output


def test_a_finding_points_at_the_words(spacekg: Program, broken: Path) -> None:
    result = spacekg("validate", broken)
    assert result.exit_code == 1
    assert (
        "VIOLATION https://w3id.org/spacekg/id/meeting/2020-02-14-cnes-roscosmos" in result.stdout
    )
    assert "skg:date" in result.stdout
    assert "\n  text " in result.stdout
    assert result.stdout.endswith("0 of 1 conform.\n")


def test_each_release_of_a_file_is_judged_by_itself(
    spacekg: Program, broken: Path, release: Path, tmp_path: Path
) -> None:
    both = tmp_path / "both.nq"
    both.write_bytes(broken.read_bytes() + spacekg("map", release).stdout_bytes)
    result = spacekg("validate", both)
    assert result.exit_code == 1
    assert result.stdout.endswith("1 of 2 conform.\n")


def test_the_report_as_json(spacekg: Program, broken: Path) -> None:
    (one,) = json.loads(spacekg("validate", broken, "--format", "json").stdout)
    assert not one["conforms"]
    assert any(finding["path"] == SKG.date and finding["quote"] for finding in one["findings"])


def test_the_report_as_turtle(spacekg: Program, broken: Path, graph: Path) -> None:
    result = spacekg("validate", broken, graph, "--format", "ttl")
    assert result.exit_code == 1
    conforms = "http://www.w3.org/ns/shacl#conforms"
    said = [t for t in parse(result.stdout, RdfFormat.TURTLE) if t.predicate.value == conforms]
    assert [t.object.value for t in said] == ["false"]


@pytest.mark.parametrize("engine", ["pyshacl", "shacl"])
def test_engines_agree(spacekg: Program, broken: Path, engine: str) -> None:
    pytest.importorskip(engine)
    by_default = spacekg("validate", broken).stdout
    assert spacekg("validate", broken, "--engine", engine).stdout == by_default


def test_what_a_store_holds_conforms(spacekg: Program, store: Path) -> None:
    result = spacekg("validate", "--store", store)
    assert result.exit_code == 0, result.output


def test_nothing_to_check_is_wrong_usage(spacekg: Program) -> None:
    result = spacekg("validate")
    assert result.exit_code == 2
    assert "Name a FILE, or a store" in result.stderr


def test_a_release_is_no_graph(spacekg: Program, twin: Path) -> None:
    result = spacekg("validate", twin)
    assert result.exit_code == 3
    assert "spacekg map RELEASE | spacekg validate -" in result.stderr


def test_a_graph_that_does_not_parse(spacekg: Program, tmp_path: Path) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text(f"<http://example.org/a> <{DCTERMS.title}> 'no end", encoding="utf-8")
    result = spacekg("validate", path)
    assert result.exit_code == 3
    assert "bad.ttl: no Turtle: " in result.stderr


@pytest.mark.parametrize("content", ["", "# a comment\n"])
def test_a_graph_without_a_statement(spacekg: Program, tmp_path: Path, content: str) -> None:
    path = tmp_path / "empty.ttl"
    path.write_text(content, encoding="utf-8")
    result = spacekg("validate", path)
    assert result.exit_code == 3
    assert "holds no statement" in result.stderr
