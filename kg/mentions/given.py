"""Common given names, which tell persons from other things with capitals."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kg.names import fold


@cache
def _given_names() -> frozenset[str]:
    lines = (files("kg.languages") / "given-names.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(fold(n) for line in lines if not line.startswith("#") for n in line.split())


def is_given(word: str) -> bool:
    """Tell whether a word, or the first part of a double one, is a common given name."""
    return fold(word.split("-", 1)[0]) in _given_names()
