"""The launch that a release reports: told at its beginning, and filled in from what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kg.dates import recent
from kg.facts.clauses import Scene
from kg.facts.drafts import Draft, merge
from kg.facts.passengers import aboard
from kg.facts.retold import add, may_be_one
from kg.facts.wording import shapes

_LEAD, _LATELY = 4, timedelta(days=7)
"""How many sentences a release opens with, and how long ago what it reports may be."""


def report(scene: Scene, bare: list[Draft], drafts: list[Draft]) -> None:
    """Fill the launch that a report opens with ("Vega lifts twelve satellites") from what follows.

    Its passengers are named in the next sentences, in words of building, carrying and customers.
    """
    told = (with_lead(scene, d, bare=True) for d in bare)
    launched = [d for d in told if d.vehicles and d.status == "completed" and _reported(scene, d)]
    if not launched:
        return
    event = launched[0]
    for other in launched[1:]:
        if may_be_one(event, other):
            event = merge(event, other)
    if event.day is None:
        return
    elsewhere = {p for d in drafts for p in d.payloads if not may_be_one(event, d) or d.day}
    carried = tuple(p for p in aboard(scene, event) if p not in elsewhere)
    if carried:
        add(drafts, replace(event, payloads=carried))


def with_lead(scene: Scene, draft: Draft, *, bare: bool = False) -> Draft:
    """Complete the launch that a release reports by the one rocket and the site that it opens with.

    "Vega has done its second mission from Europe's Spaceport. VV02 lifted off today with ...".
    """
    issued = scene.linked.document.issued
    if draft.day is None or issued is None or draft.status != "completed":
        return draft
    if not draft.payloads and not bare:
        return draft
    if draft.day.precision != "day" or not timedelta(0) <= issued - draft.day.value <= _LATELY:
        return draft
    body = [c for c in scene.clauses if c.part == "body" and not c.quoted][:_LEAD]
    lead = [*(c for c in scene.clauses if c.part == "title"), *body]
    vehicles = {k for c in lead for k in scene.keys(c.text, "V")}
    left = shapes(scene.language.code, "launch")["from"]
    sites = [k for c in lead for m in left.finditer(c.text) for k in scene.keys(m[0], "S")]
    return replace(
        draft,
        vehicles=draft.vehicles or (tuple(vehicles) if len(vehicles) == 1 else ()),
        sites=draft.sites or tuple(sites[:1]),
    )


def _reported(scene: Scene, draft: Draft) -> bool:
    """Tell whether a release may be the report of a launch: no first flight of long before."""
    first = shapes(scene.language.code, "launch").get("first")
    maiden = first is not None and first.search(scene.clauses[draft.order].text) is not None
    return not maiden or draft.day is None or recent(draft.day, scene.linked.document.issued)
