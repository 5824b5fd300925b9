"""docs/benchmarks.md: a section for each benchmark, written by the benchmark itself."""

from __future__ import annotations

import os
import platform
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
HEAD = """# Benchmarks

Each section is written by a script of benchmarks/, from one run on one machine. Compare ratios, not seconds.
"""


def machine() -> str:
    """Return what the figures were measured on."""
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def put(name: str, lines: list[str]) -> None:
    """Put the section `name` in, in place of its former version."""
    begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
    before, _, rest = text.partition(begin)
    after = rest.partition(end)[2]
    section = "\n".join([begin, *lines, end])
    PAGE.write_text(f"{before.rstrip()}\n\n{section}\n{after.lstrip()}", encoding="utf-8")
