"""Clauses as the rules of facts read them: "the two agencies" are those two by name.

Readers of events know of such words themselves, since a meeting's parties are people too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.encoding import marks
from kg.facts.clauses import Clause, Scene
from kg.facts.wording import shapes
from kg.gates import Gate

_PAIR = 2
_BACK = 4
_COUNTS = (
    *(("two", 2), ("both", 2), ("pair", 2), ("duo", 2), ("couple", 2), ("three", 3), ("four", 4)),
    *(("deux", 2), ("l'un", 2), ("tandem", 2), ("trois", 3), ("quatre", 4)),
)


def read(scene: Scene, pair: tuple[str, ...], represents: dict[str, tuple[str, ...]]) -> Scene:
    """Return the scene with both bodies named wherever a clause speaks of two without names.

    They are the two named before in the clause, by themselves or through persons who
    `represents` says stand for them; else those of the nearest clause that names two; else `pair`.
    """
    two = shapes(scene.language.code, "spoken").get("two")
    several = shapes(scene.language.code, "spoken").get("several")
    clauses = []
    for told in scene.clauses:
        clause = _craft(scene, told, several)
        match = two.search(clause.text) if two is not None else None
        named = _two(scene, clause, match, pair, represents=represents) if match else ()
        clauses.append(_named(clause, match.span(), named) if match and named else clause)
    return replace(scene, clauses=tuple(clauses))


def _craft(scene: Scene, clause: Clause, several: Gate | None) -> Clause:
    """Return the clause with the things named that "all three" and "both satellites" are."""
    match = several.search(clause.text) if several is not None else None
    words = (match["w"] or match[0]).casefold() if match is not None else ""
    count = next((n for word, n in _COUNTS if word in words), 0)
    if match is None or not count:
        return clause
    sorts = "M" if match["m"] else "Y" if match["y"] else "MY"
    found = [_last(scene, clause, sort, count) for sort in sorts]
    meant = [things for things in found if things]
    group = "w" if match["w"] else 0
    return _named(clause, match.span(group), meant[0]) if len(meant) == 1 else clause


def _last(scene: Scene, clause: Clause, sort: str, count: int) -> tuple[str, ...]:
    """Return the marks of the things of a sort that were named last, if they are so many."""
    found: dict[str, str] = {}
    for earlier in reversed(scene.clauses[max(0, clause.order - _BACK + 1) : clause.order]):
        for code, number in marks(earlier.text):
            if code == sort:
                found.setdefault(scene.mention(number).entity, f"‹{sort}{number}›")
        if len(found) >= count:
            break
    return tuple(found.values()) if len(found) == count else ()


def plainer(scene: Scene) -> Scene:
    """Return the clauses of a scene that say more without what they put in, that alone.

    "A contract between A, the arm of B, and C" is one between A and C.
    """
    patterns = shapes(scene.language.code, "spoken")
    shorter = (
        c._replace(text=_bare(c.text, patterns.get("inserted"), patterns.get("described")))
        for c in scene.clauses
    )
    return replace(
        scene,
        clauses=tuple(s for s, c in zip(shorter, scene.clauses, strict=True) if s.text != c.text),
    )


def _bare(text: str, inserted: Gate | None, described: Gate | None) -> str:
    """Return a clause without insertions, nor "the French space agency" before an agency's name."""
    text = inserted.sub(r"\g<x>", text) if inserted is not None else text
    return described.sub("", text) if described is not None else text


def _named(clause: Clause, span: tuple[int, int], two: Sequence[str]) -> Clause:
    begin, end = span
    text = clause.text[:begin] + " and ".join(two) + clause.text[end:]
    return clause._replace(text=text)


def _two(
    scene: Scene,
    clause: Clause,
    match: re.Match[str],
    pair: tuple[str, ...],
    *,
    represents: dict[str, tuple[str, ...]],
) -> tuple[str, ...]:
    """Return the marks of the two bodies meant, or nothing."""
    before = clause.text[: match.start()]
    sent = [b for p in scene.keys(before, "P") for b in represents.get(p, ())]
    own = tuple(dict.fromkeys((*scene.keys(before, "AO"), *sent)))
    if len(own) == _PAIR:
        return _marks(scene, own)
    for earlier in reversed(scene.clauses[max(0, clause.order - _BACK) : clause.order]):
        bodies = scene.keys(earlier.text, "A") or scene.keys(earlier.text, "AO")
        if len(bodies) == _PAIR:
            return _marks(scene, bodies)
    return _marks(scene, pair) if len(pair) == _PAIR else ()


def _marks(scene: Scene, keys: Sequence[str]) -> tuple[str, ...]:
    """Return a mark for each entity: that of its first mention."""
    found: dict[str, str] = {}
    for clause in scene.clauses:
        for code, number in marks(clause.text):
            if code in "AO":
                found.setdefault(scene.mention(number).entity, f"‹{code}{number}›")
    return tuple(found[k] for k in keys if k in found)
