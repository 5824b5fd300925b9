"""The finders of names and days and the readers of facts hold no words of a language in their patterns: these are in its file.

A word that the texts of both languages have in names ("van der", "de la") is none of a language's.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from kg.languages import CODES, load

_HOME = Path(__file__).resolve().parents[2] / "kg"
_ROOMS = ("dates", "facts", "mentions")
_PATTERN = re.compile(r"\(\?|\||\\[bs]")
"""What tells a string to be a pattern, or a part of one."""
_FORMS = frozenset({"Corporation"})
"""Forms of companies, which are parts of their names in the texts of all languages."""
_NO_WORDS = re.compile(r"\[[^\]]*\]|\\.|\(\?P<\w+>|\(\?i:")
"""Parts of patterns that have letters and are no words."""
_WORD = re.compile(r"[^\W\d_]{2,}")


@cache
def _words() -> frozenset[str]:
    """Return the function words and head nouns of all languages, small and with a capital."""
    words: set[str] = set()
    for language in map(load, CODES):
        for name, entries in language.words.items():
            if name in ("function", "title") or name.endswith("-head"):
                words.update(entry for entry in entries if _WORD.fullmatch(entry))
    words -= {p for code in CODES for p in load(code).words["particle"]}
    return frozenset(words | {word.capitalize() for word in words}) - _FORMS


def _patterns(source: str) -> list[str]:
    """Return the strings of a module that are parts of patterns, less its docstrings."""
    tree = ast.parse(source)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in said]
    return [n.value for n in strings if isinstance(n.value, str) and _PATTERN.search(n.value)]


def _told(source: str) -> set[str]:
    """Return the words of a language that the patterns of a module hold."""
    found = {w for p in _patterns(source) for w in _WORD.findall(_NO_WORDS.sub(" ", p))}
    return found & _words()


@pytest.mark.parametrize("room", _ROOMS)
def test_no_finder_or_reader_holds_words_of_a_language(room: str) -> None:
    told = {
        str(path.relative_to(_HOME)): sorted(words)
        for path in sorted((_HOME / room).rglob("*.py"))
        if (words := _told(path.read_text(encoding="utf-8")))
    }
    assert told == {}


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (r'_NEXT = re.compile(r"(?:,? (?:and|et|&) |, )(?:the |le |la )?")', {"and", "et", "the"}),
        (r'_HEADED = rf"\b(?:Satellite|{noun}s?) (?P<of>\d+)"', {"Satellite"}),
        (r'_SERIES = re.compile(r"(?<![\w-])[A-Z]\w*-\d+")', set()),
        (r'_BARE = re.compile(r"(?:Le|La|de|van|von) [A-Z]")', set()),
        ('def f() -> None:\n    """Tell of (?:the|and)."""', set()),
        ('kind = "after-head"', set()),
    ],
)
def test_words_of_patterns_are_told(source: str, told: set[str]) -> None:
    assert _told(source) == told
