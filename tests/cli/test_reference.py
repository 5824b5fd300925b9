"""docs/cli.md is the help of the commands, no older and no newer."""

from __future__ import annotations

from pathlib import Path

from kg.cli.reference import reference


def test_the_page_is_what_the_commands_say(checkout: Path) -> None:
    page = (checkout / "docs" / "cli.md").read_text(encoding="utf-8")
    assert page == reference(), "run `make docs`"
