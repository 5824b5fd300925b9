"""Builds on a cluster and loads, as far as they come without a cluster."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import Mapper, build
from kg.store.embedded import EmbeddedStore
from tests.cli.conftest import Program
from tests.shards import folder as written


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--engine", "spark"], "Give -o DIR"),
        (["--engine", "spark", "-o", "shards", "--store", "store"], "spacekg load shards --store"),
        (["--master", "spark://host:7077", "--store", "store"], "are for --engine spark"),
        (["-o", "shards", "--store", "store"], "are for --engine spark"),
        (["--engine", "spark", "-o", "shards"], "Spark needs Java"),
    ],
)
def test_options_that_do_not_fit_are_told(
    spacekg: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    result = spacekg("build", "release.txt", *options)
    assert result.exit_code == 2
    assert words in result.stderr
    assert not list(tmp_path.iterdir())


def test_the_environments_store_is_no_obstacle(
    spacekg: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPACEKG_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    result = spacekg("build", "release.txt", "--engine", "spark", "-o", tmp_path / "shards")
    assert "Spark needs Java" in result.stderr


def test_shards_are_loaded_once(spacekg: Program, release: Path, tmp_path: Path) -> None:
    with EmbeddedStore.memory() as store:
        list(build([str(release)], store, Mapper()))
        written.write(store, tmp_path / "shards", shards=1)
    first = spacekg("load", tmp_path / "shards", "--store", tmp_path / "store")
    assert (first.exit_code, first.stdout) == (0, "1 releases loaded, 0 there already\n")
    again = spacekg("load", tmp_path / "shards", "--store", tmp_path / "store")
    assert again.stdout == "0 releases loaded, 1 there already\n"
    assert "unchanged" in spacekg("build", release, "--store", tmp_path / "store").stdout


def test_what_is_loaded_must_be_shards(spacekg: Program, tmp_path: Path) -> None:
    result = spacekg("load", tmp_path, "--store", tmp_path / "store")
    assert result.exit_code == 3
    assert "holds no shards" in result.stderr
    assert spacekg("load", tmp_path, "--graph-store", "http://127.0.0.1:9").exit_code in (2, 3)
