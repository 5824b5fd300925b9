"""Who was there without being one of those who act: "in the presence of X", "X attended the talks"."""

from __future__ import annotations

import re

from kg.facts.clauses import Scene
from kg.facts.wording import shapes
from kg.gates import Gate

_PAIR = 2


def in_presence(scene: Scene, text: str, verb: Gate) -> tuple[str, ...]:
    """Return the persons in whose presence others did what `verb` says."""
    presence = shapes(scene.language.code, "event")["witness"].search(text)
    if presence is None:
        return ()
    tail = re.split(r"[.;]", text[presence.end() :], maxsplit=1)[0]
    done = verb.search(tail)
    if done is None:
        return scene.keys(tail, "P")
    return _before_actors(
        scene.keys(tail[: done.start()], "P"), len(scene.keys(tail[done.end() :], "P"))
    )


def _before_actors(people: tuple[str, ...], after: int) -> tuple[str, ...]:
    """Return the witnesses of "in the presence of A and B, C and D signed": all but the last two."""
    actors = max(0, _PAIR - after)
    return people[: len(people) - actors] if len(people) > actors else people


def at_meeting(scene: Scene, text: str, people: tuple[str, ...]) -> tuple[str, ...]:
    """Return the persons of a meeting who were only there; two at least must be left to meet."""
    patterns = shapes(scene.language.code, "event")
    joined = patterns["joined"].search(text)
    found = (
        scene.keys(text[: joined.start()], "P")
        if joined
        else in_presence(scene, text, patterns["meet"])
    )
    return found if len(set(people) - set(found)) >= _PAIR else ()


def attends(scene: Scene, text: str) -> re.Match[str] | None:
    """Return the words by which a sentence only adds who else was there."""
    patterns = shapes(scene.language.code, "event")
    joined = patterns["joined-by"].search(text) if "joined-by" in patterns else None
    own = patterns.get("own")
    if joined is None or (own is not None and own.search(text, 0, joined.start()) is not None):
        return None
    return joined


def onlookers(scene: Scene, text: str) -> tuple[str, ...]:
    """Return the persons named after "in the presence of": they are not those who act."""
    patterns = shapes(scene.language.code, "event")
    if patterns["witness"].search(text) is None:
        return ()
    signed = patterns["sign"].search(text) is not None
    return in_presence(scene, text, patterns["sign" if signed else "meet"])
