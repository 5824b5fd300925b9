"""The notebook runs from its first cell to its last, and shows what stands in the file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from tests.docs.notebook import NOTEBOOK, shown


@pytest.mark.slow
def test_the_notebook_shows_what_it_says(checkout: Path, tmp_path: Path) -> None:
    # In a process of its own: the client of notebooks leaves its sockets to the garbage collector.
    written = tmp_path / "notebook.ipynb"
    command = [sys.executable, "-m", "tests.docs.notebook", str(written)]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True)
    stored, today = (shown(nbformat.read(path, as_version=4)) for path in (NOTEBOOK, written))
    assert all(stored[:1])
    for number, (was, now) in enumerate(zip(stored, today, strict=True)):
        assert now == was, f"cell {number} of docs/notebook.ipynb is old: run `make docs`"
