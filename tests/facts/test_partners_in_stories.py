"""Who works with the body that the sentence before is about: "NASA is its partner"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kg.model import Release
from tests.facts.happenings import mapper
from tests.facts.stage import told

BEFORE = {
    "en": "Space news\n\nParis, 3 May 2018\n\nDLR is preparing the HYPATIA mission.",
    "fr": "Nouvelles\n\nParis, le 3 mai 2018\n\nLe DLR prépare la mission HYPATIA.",
}
AFTER = {
    "en": "More will be told in the coming weeks, the press office said on this occasion.",
    "fr": "D'autres précisions seront données dans les semaines à venir, a dit le service de presse.",
}
STORIES = tomllib.loads(
    Path(__file__).with_name("partners_in_stories.toml").read_text(encoding="utf-8")
)
TOLD = [(code, *case) for code, kinds in STORIES.items() for case in kinds["told"]]
NONE = [(code, text) for code, kinds in STORIES.items() for text in kinds["none"]]


def _facts(code: str, sentence: str) -> set[str]:
    text = f"{BEFORE[code]} {sentence} {AFTER[code]}\n"
    found = mapper().map(Release(text, "story")).facts
    return {told(f) for f in found if f.status != "discussed"}


@pytest.mark.parametrize(("code", "wanted", "sentence"), TOLD)
def test_a_partner_is_told_of(code: str, wanted: str, sentence: str) -> None:
    assert wanted in _facts(code, sentence)


@pytest.mark.parametrize(("code", "sentence"), NONE)
def test_no_partner_is_told_of(code: str, sentence: str) -> None:
    facts = _facts(code, sentence)
    assert "dlr cooperatesWith nasa" not in facts
    assert "nasa participatesIn hypatia" not in facts
