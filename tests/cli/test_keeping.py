"""Keeping a store: search, remove, backup, restore, diff, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.store.embedded import EmbeddedStore
from tests.views import sample


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "store"
    with EmbeddedStore.open(path, create=True) as store:
        store.admit(sample.founding().graph())
        store.admit(sample.told("pr030-2020", "2020-03-01").graph())
    return path


def run(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(main, list(map(str, arguments)))
    assert result.exit_code == code, result.output
    return result


def test_search_shows_names_and_quotes(folder: Path) -> None:
    lines = run("search", "moscow", "--store", folder).stdout.splitlines()
    assert lines == [
        "Quotes, the newest first",
        "  “They met in Moscow.”",
        "  cnes/pr025-2020, 2020-02-17",
    ]
    assert "agency/cnes" in run("search", "cnes", "--store", folder).stdout
    assert run("search", "nowhere", "--store", folder).stdout == "nothing found\n"
    assert "--limit" in run("search", "c*", "-n", 1, "--store", folder).stdout


def test_search_prints_json(folder: Path) -> None:
    found = json.loads(run("search", "bion*", "--json", "--store", folder).stdout)
    assert found["names"][0]["label"] == "Bion-M2"
    assert not found["more_names"]


def test_remove_by_name_and_by_iri(folder: Path) -> None:
    answer = run("remove", "cnes/pr25-2020", "--store", folder, code=2)
    assert "Did you mean cnes/pr025-2020?" in answer.stderr
    # One is unknown: none goes.
    run("remove", "cnes/pr030-2020", "cnes/none", "--store", folder, code=2)
    run("remove", "cnes/pr025-2020", sample.release("pr030-2020"), "--store", folder)
    with EmbeddedStore.open(folder, read_only=True) as store:
        assert store.releases() == ()
    assert "no store is named" in run("remove", "cnes/x", code=2).stderr


def test_backup_restore_and_diff(folder: Path, tmp_path: Path) -> None:
    saved, again = tmp_path / "saved.nq.gz", tmp_path / "again"
    assert "2 releases" in run("backup", folder, saved).stdout
    run("restore", saved, again)
    assert run("diff", folder, again).stdout == ""
    run("remove", "cnes/pr030-2020", "--store", again)
    lines = run("diff", saved, again, code=1).stdout.splitlines()
    assert lines[0] == "only in A  cnes/pr030-2020"
    assert run("diff", "-q", again, folder, code=1).stdout == "only in B  cnes/pr030-2020\n"
    changed = sample.founding()
    changed.claim("agency/asi", "leads", "mission/bion-m2", "ASI leads")
    with EmbeddedStore.open(folder) as store:
        store.admit(changed.graph())
    told = run("diff", saved, folder, code=1).stdout
    assert "  + agency/asi skg:leads mission/bion-m2\n" in told
    assert "lines of evidence differ" in told


def test_differences_as_json(folder: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.nq.gz"
    run("backup", folder, saved)
    assert json.loads(run("diff", "--json", folder, saved).stdout) == []
    run("remove", "cnes/pr030-2020", "--store", folder)
    changed = sample.founding()
    changed.claim("agency/asi", "leads", "mission/bion-m2", "ASI leads")
    with EmbeddedStore.open(folder) as store:
        store.admit(changed.graph())
    more, gone = json.loads(run("diff", "--json", saved, folder, code=1).stdout)
    assert more["kind"] == "changed"
    assert any("ontology#leads> " in line and "agency/asi>" in line for line in more["come"])
    assert more["gone"] == []
    assert more["evidence"] > 0
    assert (gone["name"], gone["kind"], gone["come"]) == ("cnes/pr030-2020", "only in A", [])
    assert gone["gone"]
    short = json.loads(run("diff", "-q", "--json", saved, folder, code=1).stdout)
    assert short[1] == {"name": "cnes/pr030-2020", "kind": "only in A"}


def test_what_cannot_be_compared_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.nq.gz").write_bytes(b"no gzip")
    run("diff", folder, tmp_path / "bad.nq.gz", code=3)
    run("diff", folder, tmp_path / "none.ttl", code=3)
