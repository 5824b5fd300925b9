"""What is kept in the cache folder: the plans of patterns are the same with it and without."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg import kept, patterns
from kg.gates import Numbered, numbered_gate
from kg.languages import CODES


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "folder", lambda: tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a language have a few of its patterns alone, to plan all of which takes seconds."""
    every = patterns._patterns
    monkeypatch.setattr(patterns, "_patterns", lambda language: every(language)[::80])


def _anew(code: str) -> tuple[list[Any], dict[str, Numbered], dict[str, int | None]]:
    """Return all that is kept of a language, as another process would have it."""
    group, plans, lists = patterns.numbers.__wrapped__(code)
    return group.dumped(), dict(plans), lists


@pytest.mark.parametrize("code", CODES)
def test_the_plans_of_patterns_are_the_same_with_and_without_the_cache(
    code: str, cache: Path
) -> None:
    fresh = _anew(code)
    (path,) = cache.glob("patterns-*")
    assert path.name.startswith(f"patterns-{code}-")
    assert _anew(code) == fresh


@pytest.mark.usefixtures("cache")
def test_patterns_match_the_same_with_and_without_the_cache() -> None:
    lines = ["CNES and NASA signed an agreement on board.", "The launch is due in May.", ""]
    fresh, again = (patterns.numbers.__wrapped__("en") for _ in range(2))
    for text, one in fresh.patterns.items():
        gates = [numbered_gate(found.patterns[text], found.group) for found in (fresh, again)]
        first, second = ([[m.regs for m in g.finditer(line)] for line in lines] for g in gates)
        assert first == second, one.source


@pytest.mark.parametrize("damage", [b"", b"[]", b"null", b'{"a": 1}', b"[[3]]", b"\xff", b"\n"])
def test_a_damaged_file_is_made_anew(cache: Path, damage: bytes) -> None:
    fresh = _anew("en")
    (path,) = cache.glob("patterns-*")
    path.write_bytes(damage)
    assert _anew("en") == fresh
    assert path.read_bytes() != damage


def test_no_folder_is_no_hindrance(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = _anew("en")
    monkeypatch.setattr(kept, "folder", lambda: None)
    assert _anew("en") == fresh


def test_the_digest_tells_parts_apart() -> None:
    assert kept.digest("ab", "c") != kept.digest("a", "bc")
    assert kept.digest("a") != kept.digest("a", code=["needs.py"])


@pytest.mark.parametrize("lines", [[], [{"a": "é\n"}], [1, "\u2028", None, ["x"]]])
def test_lines_are_those_that_were_kept(tmp_path: Path, lines: list[Any]) -> None:
    kept.write_lines(tmp_path, "lines", "0" * 32, lines)
    found = kept.read_lines(tmp_path, "lines", "0" * 32)
    assert found is not None
    assert [json.loads(line) for line in found if line] == lines
