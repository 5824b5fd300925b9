"""Launches told without what flew: they complete one told before, or are of what was spoken of."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.facts.clauses import Clause, Scene
from kg.facts.drafts import Draft, merge
from kg.facts.flown import may_be_meant
from kg.facts.passengers import companions
from kg.facts.retold import add, may_be_one
from kg.facts.wording import shapes
from kg.patterns import expression

RECENT = 2
"""How many sentences later a launch may still be spoken of."""
_SHEET = 8
"""How many lines a sheet has before the one that tells of the launch."""
_OPENS = re.compile(r"[^‹]{0,40}‹M\d+›")


def take(scene: Scene, clause: Clause, part: Clause, draft: Draft, drafts: list[Draft]) -> bool:
    """Add a telling to the launches; one without payload completes, or speaks of, one before.

    Returns whether the telling found its launch.
    """
    if not draft.payloads and not draft.people:
        if _complete(scene, part, drafts, draft):
            return True
        patterns = shapes(scene.language.code, "launch")
        framed = patterns["its"].search(part.text) and patterns["frame"].search(part.text)
        own = patterns["own"].search(part.text) or framed
        told = draft.vehicles and draft.day is not None
        first = patterns.get("first")
        bare = draft.day is None and not draft.vehicles and not draft.sites
        if (own is None or bare) and not told:
            return False
        if first is not None and first.search(part.text):
            return False
        # "When he left Baikonur aboard a Soyuz": no satellite's journey.
        person = patterns.get("person")
        if person is not None and person.search(part.text):
            return False
        # "A was ordered from X; a rocket will launch it": what the part before names alone.
        before = scene.keys(clause.text[: max(0, clause.text.find(part.text))], "M")
        about = before if len(before) == 1 else _spoken_of(scene, clause, part)
        line = expression(scene.language.code, "launches-entry", any_case=True).match(clause.text)
        # What a line of a sheet is about is sure.
        meant = about if line else tuple(k for k in about if may_be_meant(scene, draft, k))
        if about and not meant:
            # It is the launch of something else, that is not named.
            return True
        draft = replace(draft, payloads=companions(scene, part.text, meant))
    add(drafts, _of_bearer(scene, part, draft, drafts))
    return bool(draft.payloads or draft.people)


def _of_bearer(scene: Scene, part: Clause, draft: Draft, drafts: list[Draft]) -> Draft:
    """Return a telling of what a rocket carried with the day and site of its launch, told just before.

    "A Dnepr left Yasny in May 2011. It carried X. It also carried Y."
    """
    if draft.day is not None or not draft.payloads:
        return draft
    too = shapes(scene.language.code, "launch")["fellows"].search(part.text) is not None
    told = [d for d in drafts if d.order == draft.order - 1 and (too or not d.payloads)]
    if len(told) != 1 or not may_be_one(told[0], draft):
        return draft
    # What is said of it too flew with what was told; else the rocket alone tells which launch it is.
    if told[0].vehicles != draft.vehicles and not (too and told[0].day):
        return draft
    drafts.remove(told[0])
    return merge(told[0], draft)


def _spoken_of(scene: Scene, clause: Clause, part: Clause) -> tuple[str, ...]:
    """Return the mission that the sentence before names: the only one, or the one it begins with.

    All that it names where the words are of several: "Vega launched both". A line "Launch:" of a sheet is about what its line "Name:" names.
    """
    code = scene.language.code
    entry = expression(code, "launches-entry", any_case=True).match(clause.text)
    names = expression(code, "launches-named", any_case=True)
    sheet = scene.clauses[max(0, clause.order - _SHEET) : clause.order]
    for line in sheet if entry is not None else ():
        name = names.match(line.text)
        if name is not None:
            return scene.keys(name[0], "MY")
    this = expression(code, "launches-this", any_case=True).match(part.text)
    for before in reversed(scene.clauses[max(0, clause.order - RECENT) : clause.order]):
        named = scene.keys(before.text, "M")
        if named and this:
            return named[-1:]
        if named and not before.quoted:
            return _of_named(scene, part, before, named)
    return (scene.topic,) if scene.topic else ()


def _of_named(
    scene: Scene, part: Clause, before: Clause, named: tuple[str, ...]
) -> tuple[str, ...]:
    """Return which of the missions that the sentence before names a part speaks of."""
    patterns = shapes(scene.language.code, "launch")
    former = expression(scene.language.code, "launches-former", any_case=True)
    if len(named) > 1 and patterns["they"].search(part.text):
        return named
    if len(named) > 1 and former.search(part.text):
        return named[:1]
    opens = _OPENS.match(before.text)
    if not opens and scene.topic in _titled(scene):
        return (scene.topic,) if scene.topic else ()
    return named if len(named) == 1 else named[:1] if opens else ()


def _titled(scene: Scene) -> tuple[str, ...]:
    """Return the missions that the title names."""
    return tuple(k for c in scene.clauses if c.part == "title" for k in scene.keys(c.text, "M"))


def _complete(scene: Scene, part: Clause, drafts: list[Draft], draft: Draft) -> bool:
    """Let a sentence that names no payload complete the launches told just before it."""
    if not (draft.vehicles or draft.sites or draft.day):
        return False
    recent = [i for i, d in enumerate(drafts) if d.order <= draft.order <= d.order + RECENT]
    told = {drafts[i].order for i in recent}
    every = expression(scene.language.code, "launches-all", any_case=True).search(part.text)
    for i in recent:
        if (every or drafts[i].order == max(told)) and may_be_one(drafts[i], draft):
            flown = companions(scene, part.text, drafts[i].payloads)
            drafts[i] = replace(merge(drafts[i], draft), payloads=flown)
    # "A flies on Vega; a Dnepr will orbit it": another rocket's launch is another launch.
    merged = any(may_be_one(drafts[i], draft) for i in recent)
    own = shapes(scene.language.code, "launch")["own"].search(part.text)
    return bool(recent) and (merged or own is None)
