"""What a sentence tells of a thing that only the sentence before names.

"- GHGSat-C1 looks for methane. Manufacturer: SFL." or "MERLIN is due in 2021. DLR is supplying its
lidar, while CNES takes charge of the platform": a maker, a customer or a part is enough to know
whose share in what is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts.clauses import Clause, Scene
from kg.facts.status import denied, status_of, window
from kg.facts.wording import held, shapes
from kg.model import Fact
from kg.patterns import expression

_BACK = 2
_CONFIDENCE = 0.75
_THINGS, _WHOLES = "MYG", "MG"
_IN = "participatesIn"
_RUN = "operatedBy"
"""A relation whose words may leave out of what: "X built M, and operations rest with Y"."""
_OF_SITES = "-site"
"""How the names of patterns end whose words speak of "the station" or "the base"."""
_GIVES = "contributes"
_OF_BODIES = (_IN, _GIVES, "leads")
"""What is said of a body and a thing; all else is said of a thing and a body."""


def read(scene: Scene) -> Iterator[Fact]:
    """Yield the facts of sentences that name bodies and their roles, but not what these are in.

    Beside an instrument that is named ("A supplies X and B the platform") a part is the mission's.
    """
    patterns = sorted(shapes(scene.language.code, "role").items())
    for clause in scene.clauses:
        if clause.part != "body":
            continue
        whole = bool(scene.keys(clause.text, _WHOLES))
        beside = whole or bool(scene.keys(clause.text, _THINGS))
        for name, pattern in patterns:
            predicate = name.split("-")[0]
            if (whole and predicate != _RUN) or (beside and predicate not in (_IN, _RUN)):
                continue
            # Operations that are not said to be an instrument's are the mission's.
            wanted = _WHOLES if beside or predicate == _RUN else _THINGS
            if name.endswith(_OF_SITES):
                wanted = "S"
            if predicate == _GIVES:
                # "Further parts are supplied by X": those of an instrument.
                wanted = "Y"
            for match in pattern.finditer(clause.text):
                yield from _told(scene, clause, match, predicate, wanted)


def _told(
    scene: Scene, clause: Clause, match: re.Match[str], predicate: str, wanted: str
) -> Iterator[Fact]:
    code = scene.language.code
    words = window(clause.text, *match.span())
    if denied(code, words):
        return
    status = status_of(code, words, "underway")
    rule = f"role-{predicate.lower()}"
    own = _here(scene, clause, match, "S" if wanted == "S" else "M")
    for thing in own or _before(scene, clause, wanted):
        for body in scene.keys(held(match, "a"), "AOC"):
            one, other = (body, thing) if predicate in _OF_BODIES else (thing, body)
            yield Fact(one, predicate, other, clause.span, rule, _CONFIDENCE, status)


def _here(scene: Scene, clause: Clause, match: re.Match[str], codes: str) -> tuple[str, ...]:
    """Return the only mission, or site, that the clause itself names up to where a match ends."""
    named = scene.keys(clause.text[: match.end()], codes)
    return named if len(named) == 1 else ()


def _before(scene: Scene, clause: Clause, wanted: str) -> tuple[str, ...]:
    """Return what the nearest sentence before names: what it opens with, or the only such thing."""
    opening = expression(scene.language.code, "roles-opening", any_case=True)
    for before in reversed(scene.clauses[max(0, clause.order - _BACK) : clause.order]):
        opens = opening.match(before.text)
        named = scene.keys(opens["m"] if opens else before.text, wanted)
        if named:
            # "M associe deux radars, X et Y. A a construit la plateforme": that of M.
            whole = scene.keys(opens["m"] if opens else before.text, "M")
            return named if len(named) == 1 else whole if len(whole) == 1 else ()
    return ()
