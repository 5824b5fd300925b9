"""A language's file is kept as JSON in the cache folder, and read the same from there."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kg import kept, languages
from kg.languages import CODES

FOLDER = Path(languages.__file__).parent


def _data(code: str) -> dict[str, Any]:
    text = (FOLDER / f"{code}.toml").read_bytes()
    held: dict[str, Any] = languages._data(code, text, kept.digest(text))
    return held


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "folder", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize("code", CODES)
def test_what_is_kept_is_what_the_file_holds(code: str, cache: Path) -> None:
    held = tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    assert _data(code) == held
    (path,) = cache.iterdir()
    assert path.name.startswith(f"language-{code}-")
    assert _data(code) == held


@pytest.mark.parametrize("damage", [b"", b"[]", b"null", b"\xff"])
def test_a_damaged_file_is_made_anew(cache: Path, damage: bytes) -> None:
    held = _data("fr")
    (path,) = cache.iterdir()
    path.write_bytes(damage)
    assert _data("fr") == held


def test_without_a_cache_folder_the_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "folder", lambda: None)
    assert _data("en")["rule"]
