"""Lists of words as one expression: it matches what their alternatives would, the longest first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.languages import CODES, load
from kg.wordtries import trie


def _alternatives(words: tuple[str, ...]) -> str:
    longest = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest)


def test_words_share_their_beginnings() -> None:
    assert trie(["head", "heads", "he", "a b"]) == r"(?:he(?:ad(?:s)?)?|a\s+b)"


def test_words_that_differ_in_case_alone_stay_alternatives() -> None:
    assert trie(["Dr", "dr."]) == r"dr\.|Dr"


def _spaced(letters: str) -> str:
    return " ".join(letters.split())


@given(
    st.lists(st.text("aAbſ .", min_size=1, max_size=4).map(_spaced).filter(bool), min_size=1),
    st.text("aAbBſ .", max_size=12),
)
def test_a_trie_matches_as_the_alternatives_do(words: list[str], text: str) -> None:
    for flags in (0, re.IGNORECASE):
        one = re.compile(rf"(?:{trie(words)})(?!b)", flags)
        other = re.compile(rf"(?:{_alternatives(tuple(words))})(?!b)", flags)
        assert [m.span() for m in one.finditer(text)] == [m.span() for m in other.finditer(text)]


@pytest.mark.parametrize("code", CODES)
def test_each_word_of_a_language_is_matched_whole(code: str) -> None:
    for name, words in load(code).words.items():
        regex = re.compile(trie(words), re.IGNORECASE)
        assert [w for w in words if regex.fullmatch(w) is None] == [], name
