"""What the pages tell a user to type can be typed, and what they point at is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli.program import COMMANDS

PAGES = (
    "README.md",
    "CHANGELOG.md",
    "docs/cli.md",
    "docs/credits.md",
    "docs/design.md",
    "docs/export.md",
)
TYPED = re.compile(r"(?:^\s*(?:\$ )?|`|\| )spacekg ([a-z]+)\b", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:]+)\)")


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, checkout: Path) -> Path:
    return checkout / str(request.param)


def test_the_commands_exist(page: Path) -> None:
    typed = set(TYPED.findall(page.read_text(encoding="utf-8")))
    assert typed <= set(COMMANDS)


def test_the_links_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert all((page.parent / target).exists() for target in targets)


def test_the_make_targets_exist(checkout: Path) -> None:
    rules = (checkout / "Makefile").read_text(encoding="utf-8")
    told = re.findall(r"`?make ([a-z]+)", (checkout / "README.md").read_text(encoding="utf-8"))
    assert told
    assert all(f"\n{target}:" in rules for target in told)


def texts(checkout: Path) -> Iterator[Path]:
    for folder in ("kg", "tests", "docs", "shapes", "queries"):
        yield from (p for p in (checkout / folder).rglob("*") if p.suffix in {".py", ".md", ".rq"})
    yield from checkout.glob("*.md")


def test_no_file_names_a_place_of_one_machine(checkout: Path) -> None:
    home = re.compile(r"(?<![\w.:/-])/(?:home|root|Users|work)/\w+")
    found = [p for p in texts(checkout) if home.search(p.read_text(encoding="utf-8"))]
    assert not found
