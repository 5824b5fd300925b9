"""A service in the place of a folder, as a user calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.servers import Engine
from tests.stores import Prepared

SECRET = "open-sesame"


@pytest.mark.slow
def test_a_service_is_filled_and_asked(
    spacekg: Program, release: Path, oxigraph: Engine, prepared: Prepared, tmp_path: Path
) -> None:
    oxigraph.load([])
    service = ("--endpoint", oxigraph.query)
    writing = (*service, "--update-endpoint", oxigraph.update, "--rejected", tmp_path / "no")
    first = spacekg("build", release, *writing)
    assert first.exit_code == 0, first.output
    assert first.stdout.endswith("1 admitted\n")
    assert spacekg("build", release, *writing).stdout.endswith("1 unchanged\n")
    store = prepared.at(tmp_path / "store")
    spacekg("build", release, "--store", store)
    for asked in (("query", "meetings"), ("explain", "MMX"), ("export",)):
        there, here = spacekg(*asked, *service), spacekg(*asked, "--store", store)
        assert there.exit_code == 0, there.output
        assert there.stdout == here.stdout
    checked = spacekg("validate", *service)
    assert checked.stdout.endswith("1 of 1 conform.\n")
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--auth", "basic"), "--auth is given without --endpoint"),
        (("--update-endpoint", "http://x/"), "--update-endpoint is given without --endpoint"),
        (("--endpoint", "http://127.0.0.1:9/"), "Give its --update-endpoint as well"),
        (("--endpoint", f"http://me:{SECRET}@x/", "--update-endpoint", "http://x/"), "has a user"),
        (
            ("--endpoint", "http://x/", "--update-endpoint", "http://x/", "--auth", "bearer"),
            "no credentials for x\n  Set SPACEKG_TOKEN",
        ),
    ],
)
def test_wrong_usage(spacekg: Program, release: Path, options: tuple[str, ...], words: str) -> None:
    result = spacekg("build", release, *options)
    assert result.exit_code == 2
    assert words in result.stderr
    assert SECRET not in result.output


def test_the_doctor(spacekg: Program, oxigraph: Engine) -> None:
    oxigraph.load([])
    result = spacekg("doctor", oxigraph.query, "--update-endpoint", oxigraph.update)
    assert result.exit_code == 0
    assert "quirk    gives back 01 as 1" in result.stdout
    assert result.stdout.endswith("a store can be kept there.\n")
    record = json.loads(spacekg("doctor", oxigraph.query, "--json").stdout)
    assert record["endpoint"] == oxigraph.query
    assert {finding["name"] for finding in record["findings"]} >= {"rows", "direct-post"}


def test_the_doctor_finds_nobody(spacekg: Program) -> None:
    result = spacekg("doctor", "http://127.0.0.1:9/sparql")
    assert result.exit_code == 4
    assert "cannot be reached" in result.stderr


def test_digest_from_the_environment(
    spacekg: Program, virtuoso: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPACEKG_USER", virtuoso.user)
    monkeypatch.setenv("SPACEKG_PASSWORD", SECRET)
    asked = ("--endpoint", virtuoso.update, "--auth", "digest")
    refused = spacekg("info", *asked)
    assert refused.exit_code == 4
    assert SECRET not in refused.output
    monkeypatch.setenv("SPACEKG_PASSWORD", virtuoso.password)
    assert spacekg("info", *asked).exit_code == 0
