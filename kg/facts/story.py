"""The day of what a release goes on to tell without a date: that of its story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from kg.dates import recent
from kg.facts.clauses import Clause, Scene
from kg.facts.drafts import Draft, Stage
from kg.facts.timing import clause_dates
from kg.facts.wording import shapes
from kg.languages import load
from kg.model import Day

_PRESUMED = 0.6


def of_story(stage: Stage, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Give what a release goes on to tell, without a date, the day of what it told last.

    "The heads of A and B signed on Thursday. ... Mr X then visited ...": unless the words look back.
    """
    scene = stage.scene
    clause = scene.clauses[draft.order]
    if draft.day is not None or draft.status != "completed" or clause.part != "body":
        return draft
    day = _of_gathering(scene, clause) or _of_same_day(scene, clause, drafts)
    if day is None and "‹D" not in clause.text:
        day = _goes_on(scene, clause, drafts)
    if day is None:
        return draft
    return replace(draft, day=day, confidence=min(draft.confidence, _PRESUMED))


def _of_gathering(scene: Scene, clause: Clause) -> Day | None:
    """Return the day on which a gathering was told to be: "at a workshop", "during the workshop"."""
    pattern = shapes(scene.language.code, "event").get("gathering")
    match = pattern.search(clause.text) if pattern is not None else None
    if match is None:
        return None
    held = _held(scene.language.code, match["g"].casefold())
    for before in reversed(scene.clauses[: clause.order]):
        if before.part == "body" and held.search(before.text):
            days = _days(scene, before)
            return days[-1] if days else None
    return None


@lru_cache(maxsize=64)
def _held(code: str, noun: str) -> re.Pattern[str]:
    """Return what a gathering was told by before: "a workshop"."""
    pattern = load(code).patterns.get("story-held", "(?!)")
    return re.compile(pattern.replace("NOUN", noun), re.IGNORECASE)


def _of_same_day(scene: Scene, clause: Clause, drafts: Sequence[Draft]) -> Day | None:
    """Return the day told of last where the words say that it is meant: "later in the day"."""
    pattern = shapes(scene.language.code, "event").get("that-day")
    if pattern is None or pattern.search(clause.text) is None:
        return None
    told = _told(scene, drafts)
    if told:
        return told[-1]
    before = [d for c in scene.clauses[: clause.order] for d in _days(scene, c)]
    return before[-1] if before else None


def _goes_on(scene: Scene, clause: Clause, drafts: Sequence[Draft]) -> Day | None:
    back = shapes(scene.language.code, "event")["long-ago"]
    if scene.linked.document.issued is None or back.search(clause.text) is not None:
        return None
    told = _told(scene, drafts)
    return told[-1] if told else None


def _told(scene: Scene, drafts: Sequence[Draft]) -> list[Day]:
    """Return the days of what was done, as far as a release reports of them, in order."""
    issued = scene.linked.document.issued
    done = [d.day for d in drafts if d.day is not None and d.status == "completed"]
    return [d for d in done if d.precision == "day" and recent(d, issued)]


def _days(scene: Scene, clause: Clause) -> list[Day]:
    issued = scene.linked.document.issued
    days = [d.day for _, d in clause_dates(scene, clause)]
    return [d for d in days if d.precision == "day" and recent(d, issued)]
