"""What is told of a satellite in sentences that do not name it: "It was built by", "Its launch"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kg.model import Release
from tests.facts.happenings import mapper
from tests.facts.stage import short, told

NAMED = {
    "en": "CNES and its satellites\n\nParis, 3 May 2018\n\n"
    "The HYPATIA satellite of CNES measures waves.",
    "fr": "Le CNES et ses satellites\n\nParis, le 3 mai 2018\n\n"
    "Le satellite HYPATIA du CNES mesure les vagues.",
}
STORIES = tomllib.loads(
    Path(__file__).with_name("satellite_in_stories.toml").read_text(encoding="utf-8")
)
FACTS = [(code, *case) for code, kinds in STORIES.items() for case in kinds["facts"]]
LAUNCHES = [(code, text) for code, kinds in STORIES.items() for text in kinds["launched"]]


@pytest.mark.parametrize(("code", "wanted", "sentence"), FACTS)
def test_a_fact_is_told_of_it(code: str, wanted: str, sentence: str) -> None:
    found = mapper().map(Release(f"{NAMED[code]} {sentence}\n", "story")).facts
    assert wanted in {told(f) for f in found}


@pytest.mark.parametrize(("code", "sentence"), LAUNCHES)
def test_its_launch_is_told(code: str, sentence: str) -> None:
    events = mapper().map(Release(f"{NAMED[code]} {sentence}\n", "story")).events
    (launch,) = [e for e in events if e.kind == "Launch"]
    assert launch.day is not None
    assert launch.day.value.isoformat() == "2006-12-27"
    assert {short(key) for _, key in launch.links} >= {"hypatia", "soyuz"}
