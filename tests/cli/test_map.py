from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg import mentions
from kg.cli.map import FORMATS
from kg.cli.options import EXTRACTORS
from kg.export import rdf
from tests.cli.conftest import RELEASE, Program

GRAPHS = {"nq", "trig", "jsonld"}


def statements(text: bytes, form: str) -> set[str]:
    extension = {"rdfxml": "rdf"}.get(form, form)
    return {str(quad.triple) for quad in parse(text, format=RdfFormat.from_extension(extension))}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_the_same(
    spacekg: Program, release: Path, form: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert spacekg("map", release, "-f", form, "-o", out).exit_code == 0
    quads = spacekg("map", release)
    assert statements(out.read_bytes(), form) == statements(quads.stdout_bytes, "nq")


def test_the_formats_are_those_of_the_writer() -> None:
    assert tuple(f.name for f in rdf.FORMATS) == FORMATS


def test_the_suffix_of_the_output_tells_the_format(
    spacekg: Program, release: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.ttl"
    assert spacekg("map", release, "-o", out).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("@prefix")


def test_mapping_twice_gives_the_same_bytes(spacekg: Program, twin: Path, graph: Path) -> None:
    assert spacekg("map", twin).stdout_bytes == graph.read_bytes()


def test_the_order_of_the_files_does_not_matter(
    spacekg: Program, release: Path, twin: Path
) -> None:
    there, back = spacekg("map", release, twin), spacekg("map", twin, release)
    assert there.stdout_bytes == back.stdout_bytes


def test_standard_input_is_a_release(spacekg: Program, release: Path) -> None:
    result = spacekg("map", "-", stdin=RELEASE)
    assert result.exit_code == 0
    assert result.stdout_bytes == spacekg("map", release).stdout_bytes


def test_what_is_given_goes_first(spacekg: Program) -> None:
    given = ("--publisher", "jaxa", "--issued", "2019-06-09", "--lang", "en")
    out = spacekg("map", "-", *given, "--source", "https://example.org/r", stdin=RELEASE).stdout
    assert '"2019-06-09"^^<http://www.w3.org/2001/XMLSchema#date>' in out
    assert "/graph/release/jaxa/2019-06-09" in out
    assert "https://example.org/r" in out


def test_the_base_names_entities_and_graphs(spacekg: Program) -> None:
    base = "https://example.org/space/"
    by_program = spacekg("--base", base, "map", "-", stdin=RELEASE).stdout
    by_command = spacekg("map", "-", "--base", base, stdin=RELEASE).stdout
    assert by_program == by_command
    assert f"<{base}id/agency/cnes>" in by_program
    assert "https://w3id.org/spacekg/id/" not in by_program


def test_the_environment_names_the_base(spacekg: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPACEKG_BASE", "https://example.org/env/")
    assert "<https://example.org/env/id/agency/cnes>" in spacekg("map", "-", stdin=RELEASE).stdout


def test_the_text_is_kept_only_where_asked(spacekg: Program) -> None:
    assert "nif-core#isString" not in spacekg("map", "-", stdin=RELEASE).stdout
    assert "nif-core#isString" in spacekg("map", "-", "--keep-text", stdin=RELEASE).stdout


def test_phone_and_mail_are_kept_only_where_asked(spacekg: Program, shared: Path) -> None:
    founding = shared / "releases" / "cnes-pr025-2020.txt"
    assert "foaf/0.1/phone" not in spacekg("map", founding).stdout
    assert "foaf/0.1/phone" in spacekg("map", founding, "--contacts").stdout


def test_a_bad_file_does_not_stop_the_good_ones(
    spacekg: Program, release: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "empty.txt"
    bad.touch()
    result = spacekg("map", bad, release, tmp_path / "nowhere.txt")
    assert result.exit_code == 3
    assert result.stdout_bytes == spacekg("map", release).stdout_bytes
    assert "empty.txt: no text" in result.stderr
    assert "nowhere.txt: no such file" in result.stderr


def test_where_nothing_is_readable_no_file_appears(spacekg: Program, tmp_path: Path) -> None:
    out = tmp_path / "out.nq"
    assert spacekg("map", tmp_path / "nowhere.txt", "-o", out).exit_code == 3
    assert not out.exists()


def test_an_output_that_cannot_be_written(spacekg: Program, release: Path, tmp_path: Path) -> None:
    result = spacekg("map", release, "--publisher", "cnes", "-o", tmp_path / "no" / "folder.nq")
    assert result.exit_code == 2
    assert result.stderr.startswith("spacekg: cannot write ")


def test_what_a_careful_reader_notes_is_told(spacekg: Program) -> None:
    result = spacekg("map", "-", stdin=RELEASE.replace("5 June", "31 June"))
    assert result.exit_code == 0
    assert "no such day: " in result.stderr


def test_known_individuals_of_ones_own(spacekg: Program, tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        """
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <https://w3id.org/spacekg/id/agency/esperanto-space>
            a <https://w3id.org/spacekg/ontology#Agency> ; rdfs:label "Kosmos-Oficejo"@en .
        """,
        encoding="utf-8",
    )
    text = RELEASE.replace("JAXA", "Kosmos-Oficejo")
    known = "/id/agency/esperanto-space>"
    assert known not in spacekg("map", "-", stdin=text).stdout
    assert known in spacekg("map", "-", "--authority", own, stdin=text).stdout
    assert spacekg("map", "-", "--authority", "nowhere.ttl", stdin=text).exit_code == 2


def test_the_extractors_are_those_of_the_mapping(spacekg: Program) -> None:
    assert mentions.EXTRACTORS == EXTRACTORS
