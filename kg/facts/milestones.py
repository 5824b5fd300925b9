"""Milestones: a phase of a project completed on a day."""

from __future__ import annotations

from functools import cache
from re import Pattern

from kg.encoding import compile_pattern, marks
from kg.facts.drafts import Draft, Stage, status_by_day
from kg.languages import load


@cache
def _pattern(code: str) -> Pattern[str]:
    return compile_pattern(load(code).patterns["milestone"])


def read(stage: Stage) -> list[Draft]:
    """Return the completed phases that a document tells."""
    scene = stage.scene
    drafts = []
    for clause in scene.clauses:
        for match in _pattern(scene.language.code).finditer(clause.text):
            day = scene.dates[marks(match["d"])[0][1]].day
            drafts.append(
                Draft(
                    kind="Milestone",
                    day=day,
                    status=status_by_day(day, scene.linked.document.issued, "completed"),
                    evidence=(clause.span,),
                    order=clause.order,
                    rule="milestone",
                    concerns=scene.keys(match["m"], "MYG"),
                    label=match["what"],
                )
            )
    return drafts
