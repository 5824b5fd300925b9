"""Which signings, meetings and visits a story tells, and no others."""

from __future__ import annotations

import pytest

from kg.model import Event, Release
from tests.facts.happenings import written
from tests.facts.stage import mapper
from tests.facts.test_signed import OPENING
from tests.ways import ways

KINDS = ("AgreementSigning", "Meeting", "Visit")
CASES = ways(__file__, "encounters_apart.toml")


def _is(event: Event, kind: str, day: str, *people: str) -> bool:
    """Tell whether an event is of that kind and day, and those were there."""
    there = {key.split("/")[1] for _, key in event.links}
    return event.kind == kind and written(event.day) == day and there >= set(people)


@pytest.mark.parametrize(("code", "lines", "story"), CASES)
def test_these_are_told_and_no_others(code: str, lines: list[str], story: str) -> None:
    found = mapper().map(Release(f"{OPENING[code]}\n\n{story}\n", "apart")).events
    told = [event for event in found if event.kind in KINDS]
    assert len(told) == len(lines), told
    for line in lines:
        assert any(_is(event, *line.split()) for event in told), (line, told)
