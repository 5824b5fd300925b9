"""Gates: what a pattern needs, and that asking for it first never changes an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import resources
from kg.capitals import SHAPES
from kg.encoding import filled
from kg.gates import Bank, Gate, gate_of
from kg.languages import CODES, load
from kg.needs import needed
from kg.patterns import LISTS, expression, gate, name_gate, word_list
from kg.plans import plan


def _gate(pattern: str) -> Gate:
    return gate_of(plan(pattern))


PATTERNS = (
    r"\b(?:met|meets?|talks)\b",
    r"sign(?:ed|ing)? (?:an? )?(?:accord|agreement)s?",
    r"(?:co)?operat(?:e|ed|ion)(?: with| and)? ‹[AO]\d+›",
    r"(?:one|two|three)(?: more)?\s+(?:times|visits)",
    r"[lt]aunch(?!er)\w*",
    r"(?:ab|cd){2,3}x{1,2}",
    r"\d+ (?-i:Test|Trial)",
)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:met|meeting|talks)\b", [{"met", "meeting", "talks"}]),
        (r"\bsign(?:ed|s)?\b", [{"sign"}]),
        (r"(?:operat|cooperat)ed", [{"operated"}]),
        (r"launch(?:ed)? .{0,20}‹M\d+›", [{"launch ", "launched "}, {"‹m"}]),
        (r"(?:launch)?\d*", []),
        (r"Été", [{"été"}]),
    ],
)
def test_needed_words(pattern: str, words: list[set[str]]) -> None:
    assert [set(found) for found in needed(pattern)] == words


def test_a_choice_needs_a_mark_and_a_word_where_each_branch_does() -> None:
    found = needed(r"‹A\d+›.{9}signed|talks.{9}‹P\d+›")
    assert {frozenset({"signed", "talks"}), frozenset({"‹a", "‹p"})} <= set(found)


@pytest.mark.parametrize("text", ["met", "MET", "meſſage met", "they MEET", "İ", "nobody"])
def test_a_gate_answers_as_its_pattern_does(text: str) -> None:
    pattern = r"\b(?:met|meets?|message|i)\b"
    plain = re.compile(pattern, re.IGNORECASE)
    gate = _gate(pattern)
    assert [m.span() for m in gate.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert gate.sub("-", text) == plain.sub("-", text)
    assert (gate.search(text) is None) == (plain.search(text) is None)


@pytest.mark.parametrize("text", ["ſign", "SıGN", "sİgn", "SIGN"])
def test_letters_that_match_in_another_case_open_the_gate(text: str) -> None:
    found = re.search("sign", text, re.IGNORECASE)
    assert found is not None
    assert _gate("sign").search(text) is not None


@pytest.mark.parametrize("pattern", PATTERNS)
@given(data=st.data())
def test_every_match_holds_what_is_needed(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(pattern, re.IGNORECASE)))
    assert _gate(pattern).search(text) is not None


def _texts() -> Iterator[str]:
    for path in resources.files("examples/releases", ".txt"):
        yield from path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("code", CODES)
def test_the_gates_of_a_language_change_no_answer(code: str) -> None:
    """Words of the examples serve as text, those of the patterns' own lists among them."""
    language = load(code)
    lines = [line for line in _texts() if line][::9]
    for name, text in language.patterns.items():
        if name.startswith(("macro-", "date-", "apposed-", "mention-")):
            continue
        pattern = language.expand(text)
        own, plain = gate(pattern, code), re.compile(filled(pattern), re.IGNORECASE)
        for line in lines:
            found, asked = own.search(line), plain.search(line)
            assert (found and found.regs) == (asked and asked.regs), name


@pytest.mark.parametrize("any_case", [False, True])
@pytest.mark.parametrize("code", CODES)
def test_the_gates_of_names_change_no_answer(code: str, any_case: bool) -> None:
    """Those that a reader fills in itself are not told before what they need."""
    language = load(code)
    lines = [line for line in _texts() if line][::9]
    for name, text in language.patterns.items():
        pattern = language.expand(text)
        for shape, stands_for in SHAPES.items():
            pattern = pattern.replace(shape, stands_for)
        if not name.startswith("mention-") or re.search("<[A-Z]+>", pattern):
            continue
        gate = name_gate(pattern, code, any_case=any_case)
        plain = re.compile(pattern, re.IGNORECASE if any_case else 0)
        for line in lines:
            found, asked = gate.search(line), plain.search(line)
            assert (found and found.regs) == (asked and asked.regs), name


@pytest.mark.parametrize("code", CODES)
def test_the_word_lists_of_a_language_answer_as_their_alternatives_do(code: str) -> None:
    lines = [line for line in _texts() if line][::17]
    lines += [line.upper() for line in lines[::9]]
    for name in LISTS:
        longest = sorted(load(code).words[name], key=len, reverse=True)
        alternatives = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest)
        plain = re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)
        for line in lines:
            found = [m.span() for m in word_list(code, name).finditer(line)]
            assert found == [m.span() for m in plain.finditer(line)], name


def test_a_bank_asks_many_gates_by_one_look() -> None:
    texts = ("launch(?:ed)?", "no words.{0,9}", r"\d", "signed .{0,30}treaty")
    bank = Bank(gate_of(plan(text), "bank") for text in texts)
    line = (
        "They signed no treaty, and nothing was launched from there, said all 3 who had been asked."
    )
    assert bank.open(line) == [0, 2, 3]
    assert [m[0] for m in bank.finditer(line)] == ["launched", "3", "signed no treaty"]
    assert bank.open("nobody there") == [2]


def test_words_asked_later_are_found_in_texts_looked_at_before() -> None:
    line = "a long line that was looked at before anybody asked for a rendezvous or for an outpost in it"
    assert gate_of(plan("rendezvous"), "later").search(line) is not None
    assert gate_of(plan("outpost"), "later").search(line) is not None


def test_a_pattern_that_a_language_lacks_matches_nowhere() -> None:
    gate = expression("en", "no-such-pattern")
    assert gate.search("") is None
    assert gate.match("text") is None
    assert list(gate.finditer("text")) == []
    assert gate.sub("-", "text") == "text"
