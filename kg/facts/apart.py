"""Agreements that one sentence tells with several partners: "signed one with A on Monday and another with B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.facts.drafts import Draft, Stage
from kg.facts.tellings import Telling
from kg.facts.wording import held, shapes
from kg.patterns import expression

_BODIES = "AO"
_PAIR, _SEVERAL = 2, 3


def parted(stage: Stage, telling: Telling, sign: re.Match[str]) -> tuple[Telling, Telling | None]:
    """Return a telling up to the second agreement that the same signer concluded, and the rest of it."""
    scene, text = stage.scene, telling.text
    cut = shapes(scene.language.code, "event")["sign-other"].search(text, sign.end())
    before = text[: sign.start()]
    people, bodies = scene.keys(before, "P"), scene.keys(before, _BODIES)
    if cut is None or not (people or bodies):
        return telling, None
    first = telling.clause.cut(0, cut.start())
    rest = telling.clause.cut(cut.start(), len(text))
    named = scene.keys(rest.text, "P")
    mine = tuple(p for p in telling.people if p in people or p not in named)
    own = replace(telling, clause=first, people=mine, bodies=scene.keys(first.text, _BODIES))
    if expression(scene.language.code, "apart-verb", any_case=True).search(rest.text) is not None:
        # "..., and another with B is being prepared": that one is not signed.
        return own, None
    others = (*bodies, *scene.keys(rest.text, _BODIES))
    second = replace(
        telling,
        clause=rest,
        people=tuple(dict.fromkeys((*people, *named))),
        bodies=tuple(dict.fromkeys(others)),
    )
    return own, second


def with_each(stage: Stage, telling: Telling, draft: Draft) -> Iterator[Draft]:
    """Yield a signing with each of those with whom agreements were signed: "agreements with A, B and C"."""
    told = shapes(stage.scene.language.code, "event")["with-each"].search(telling.text)
    partners = stage.scene.keys(held(told, "b"), _BODIES) if told is not None else ()
    before = stage.scene.keys(telling.text[: told.start()], _BODIES) if told is not None else ()
    own = tuple(b for b in draft.bodies if b not in partners and b in before)
    theirs = set(stage.bodies_of(draft.people)) & set(partners)
    if draft.count > 1 or len(partners) < _SEVERAL or len(own) != 1 or theirs:
        yield draft
        return
    for partner in partners:
        yield replace(draft, bodies=(*own, partner), plural=False)
