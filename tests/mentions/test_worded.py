"""The patterns of names in the languages' files: their shapes are filled in, and none is left."""

from __future__ import annotations

import re

import pytest

from kg.languages import CODES
from kg.mentions import worded

_FILLED = {
    *("COINED", "WORD", "UPPER", "LOWER"),
    *("HEADS", "TITLES", "MODIFIERS", "PROPER", "APPOSED", "ONE", "QUOTED"),
    *("TITLED", "CAPITAL", "WORDS", "FIRST", "PARTNER", "MANY", "NAME", "HONORIFIC"),
}
"""The shapes of names, and what the finders fill in."""


@pytest.mark.parametrize("code", CODES)
def test_no_macro_is_left_and_every_shape_is_known(code: str) -> None:
    for name in worded.named(code, ""):
        full = worded.source(code, name)
        assert re.findall(r"(?<!\?P)<[a-z]+>", full) == [], name
        assert set(re.findall(r"(?<!\?P)<([A-Z]+)>", full)) <= _FILLED, name


def test_shapes_and_what_is_given_are_filled_in() -> None:
    found = worded.pattern("en", "one-of", heads="gadget").search("another gadget, Zoumi, is")
    assert found is not None
    assert found[1] == "Zoumi"


def test_a_language_may_lack_a_way_of_naming() -> None:
    assert worded.pattern("en", "flying-made").search("LYRA a été construit par X") is None
    assert list(worded.matches("en", "flying-made", "LYRA a été construit par X")) == []
    assert [m[1] for m in worded.matches("fr", "flying-made", "LYRA a été construit par X")] == [
        "LYRA"
    ]


def test_patterns_come_in_the_order_of_the_file() -> None:
    assert list(worded.named("en", "kind-")) == ["kind-last", "kind-first"]
    assert list(worded.named("fr", "kind-")) == ["kind-first", "kind-last"]
