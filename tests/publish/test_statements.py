"""docs/publishing.md lists all 64 statements, and the files that it names hold them by number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROW = re.compile(r"^\| (\d+) \| (.+?) \| (.+?) \|$", re.MULTILINE)
STATEMENTS = range(1, 65)


@pytest.fixture(scope="module")
def rows(checkout: Path) -> dict[int, str]:
    text = (checkout / "docs" / "publishing.md").read_text(encoding="utf-8")
    return {int(number): held for number, _, held in ROW.findall(text)}


def test_all_statements_are_listed_in_order(rows: dict[int, str]) -> None:
    assert list(rows) == list(STATEMENTS)


@pytest.mark.parametrize("number", STATEMENTS)
def test_each_statement_has_tests_of_its_number(rows: dict[int, str], number: int) -> None:
    files = re.findall(r"`([\w/.]+\.py)`", rows[number])
    assert files
    name = re.compile(rf"^def test_(?:\d\d_and_)*{number:02}_", re.MULTILINE)
    for file in files:
        assert name.search((HERE / file).read_text(encoding="utf-8")), (number, file)
