"""What a user's words stand for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import UnreadableError
from kg.releases import discover, read

FILES = (
    "b/a.txt",
    "b/Z.PDF",
    "b/c/d.html",
    "b/.hidden.txt",
    "b/.git/e.txt",
    "b/gold.json",
    "b/table.csv",
    "a.jsonl",
    "e/picture.png",
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        ([], []),
        (["b"], ["b/Z.PDF", "b/a.txt", "b/c/d.html"]),
        (["."], ["a.jsonl", "b/Z.PDF", "b/a.txt", "b/c/d.html"]),
        (["b/table.csv", "a.jsonl"], ["b/table.csv", "a.jsonl"]),
        (["b/*"], ["b/Z.PDF", "b/a.txt", "b/c/d.html", "b/gold.json", "b/table.csv"]),
        (["**/*.txt"], ["b/a.txt"]),
        (["b/[az].txt"], ["b/a.txt"]),
        (["-", "https://example.org/a?b=*"], ["-", "https://example.org/a?b=*"]),
        (["missing.txt", "*.nothing", "e"], ["missing.txt", "*.nothing", "e"]),
    ],
)
@pytest.mark.usefixtures("here")
def test_words_stand_for_sources(words: list[str], sources: list[str]) -> None:
    assert list(discover(words)) == [str(Path(s)) if "/" in s[:2] else s for s in sources]


def test_a_glob_may_be_absolute(here: Path) -> None:
    assert list(discover([f"{here}/*.jsonl"])) == [str(here / "a.jsonl")]


def test_a_file_with_a_bracket_in_its_name_is_that_file(here: Path) -> None:
    (here / "x[1].txt").write_text("x")
    assert list(discover(["x[1].txt"])) == ["x[1].txt"]


def test_a_folder_that_links_to_its_parent_is_gone_through_once(here: Path) -> None:
    (here / "b" / "up").symlink_to(here)
    assert list(discover(["b"])) == ["b/Z.PDF", "b/a.txt", "b/c/d.html"]


def test_a_folder_that_may_not_be_read_is_not_passed_over(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = Path.iterdir

    def guarded(path: Path) -> object:
        if path.name == "c":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", guarded)
    assert list(discover([str(here / "b")]))[-1] == str(here / "b" / "c")


@pytest.mark.parametrize("word", ["missing.txt", "*.nothing", "e", "a\0b.txt", "x" * 5000])
@pytest.mark.usefixtures("here")
def test_what_stands_for_nothing_is_said_by_read(word: str) -> None:
    (source,) = discover([word])
    (error,) = read(source)
    assert isinstance(error, UnreadableError)


def test_many_files_are_found_one_by_one(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"{number:02}.txt").write_text("x")
    found = discover([str(tmp_path)])
    assert next(found).endswith(f"{os.sep}00.txt")
    assert len(list(found)) == 49
