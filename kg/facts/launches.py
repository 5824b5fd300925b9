"""Launches: what flew, on what, from where, when; done or planned, active, passive or nominal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.encoding import compile_pattern, marks
from kg.facts.clauses import Clause, Scene
from kg.facts.drafts import Draft, Stage, merge, same_day, status_by_day
from kg.facts.status import status_of, window
from kg.facts.timing import nearest_date
from kg.languages import load
from kg.model import Day, Fact

_OBJECT = re.compile(r"‹[MYG]\d+›")
_NEAR = 120
_OWNER = re.compile(r"‹C\d+›'s (?=[^‹]*agency ‹A)")


@cache
def _shapes(code: str) -> dict[str, re.Pattern[str]]:
    data = load(code).patterns
    return {k.removeprefix("launch-"): compile_pattern(v) for k, v in data.items() if k.startswith("launch-")}


def read(stage: Stage) -> list[Draft]:
    """Return the launches of a document, each once; what they say of customers goes to the stage."""
    drafts: list[Draft] = []
    for clause in stage.scene.clauses:
        if clause.part == "contacts":
            continue
        for begin, end in _parts(clause.text, _shapes(stage.scene.language.code)["list"]):
            _read_part(stage, clause, begin, end, drafts)
    return [d for d in drafts if d.payloads]


def _parts(text: str, listed: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a clause between semicolons, but keep a list of what flew in one part."""
    begin = 0
    items = listed.search(text)
    for match in re.compile(";").finditer(text, 0, items.start("m") if items else len(text)):
        yield begin, match.start()
        begin = match.end()
    yield begin, len(text)


def _read_part(stage: Stage, clause: Clause, begin: int, end: int, drafts: list[Draft]) -> None:
    scene = stage.scene
    code = scene.language.code
    shapes = _shapes(code)
    text = clause.text[begin:end]
    dated = list(shapes["dated"].finditer(text)) if shapes["trigger"].search(clause.text) else []
    if dated:
        for match in dated:
            payloads = scene.keys(match["m"], "MYG")
            number = marks(match["d"])[0][1]
            phrase = scene.dates[number]
            _add(drafts, _draft(stage, clause, text, match.start(), payloads, phrase.day if phrase else None))
        return
    trigger = shapes["trigger"].search(text)
    if trigger is None:
        return
    if shapes["not"].search(window(text, *trigger.span())):
        return
    payloads = _payloads(scene, text, trigger)
    phrase = nearest_date(scene, _slice(clause, text), trigger.span(), shapes["otherdate"])
    draft = _draft(stage, clause, text, trigger.start(), payloads, phrase.day if phrase else None)
    if not payloads:
        if _complete(drafts, draft) or shapes["own"].search(text) is None:
            return
        meant = _spoken_of(scene, clause)
        if not meant:
            return
        draft = replace(draft, payloads=meant)
    _customers(stage, clause, text)
    _add(drafts, draft)


def _slice(clause: Clause, text: str) -> Clause:
    return replace(clause, encoded=replace(clause.encoded, text=text))


def _payloads(scene: Scene, text: str, trigger: re.Match[str]) -> tuple[str, ...]:
    """Return what flew: the list of missions or payloads nearest to the trigger."""
    listed = _shapes(scene.language.code)["list"].search(text)
    if listed is not None:
        return scene.keys(listed["m"], "MY")
    lists = [m for m in _shapes(scene.language.code)["objects"].finditer(text)]
    lists = [m for m in lists if scene.keys(m["m"], "MY") or _flying(text, m)]
    near = [m for m in lists if abs(m.start() - trigger.start()) <= _NEAR or abs(m.end() - trigger.start()) <= _NEAR]
    if not near:
        return ()
    best = min(near, key=lambda m: _distance(m, trigger))
    return scene.keys(best["m"], "MYG")


def _flying(text: str, match: re.Match[str]) -> bool:
    """Tell whether a programme's name stands for satellites here: "two Galileo satellites"."""
    around = text[max(0, match.start() - 20) : match.end() + 22]
    return re.search(r"satellites?|spacecraft|\btwo\b|\bdeux\b|launch of ‹|lancement de ‹", around) is not None


def _distance(match: re.Match[str], trigger: re.Match[str]) -> tuple[int, int]:
    if match.start() >= trigger.end():
        return match.start() - trigger.end(), 0
    return trigger.start() - match.end(), 1


def _draft(
    stage: Stage, clause: Clause, text: str, at: int, payloads: tuple[str, ...], day: Day | None
) -> Draft:
    scene = stage.scene
    code = scene.language.code
    issued = scene.linked.document.issued
    told = status_of(code, window(text, at, at + 10), "completed")
    sites = _shapes(code)["site"].search(text)
    return Draft(
        kind="Launch",
        day=day,
        status=status_by_day(day, issued, told),
        evidence=(clause.span,),
        order=clause.order,
        rule="launch",
        payloads=payloads,
        vehicles=_vehicles(scene, text),
        sites=scene.keys(sites["s"], "S")[:1] if sites else (),
    )


def _vehicles(scene: Scene, text: str) -> tuple[str, ...]:
    return scene.keys(text, "V")[:1]


def _customers(stage: Stage, clause: Clause, text: str) -> None:
    """Read "X for Y" of what flew: customers, and operators where the text says so."""
    scene = stage.scene
    shapes = _shapes(scene.language.code)
    for name, predicate in (("customer", "customer"), ("operator", "operatedBy")):
        for match in shapes[name].finditer(text):
            for thing in scene.keys(match["m"], "MYG"):
                for body in scene.keys(_OWNER.sub("", match["o"]), "AOC"):
                    stage.facts.append(
                        Fact(thing, predicate, body, clause.span, f"launch-{name}", 0.85, "completed")
                    )


def _spoken_of(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Return the mission that the sentence before names, if it names just one."""
    for before in reversed(scene.clauses[max(0, clause.order - 2) : clause.order]):
        named = scene.keys(before.text, "M")
        if named:
            return named if len(named) == 1 else ()
    return ()


def _complete(drafts: list[Draft], draft: Draft) -> bool:
    """Let a sentence that names no payload complete the launches told just before it."""
    if not (draft.vehicles or draft.sites or draft.day):
        return False
    recent = [i for i, d in enumerate(drafts) if d.order <= draft.order <= d.order + 2]
    told = {drafts[i].order for i in recent}
    for i in recent:
        if drafts[i].order == max(told) and same_day(drafts[i].day, draft.day):
            if draft.vehicles and drafts[i].vehicles and draft.vehicles != drafts[i].vehicles:
                continue
            drafts[i] = merge(drafts[i], draft)
    return bool(recent)


def _add(drafts: list[Draft], draft: Draft) -> None:
    for i, known in enumerate(drafts):
        if set(known.payloads) & set(draft.payloads) and same_day(known.day, draft.day):
            if known.vehicles and draft.vehicles and known.vehicles != draft.vehicles:
                continue
            drafts[i] = merge(known, draft)
            return
    drafts.append(draft)
