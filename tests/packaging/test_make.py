"""The make targets that need no network."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.packaging.conftest import run

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="no make here")


def test_a_python_that_is_too_old_is_told(checkout: Path, tmp_path: Path) -> None:
    done = run("make", "-f", checkout / "Makefile", "check-python", "PYTHON=false", cwd=tmp_path)
    assert done.returncode != 0
    assert "spacekg needs Python 3.11 or newer" in done.stderr


def test_make_alone_tells_what_there_is(checkout: Path, tmp_path: Path) -> None:
    done = run("make", "-f", checkout / "Makefile", cwd=tmp_path)
    assert done.returncode == 0
    for target in ("demo", "test", "docs", "evaluate", "clean"):
        assert f"make {target} " in done.stdout


def test_setup_is_skipped_while_pyproject_stands(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / ".venv" / ".ready").touch()
    done = run("make", "-n", "-f", checkout / "Makefile", "demo", cwd=tmp_path)
    assert "pip" not in done.stdout
    assert "spacekg demo --store demo" in done.stdout


def test_ci_runs_the_tests(checkout: Path) -> None:
    script = checkout / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "make test" in script.read_text(encoding="utf-8")
