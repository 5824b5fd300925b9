"""Every command, run from the wheel in another folder, with an empty home."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli.program import COMMANDS
from tests.packaging.conftest import Installed

TEXT = """\
CNES AND JAXA MEET IN PARIS

Paris, 5 June 2019

The President of CNES, Jean-Yves Le Gall, met Hiroshi Yamakawa, President of JAXA, in Paris.
"""
# In this order: each may use what those before it left in the folder.
TYPED = (
    "demo",
    "map release.txt -o release.nq",
    "build release.txt --store mine",
    "validate release.nq",
    "query meetings --store mine -o meetings.csv",
    "queries",
    "network agencies --store spacekg-demo -o agencies.gexf",
    "export --store mine -o mine.trig",
    "explain CNES --store mine",
    "info --store mine",
    "evaluate",
)


@pytest.fixture(scope="module")
def outcome(ready: Installed) -> dict[str, tuple[int, str]]:
    """Return the exit code and the output of each command."""
    (ready.elsewhere / "release.txt").write_text(TEXT, encoding="utf-8")
    done = {}
    for line in TYPED:
        result = ready.spacekg(*line.split())
        done[line.split()[0]] = (result.returncode, result.stdout + result.stderr)
    return done


def test_no_command_is_left_out() -> None:
    assert tuple(line.split()[0] for line in TYPED) == COMMANDS


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_works_elsewhere(outcome: dict[str, tuple[int, str]], name: str) -> None:
    code, output = outcome[name]
    assert code == 0, output
    assert output or name in {"map", "query", "network", "export"}


@pytest.mark.slow
def test_nothing_is_written_but_what_was_asked(
    ready: Installed, outcome: dict[str, tuple[int, str]]
) -> None:
    assert outcome
    left = {p.name for p in Path(ready.elsewhere).iterdir()}
    asked = {"release.txt", "release.nq", "mine", "meetings.csv", "agencies.gexf", "mine.trig"}
    assert left - {".cache"} == asked | {"spacekg-demo"}
