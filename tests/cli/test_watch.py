"""The command: state beside the store, reports of what is bad, an end between two releases."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import RELEASE, Program
from tests.stores import Prepared


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "one.txt").write_text(RELEASE, encoding="utf-8")
    (folder / "two.txt").write_text("", encoding="utf-8")
    return folder


@pytest.fixture
def store(prepared: Prepared, tmp_path: Path) -> Path:
    """Return a store of this test's own that holds no release yet."""
    return prepared.at(tmp_path / "store")


def test_a_look_for_cron(spacekg: Program, incoming: Path, store: Path) -> None:
    options = ("--once", "--settle", "0", "--attempts", "1", "--store", store)
    first = spacekg("watch", incoming, *options)
    assert first.exit_code == 3
    assert f"admitted    {incoming / 'one.txt'}" in first.stdout
    assert "1 admitted, 1 unreadable" in first.stdout
    (report,) = (store / "rejected").iterdir()
    assert "two.txt: no text" in report.read_text(encoding="utf-8")
    assert (store / "watch.sqlite").is_file()
    again = spacekg("watch", incoming, *options)
    assert (again.exit_code, again.stdout) == (0, "nothing to do\n")
    (incoming / "two.txt").write_text(RELEASE.replace("MMX", "Hera"), encoding="utf-8")
    assert spacekg("watch", incoming, *options).exit_code == 0
    assert not report.exists()


def test_a_service_needs_a_place_for_the_state(spacekg: Program, incoming: Path) -> None:
    url = "http://127.0.0.1:9"
    result = spacekg("watch", incoming, "--endpoint", url, "--update-endpoint", url)
    assert result.exit_code == 2
    assert "--state FILE" in result.stderr


def test_standard_input_is_refused(spacekg: Program, tmp_path: Path) -> None:
    assert spacekg("watch", "-", "--store", tmp_path / "store").exit_code == 2


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_watch_in_peace(
    incoming: Path, store: Path, checkout: Path, number: signal.Signals
) -> None:
    command = [sys.executable, "cli.py", "watch", str(incoming), "--store", str(store)]
    with subprocess.Popen(
        [*command, "--settle", "0"], cwd=checkout, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b"admitted")
        process.send_signal(number)
        assert process.stdout.read().endswith(b"1 admitted\n")
    assert process.returncode == 0
