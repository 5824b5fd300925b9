from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kg.evaluation.report import BEGIN, END
from tests.cli.conftest import Program


@pytest.fixture
def gold(checkout: Path, tmp_path: Path) -> Path:
    """Return a gold set of two annotated releases, one of which asks for what is not there."""
    folder = tmp_path / "mine"
    folder.mkdir()
    for name in ("01", "02"):
        shutil.copy(checkout / "examples" / "gold" / "fr" / f"{name}.gold.json", folder)
        shutil.copy(checkout / "examples" / "releases" / "fr" / f"{name}.txt", folder)
    asked = json.loads((folder / "01.gold.json").read_text(encoding="utf-8"))
    unheard = {"id": "e99", "type": "Mission", "name": "Unheard-1", "surface": ["Unheard-1"]}
    asked["entities"].append(unheard)
    (folder / "01.gold.json").write_text(json.dumps(asked), encoding="utf-8")
    return folder


def test_the_figures(spacekg: Program, gold: Path) -> None:
    result = spacekg("evaluate", gold)
    assert result.exit_code == 0
    for part in ("mine\n", "language fr\n", "all\n", "grounded 1.000"):
        assert part in result.stdout


def test_details_on_request(spacekg: Program, gold: Path) -> None:
    short = spacekg("evaluate", gold).stdout
    full = spacekg("evaluate", gold, "--relations", "--confusion", "--errors").stdout
    assert "fact:" in full
    assert "annotated" in full
    assert any("mine/01: missed" in line and "Unheard-1" in line for line in full.splitlines())
    assert not any(part in short for part in ("fact:", "annotated", "Unheard-1"))


def test_the_figures_as_json(spacekg: Program, gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    assert spacekg("evaluate", gold, "--json", "-o", out).exit_code == 0
    figures = json.loads(out.read_text(encoding="utf-8"))
    assert set(figures) == {"mine", "language fr", "all"}
    assert figures["all"]["grounded"] == 1


def test_the_packaged_set_is_the_default(spacekg: Program) -> None:
    figures = json.loads(spacekg("evaluate", "--json").stdout)
    assert {"en-cnes", "en-world", "fr"} <= set(figures)


def test_a_folder_without_annotations(spacekg: Program, tmp_path: Path) -> None:
    result = spacekg("evaluate", tmp_path)
    assert result.exit_code == 3
    assert "no *.gold.json in" in result.stderr


def test_a_folder_that_is_not_there(spacekg: Program, tmp_path: Path) -> None:
    assert spacekg("evaluate", tmp_path / "nowhere").exit_code == 2


def test_the_figures_go_into_a_page(spacekg: Program, gold: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"Before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    assert spacekg("evaluate", gold, "--page", page).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"Before\n{BEGIN}\n")
    assert text.endswith(f"{END}\nafter\n")
    assert "| mine" in text
    assert "old" not in text.split()


def test_a_page_without_a_place_is_left_as_it_is(
    spacekg: Program, gold: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text("No marks.\n", encoding="utf-8")
    assert spacekg("evaluate", gold, "--page", page).exit_code == 3
    assert page.read_text(encoding="utf-8") == "No marks.\n"
