"""Ways to tell that somebody came or met somebody, and when."""

from __future__ import annotations

import pytest

from kg.model import Release
from tests.facts.happenings import written
from tests.facts.stage import mapper
from tests.facts.test_signed import OPENING
from tests.ways import ways

CASES = ways(__file__, "visited.toml")


@pytest.mark.parametrize(("code", "when", "sentence"), CASES)
def test_he_came_on_that_day(code: str, when: str, sentence: str) -> None:
    events = mapper().map(Release(f"{OPENING[code]}\n\n{sentence}\n", "visited")).events
    days = [
        written(event.day)
        for event in events
        if event.kind in ("Meeting", "Visit")
        and event.day
        and "person/zhang-kejian" in {key for _, key in event.links}
    ]
    assert days == [when]
