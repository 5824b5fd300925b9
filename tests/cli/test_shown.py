"""Pages show what the commands print today."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import views
from kg.cli.shown import packaged, shown
from kg.views.measures import MEASURES
from kg.views.options import ROLL_UPS

PAGES = ("networks.md",)


def test_the_output_of_a_command_is_put_in_its_place() -> None:
    page = "A\n\n```text\n$ spacekg one 'two three' | head -1\nold\n```\n\n```text\n$ other\n```\n"
    new = shown(page, lambda arguments: "\n".join(arguments) + "\n")
    assert new == page.replace("old", "one")


def test_the_page_on_networks_names_all_that_there_is(checkout: Path) -> None:
    page = (checkout / "docs" / "networks.md").read_text(encoding="utf-8")
    kinds = {kind for spec in views.VIEWS.values() for kind in spec.kinds}
    for name in (*views.VIEWS, *kinds, *MEASURES, *ROLL_UPS):
        assert f"`{name}`" in page or f" {name}`" in page, name


@pytest.mark.slow
def test_pages_show_what_is_printed_today(checkout: Path, tmp_path: Path) -> None:
    run = packaged(tmp_path / "store")
    for name in PAGES:
        page = (checkout / "docs" / name).read_text(encoding="utf-8")
        assert shown(page, run) == page, f"docs/{name} is out of date: make docs"
