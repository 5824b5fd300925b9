"""What the package imports is what it declares, so that a bare installation runs."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def project(checkout: Path) -> dict[str, Any]:
    settings = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    return dict(settings["project"])


def normal(name: str) -> str:
    """Return a distribution's name as PyPI compares it, without version and extras."""
    bare = re.split(r"[\s<>=!~;\[]", name, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", bare).lower()


def imported(checkout: Path) -> Iterator[str]:
    for path in sorted((checkout / "kg").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def test_every_import_is_declared(checkout: Path, project: dict[str, Any]) -> None:
    extras = project["optional-dependencies"]
    users = [line for name, lines in extras.items() if name != "dev" for line in lines]
    declared = {normal(line) for line in [*project["dependencies"], *users]}
    distributions = packages_distributions()
    foreign = set(imported(checkout)) - sys.stdlib_module_names - {"kg", "_typeshed"}
    sources = {name: {normal(d) for d in distributions.get(name, [name])} for name in foreign}
    undeclared = {name for name, made_by in sources.items() if not made_by & declared}
    assert not undeclared


def test_every_dependency_is_used(checkout: Path, project: dict[str, Any]) -> None:
    distributions = packages_distributions()
    used = {normal(d) for name in set(imported(checkout)) for d in distributions.get(name, [name])}
    assert {normal(line) for line in project["dependencies"]} <= used


def test_the_version_is_told_once(project: dict[str, Any]) -> None:
    from kg import __version__

    assert project["version"] == __version__
