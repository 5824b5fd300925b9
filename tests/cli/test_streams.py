"""Pipes, terminals and interruptions: what becomes of the program's streams."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import progress
from kg.cli.program import PIPE_CLOSED, STOPPED
from tests.cli.conftest import Program


def test_a_reader_that_has_enough_ends_it_quietly(checkout: Path, store: Path) -> None:
    command = [sys.executable, str(checkout / "cli.py"), "export", "--store", str(store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == PIPE_CLOSED


def test_no_progress_where_nobody_watches(
    spacekg: Program, release: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert spacekg("map", release, "--publisher", "cnes").stderr == ""
    assert list(progress.counted([1, 2], "things")) == [1, 2]
    assert capfd.readouterr().err == ""


def test_progress_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(progress, "INTERVAL", -1.0)
    assert list(progress.counted("ab", "releases")) == ["a", "b"]
    shown = capsys.readouterr().err
    assert "2 releases" in shown
    assert shown.endswith(progress.CLEAR)


def test_an_interruption_is_told(
    spacekg: Program, release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg.pipeline import Mapper

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Mapper, "map", interrupted)
    out = tmp_path / "out.nq"
    result = spacekg("map", release, "-o", out)
    assert result.exit_code == STOPPED
    assert "spacekg: stopped" in result.stderr
    assert not out.exists()


def test_an_error_that_nobody_meant_is_not_swallowed(
    spacekg: Program, release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg.pipeline import Mapper

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    out = tmp_path / "out.nq"
    assert spacekg("map", release, "-o", out).exit_code == 0
    before = out.read_bytes()
    monkeypatch.setattr(Mapper, "graph", broken)
    with pytest.raises(ZeroDivisionError):
        spacekg("map", release, "-o", out)
    assert out.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.nq", "release.txt"]
