"""Sentences encoded with marks, and patterns with slots that read them."""

from __future__ import annotations

import pytest

from kg.encoding import Mark, compile_pattern, encode, marks, slots
from kg.model import Span

TEXT = "On Friday, l’ESA et\u00a0le CNES\nmet."
ESA, CNES = (
    Span(TEXT.index("ESA"), TEXT.index("ESA") + 3),
    Span(TEXT.index("CNES"), TEXT.index("CNES") + 4),
)
WHOLE = Span(0, len(TEXT))
ENCODED = encode(TEXT, WHOLE, [Mark(ESA, "A", 0), Mark(CNES, "A", 1)])


def test_names_become_marks_and_spaces_plain() -> None:
    assert ENCODED.text == "On Friday, l'‹A0› et le ‹A1› met."


@pytest.mark.parametrize("word", ["Friday", "met", "On"])
def test_every_place_is_known_in_the_text(word: str) -> None:
    assert ENCODED.origin(ENCODED.text.index(word)) == TEXT.index(word)


def test_a_marks_place_is_its_names() -> None:
    assert ENCODED.origin(ENCODED.text.index("‹A1›")) == CNES.begin


def test_a_part_is_encoded_with_the_offsets_of_the_whole() -> None:
    part = encode(TEXT, Span(4, len(TEXT)), [Mark(ESA, "A", 0)])
    assert part.origin(part.text.index("met")) == TEXT.index("met")


def test_marks_are_read_back() -> None:
    assert marks(ENCODED.text) == (("A", 0), ("A", 1))
    assert marks(None) == ()


@pytest.mark.parametrize(
    ("pattern", "text", "group"),
    [
        ("{org:a} met", "‹A0› met", "‹A0›"),
        ("{org+:a} met", "‹A0›, ‹O1› and ‹A2› met", "‹A0›, ‹O1› and ‹A2›"),
        ("{org+:a} ont", "‹A0› et le ‹A1› ont", "‹A0› et le ‹A1›"),
        ("{person:a}", "by ‹P7›.", "‹P7›"),
    ],
)
def test_slots_take_marks_of_their_class(pattern: str, text: str, group: str) -> None:
    match = compile_pattern(pattern).search(text)
    assert match is not None
    assert match["a"] == group


def test_a_slot_takes_no_other_class() -> None:
    assert compile_pattern("{org:a} met").search("‹P0› met") is None


def test_named_slots_are_told() -> None:
    assert slots("{org:a} and {mission+:m} {date}") == {"a": "AO", "m": "M"}
