"""With whom a body works that only the sentence before names: "A leads X. B is its partner".

Who is said to help it takes part in what the sentence before says that it is at work on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.facts.clauses import Clause, Scene
from kg.facts.status import denied, status_of, window
from kg.facts.wording import held, shapes
from kg.model import Fact
from kg.patterns import expression

_CONFIDENCE = 0.75
_RULE = "beside-it"


def read(scene: Scene) -> Iterator[Fact]:
    """Yield the partners of the body that each sentence's forerunner opens with."""
    code = scene.language.code
    opening = expression(code, "opens-with-body", any_case=True)
    for before, clause in pairwise(scene.clauses):
        if clause.part != "body" or clause.quoted or not _has_body(clause.text):
            continue
        opens = opening.match(before.text)
        if opens is not None and before.part != "contacts" and not before.quoted:
            (body,) = scene.keys(opens["a"], "AO")
            yield from _partners(scene, body, before, clause)


def _partners(scene: Scene, body: str, before: Clause, clause: Clause) -> Iterator[Fact]:
    """Yield with whom a clause tells a body to work, and on what the one before says that it is at work."""
    code = scene.language.code
    wholes = () if scene.keys(clause.text, "MYG") else scene.keys(before.text, "MG")
    for pattern in shapes(code, "beside").values():
        for match in pattern.finditer(clause.text):
            words = window(clause.text, *match.span())
            if denied(code, words):
                continue
            status = status_of(code, words, "underway")
            for partner in scene.keys(held(match, "a"), "AO"):
                told = (clause.span, _RULE, _CONFIDENCE, status)
                if partner != body:
                    yield Fact(body, "cooperatesWith", partner, *told)
                    if len(wholes) == 1:
                        yield Fact(partner, "participatesIn", wholes[0], *told)


def _has_body(text: str) -> bool:
    return "‹A" in text or "‹O" in text
