"""What is kept in the cache folder: the plans of patterns are the same with it and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import kept, patterns
from kg.languages import CODES
from kg.plans import Plan


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "folder", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a language have a few of its patterns alone, to plan all of which takes seconds."""
    every = patterns._patterns
    monkeypatch.setattr(patterns, "_patterns", lambda language: every(language)[:30])


def _anew(code: str) -> dict[str, Plan]:
    plans: dict[str, Plan] = patterns._kept(code)
    return plans


@pytest.mark.parametrize("code", CODES)
def test_the_plans_of_patterns_are_the_same_with_and_without_the_cache(
    code: str, cache: Path
) -> None:
    fresh = _anew(code)
    (path,) = cache.glob("patterns-*")
    assert path.name.startswith(f"patterns-{code}-")
    assert _anew(code) == fresh == patterns._plans(code)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("damage", [b"", b"[]", b"null", b'{"a": 1}', b"[[3]]", b"\xff"])
def test_a_damaged_file_is_made_anew(cache: Path, damage: bytes) -> None:
    fresh = _anew("en")
    (path,) = cache.glob("patterns-*")
    path.write_bytes(damage)
    assert _anew("en") == fresh
    assert path.read_bytes() != damage


def test_no_folder_is_no_hindrance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "folder", lambda: None)
    assert _anew("en") == patterns._plans("en")


def test_the_digest_tells_parts_apart() -> None:
    assert kept.digest("ab", "c") != kept.digest("a", "bc")
    assert kept.digest("a") != kept.digest("a", code=["needs.py"])
