"""Each rule of the languages' files reads what it is there for, and nothing where it is negated."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.facts import rules
from kg.languages import CODES, load
from tests.facts.stage import scene, told

_PAIR = ("agency/cnes", "agency/roscosmos")


@cache
def cases(code: str) -> tuple[dict[str, Any], ...]:
    path = Path(__file__).parent / f"rules_{code}.toml"
    return tuple(tomllib.loads(path.read_text(encoding="utf-8"))["case"])


def _all() -> list[Any]:
    return [
        pytest.param(code, case, id=f"{code}-{case['rule']}-{n}")
        for code in CODES
        for n, case in enumerate(cases(code))
    ]


def read_by(rule: str, text: str, code: str) -> set[str]:
    found = rules.read(scene(text, code), _PAIR)
    return {told(fact) for fact in found if fact.rule == rule}


@pytest.mark.parametrize(("code", "case"), _all())
def test_what_a_rule_reads(code: str, case: dict[str, Any]) -> None:
    assert read_by(case["rule"], case["text"], code) == set(case["says"])


@pytest.mark.parametrize("code", CODES)
def test_each_rule_is_shown_by_a_sentence(code: str) -> None:
    """A new rule needs a case in rules_en.toml or rules_fr.toml beside this file."""
    shown = {case["rule"] for case in cases(code) if case["says"]}
    assert shown == {rule["name"] for rule in load(code).rules}


@pytest.mark.parametrize("code", CODES)
def test_no_two_rules_have_one_name(code: str) -> None:
    names = [rule["name"] for rule in load(code).rules]
    assert sorted(names) == sorted(set(names))
