"""How patterns are searched for: what their matches begin with, and their alternatives one by one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.alternatives import alternatives
from kg.beginnings import beginning, guarded
from kg.gates import Choice, gate_of
from kg.plans import plan

CHOICE = (
    r"^\W*(?:on|during) (?P<v>an? visit to) (?P<a>‹I\d+›)|(?P<b>‹P\d+›)[^.;]{0,60}? visited (?P<c>‹I\d+›)"
    r"|\b(?:host(?:ed|s)|welcomed) (.{0,20}) (?P<d>‹P\d+›)|(?P<e>‹P\d+›)[^.;]{0,9} (?:went|came) to (?P<f>‹I\d+›)"
)
TEXTS = (
    "On a visit to ‹I0›, ‹P1› visited ‹I2› and ‹P3› came to ‹I4›",
    "‹A1› hosted in ‹I2› ‹P3› who visited ‹I4›",
    "‹P1› VISITED ‹I1›; ‹P2› went to ‹I2›",
    "nobody was there",
    "",
)


@pytest.mark.parametrize(
    ("pattern", "ahead"),
    [
        ("launch|lift", "(?=[l][ai][fu])"),
        (r"\b(?-i:[A-Z])\d?x", r"(?=(?-i:[A-Z])[\dx])"),
        (r"(?i:a|b)|C", "(?=(?i:[Cab]))"),
        (r"(?:of )?‹A\d+›", r"(?=[o‹][Af][\ \d])"),
        (r"\w+ launch", ""),
        (r".launch", ""),
        (r"a*", ""),
        (r"a.b", "(?=[a](?s:.)[b])"),
        (r"(?:(?<=x)|(?<=y))(?=ab|cd)", "(?=[ac][bd])"),
        (r"(?=a)b", "(?=[b])"),
        (r"(?=a?)", ""),
    ],
)
def test_what_a_match_begins_with(pattern: str, ahead: str) -> None:
    assert beginning(pattern) == ahead


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:the |an? )?(?:joint|common) (?:\w+ ){0,2}(?-i:Mission)s?",
        r"\b[lſk]aunch|(?<=x)y{2,3}|z(?!a)b?",
        r"[^a]b|c[^\d]",
        r"(?:(?<=a)|(?<!K))(?=[xy]|aS)|z",
        r"(?P<q>[\"«])x(?P=q)",
    ],
)
@given(data=st.data())
def test_the_look_ahead_passes_over_no_match(pattern: str, data: st.DataObject) -> None:
    regex = re.compile(pattern, re.IGNORECASE)
    text = data.draw(st.from_regex(regex)) + data.draw(st.text("aſKkıİxyz", max_size=3))
    ahead = re.compile(guarded(pattern), re.IGNORECASE)
    assert [m.regs for m in ahead.finditer(text)] == [m.regs for m in regex.finditer(text)]


def test_a_long_choice_is_tried_by_alternatives_that_keep_all_groups() -> None:
    each = alternatives(CHOICE)
    assert [one.alone for one in each][1] == r"(?P<b>‹P\d+›)[^.;]{0,60}? visited (?P<c>‹I\d+›)"
    whole = re.compile(CHOICE)
    for one in each:
        assert re.compile(one.grouped).groupindex == whole.groupindex
        assert re.compile(one.grouped).groups == whole.groups


@pytest.mark.parametrize("pattern", ["met|saw", r"\b(?:one|two|three|four) (?P<a>x)", r"a(?:b|c)"])
def test_a_short_choice_is_tried_as_one(pattern: str) -> None:
    assert alternatives(pattern) == ()


def test_a_choice_in_brackets_is_found_behind_a_word_boundary() -> None:
    inner = [rf"(?P<g{n}>‹P\d+›) (?:has )?{word}ed the site" for n, word in enumerate("vwxy")]
    each = alternatives(rf"\b(?:{'|'.join(inner)})\b|else")
    assert [one.alone for one in each] == [*(rf"\b(?:{one})\b" for one in inner), "else"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_choice_answers_as_its_pattern_does(text: str) -> None:
    gate, whole = gate_of(plan(CHOICE), "choice"), re.compile(CHOICE, re.IGNORECASE)
    assert isinstance(gate, Choice)
    found = [(m.regs, m.groupdict()) for m in gate.finditer(text)]
    assert found == [(m.regs, m.groupdict()) for m in whole.finditer(text)]
    assert gate.sub("-", text) == whole.sub("-", text)
