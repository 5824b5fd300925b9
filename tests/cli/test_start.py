"""What a bare start of the program may cost, and how it answers wrong usage."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from kg import __version__
from kg.cli import main
from kg.cli.program import COMMANDS

# The rooms and libraries that only a command's work may load.
HEAVY = {
    "SPARQLWrapper",
    "ahocorasick_rs",
    "kg.authority",
    "kg.export",
    "kg.pipeline",
    "kg.queries",
    "kg.releases",
    "kg.shapes",
    "kg.store",
    "kg.views",
    "networkx",
    "pyoxigraph",
    "pyshacl",
    "rdflib",
    "regex",
    "shacl",
    "trafilatura",
}
SHOW_MODULES = """
import sys
from kg.cli import main
try:
    main(sys.argv[1:], prog_name="spacekg")
except SystemExit:
    sys.stderr.write(" ".join(sys.modules))
"""


def loaded_by(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", SHOW_MODULES, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"]])
def test_a_bare_start_loads_nothing_heavy(arguments: list[str]) -> None:
    assert not loaded_by(*arguments) & HEAVY


def test_help_lists_every_command_with_a_sentence() -> None:
    lines = CliRunner().invoke(main, ["--help"]).output.splitlines()
    listed = dict(line.split(maxsplit=1) for line in lines[lines.index("Commands:") + 1 :] if line)
    assert tuple(listed) == COMMANDS
    assert all(re.fullmatch(r"[A-Z].*[^.]\.", summary) for summary in listed.values())


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_helps_with_an_example(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"  spacekg {name}" in result.output.split("Options:")[0].split("\n", 1)[1]


def test_version() -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"spacekg {__version__}\n"


def test_an_unknown_command_suggests_the_nearest() -> None:
    result = CliRunner().invoke(main, ["quary"])
    assert result.exit_code == 2
    assert "Did you mean 'query'?" in result.stderr


@pytest.mark.parametrize("base", ["example.org", "https://example.org/space", "mailto:a@b/"])
def test_a_base_that_is_none_is_wrong_usage(base: str) -> None:
    result = CliRunner().invoke(main, ["--base", base, "queries"])
    assert result.exit_code == 2
    assert "write it as https://example.org/space/" in result.stderr
