"""Milestones: a phase of a project completed on a day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.encoding import marks
from kg.facts.clauses import Clause
from kg.facts.drafts import Draft, Stage, status_by_day
from kg.facts.wording import shapes

_ENDEAVOURS = "MYG"


def read(stage: Stage) -> list[Draft]:
    """Return the completed phases that a document tells."""
    patterns = shapes(stage.scene.language.code, "milestone")
    drafts: list[Draft] = []
    for clause in stage.scene.clauses:
        for name in ("whose", "of", "own"):
            for match in patterns[name].finditer(clause.text):
                drafts += _draft(stage, clause, match)
    return drafts


def _draft(stage: Stage, clause: Clause, match: re.Match[str]) -> Iterator[Draft]:
    scene = stage.scene
    concerns = _concerned(stage, clause, match)
    if not concerns:
        return
    day = scene.dates[marks(match["d"])[0][1]].day
    yield Draft(
        kind="Milestone",
        day=day,
        status=status_by_day(day, scene.linked.document.issued, "completed"),
        evidence=(clause.span,),
        order=clause.order,
        rule="milestone",
        concerns=concerns,
        label=match["what"],
    )


def _concerned(stage: Stage, clause: Clause, match: re.Match[str]) -> tuple[str, ...]:
    """Return what the phase is of: for "its", the one endeavour named just before."""
    if "m" in match.groupdict():
        return stage.scene.keys(match["m"], _ENDEAVOURS)
    before = stage.scene.clauses[clause.order - 1].text if clause.order else ""
    for text in (clause.text[: match.start()], before):
        named = stage.scene.keys(text, _ENDEAVOURS)
        if named:
            return named if len(named) == 1 else ()
    return ()
