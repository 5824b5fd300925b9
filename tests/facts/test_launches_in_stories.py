"""Launches told in the many ways that writers of releases have: by frames, around pronouns, one after another."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kg.model import Event, Release
from tests.facts.happenings import written
from tests.facts.stage import mapper, short

HEADS = {
    "en": "CNES news\n\nParis, 3 May 2018\n\n",
    "fr": "Le CNES et ses partenaires\n\nParis, le 3 mai 2018\n\n",
}
INTRODUCED = {
    "en": "The HYPATIA satellite of CNES measures waves. ",
    "fr": "Le satellite HYPATIA du CNES mesure les vagues. ",
}
"""What stands before a text that begins with a plus sign: it tells of this satellite."""
STORIES = tomllib.loads(
    Path(__file__).with_name("launches_in_stories.toml").read_text(encoding="utf-8")
)
CASES = [
    (code, wanted, text)
    for code, kinds in STORIES.items()
    for kind in kinds.values()
    for wanted, text in kind
]


def _told(event: Event) -> list[str]:
    """Return what a launch tells of each passenger: its name, day, rocket and site, "-" for what is not told."""
    links = {name: short(key) for name, key in event.links if name in ("vehicle", "site")}
    day = written(event.day) if event.day else "-"
    others = (links.get("vehicle", "-"), links.get("site", "-"))
    flown = (short(key) for name, key in event.links if name == "payload")
    return [" ".join((one, day, *others)) for one in flown]


@pytest.mark.parametrize(("code", "wanted", "text"), CASES)
def test_launches_are_told(code: str, wanted: str, text: str) -> None:
    body = INTRODUCED[code] + text.removeprefix("+ ") if text.startswith("+ ") else text
    events = mapper().map(Release(f"{HEADS[code]}{body}\n", "story")).events
    found = sorted(line for e in events if e.kind == "Launch" for line in _told(e))
    assert found == sorted(filter(None, wanted.split("; ")))
