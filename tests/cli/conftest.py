"""The program as a user calls it, and a store of a few releases to ask."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from tests.stores import Prepared

Program: TypeAlias = Callable[..., Result]

TITLE = "CNES AND JAXA MEET IN PARIS"
RELEASE = f"""\
{TITLE}

Paris, 5 June 2019

The President of CNES, Jean-Yves Le Gall, met Hiroshi Yamakawa, President of JAXA, in Paris on
4 June 2019. CNES and JAXA are working together on MMX, the mission to the moons of Mars.
"""


def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """Run the program in this process; an error that nobody meant is raised."""
    result = CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture(scope="session")
def spacekg() -> Program:
    return call


@pytest.fixture(scope="session")
def twin(checkout: Path) -> Path:
    """Return the first of the examples: the founding release, in the project's own words."""
    return checkout / "examples" / "releases" / "00-cnes-pr025-2020-twin-en.txt"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """Return a small release of this test's own."""
    path = tmp_path / "release.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def graph(twin: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the N-Quads of the twin."""
    path = tmp_path_factory.mktemp("graph") / "twin.nq"
    assert call("map", twin, "-o", path).exit_code == 0
    return path


@pytest.fixture(scope="session")
def store(checkout: Path, prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of the examples' twins and French releases, to be read only."""
    folder = prepared.at(tmp_path_factory.mktemp("examples") / "store")
    examples = checkout / "examples" / "releases"
    result = call("build", *sorted(examples.glob("*.txt")), examples / "fr", "--store", folder)
    assert result.exit_code in {0, 1}, result.output
    return folder
