"""Agreements told as the lines of a list: "• Monday 15 June, with X, Chairman of Y: an agreement on Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.facts.clauses import Clause, Scene
from kg.facts.drafts import Draft, Stage
from kg.facts.presence import onlookers
from kg.facts.timing import clause_dates
from kg.patterns import expression, word_list

_PAIR = 2
_SIGNING = "AgreementSigning"
BULLET = re.compile(r"\s*(?:[•*▪–—-]|\d{1,2}[.)])\s")


def itemised(stage: Stage, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the events, with each line of a list of signings in place of "several were signed"."""
    found: list[Draft] = []
    for draft in drafts:
        told = list(_items(stage, draft)) if draft.kind == _SIGNING and _several(draft) else []
        found += told if len(told) >= _PAIR else [draft]
    return found


def _several(draft: Draft) -> bool:
    return (draft.plural or draft.count >= _PAIR) and bool(draft.actors)


def _items(stage: Stage, draft: Draft) -> Iterator[Draft]:
    """Yield a signing for each line right after the sentence that announces them."""
    scene = stage.scene
    for clause in scene.clauses[draft.order + 1 :]:
        if BULLET.match(clause.text) is None:
            return
        item = _item(stage, draft, clause)
        if item is not None:
            yield item


def _item(stage: Stage, draft: Draft, clause: Clause) -> Draft | None:
    scene = stage.scene
    code = scene.language.code
    noun = word_list(code, "agreement").search(clause.text)
    partner = expression(code, "listed-partner", any_case=True).search(clause.text)
    if noun is None or partner is None:
        return None
    head = re.split(r"[:;.]", clause.text[partner.end() :], maxsplit=1)[0]
    people = tuple(dict.fromkeys((*draft.people, *scene.keys(head, "P"))))
    watched = onlookers(scene, head)
    bodies = (*draft.bodies, *stage.bodies_of(p for p in people if p not in watched))
    if not people:
        bodies = (*bodies, *scene.keys(head, "AO"))
    dates = [d.day for _, d in clause_dates(scene, clause)]
    return replace(
        draft,
        day=dates[0] if dates else draft.day,
        evidence=(*draft.evidence, clause.span),
        people=people,
        bodies=tuple(dict.fromkeys(bodies)),
        witnesses=(*draft.witnesses, *watched),
        concerns=scene.keys(clause.text, "MYG"),
        subjects=_subject(scene, clause),
        agreement=noun[0].lower(),
        plural=False,
        count=1,
    )


def _subject(scene: Scene, clause: Clause) -> tuple[str, ...]:
    return scene.keys(clause.text, "MYG")[:1]
