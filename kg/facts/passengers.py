"""What a launch carries: the missions and payloads, the crew, and for whom they fly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.encoding import marks
from kg.facts.clauses import Clause, Scene
from kg.facts.drafts import Draft, Stage
from kg.facts.flown import may_fly
from kg.facts.wording import shapes
from kg.gates import Gate
from kg.model import Fact
from kg.patterns import expression

_NEAR = 120
_WRONG_SIDE = 60
_OTHERS = 2
_REPORT, _FELLOWS = 16, 12
_NUMBER = re.compile(r"\W*\d{1,2}\W*")


def payloads(scene: Scene, text: str, trigger: re.Match[str]) -> tuple[str, ...]:
    """Return what flew: the list of missions or payloads nearest to the trigger."""
    patterns = shapes(scene.language.code, "launch")
    listed = patterns["list"].search(text)
    if listed is not None and scene.keys(listed["m"], "MY"):
        return scene.keys(listed["m"], "MY")
    antecedent = patterns["antecedent"].search(text) if "antecedent" in patterns else None
    if antecedent is not None and antecedent.end() >= trigger.start() >= antecedent.start():
        return scene.keys(antecedent["m"], "MYG")
    lists = [m for m in _listed(patterns, text) if _carried(scene, text, m)]
    beside = patterns["with"].search(text, trigger.end()) if "with" in patterns else None
    if beside is not None:
        lists = [m for m in lists if not beside.start() <= m.start() < beside.end()]
    if _says_it(patterns, text, trigger):
        # "EarthCARE, on which a radar flies, has worked since a rocket launched it": what was named before.
        before = [m for m in lists if m.end() <= trigger.start()]
        missions = [m for m in before if "‹M" in m["m"]]
        return _keys(scene, (missions or before)[-1]["m"]) if before else ()
    if "both" in patterns and patterns["both"].search(text[: trigger.start()]):
        subjects = [m["m"] for m in lists if m.end() <= trigger.start() and "‹M" in m["m"]]
        if subjects:
            return _keys(scene, " ".join(subjects))
    passive = patterns["passive"].search(text[: trigger.start()]) is not None
    several = enumerated(scene, text, max(0, trigger.start() - _WRONG_SIDE))
    if several:
        return several
    near = [(_distance(m, trigger, passive), m) for m in lists]
    near = _missions_first([n for n in near if n[0][0] <= _NEAR])
    return _keys(scene, min(near, key=lambda n: n[0])[1]["m"]) if near else ()


def _listed(patterns: dict[str, Gate], text: str) -> Iterator[re.Match[str]]:
    """Yield what is named side by side, without what is only reckoned from: "two years after A, B"."""
    found = patterns["objects"].search(text)
    while found is not None:
        again = found.end()
        if patterns["earlier"].search(text[: found.start()]) is None:
            yield found
        else:
            again = text.index("›", found.start()) + 1
        found = patterns["objects"].search(text, again)


def _says_it(patterns: dict[str, Gate], text: str, trigger: re.Match[str]) -> bool:
    """Tell whether the words of a launch hold what flew as a pronoun: "launched it", "took it into orbit"."""
    if "it" not in patterns:
        return False
    after = patterns["it"].match(text[trigger.end() :])
    return (after or patterns["it-within"].search(trigger[0])) is not None


def enumerated(scene: Scene, text: str, begin: int) -> tuple[str, ...]:
    """Return all that a launch is said to carry, each with its owner: "A for X, Y's B and C from Z"."""
    pattern = shapes(scene.language.code, "launch").get("several")
    found = pattern.search(text, begin) if pattern else None
    keys = _keys(scene, " ".join(re.findall(r"‹[MY]\d+›", found["m"]))) if found else ()
    return keys if len(keys) > _OTHERS or _owned(found, scene.language.code) else ()


def _owned(found: re.Match[str] | None, code: str) -> bool:
    """Tell whether two passengers are named each with its owner: "A, de l'ESA, et B"."""
    owner = expression(code, "passengers-owner")
    return found is not None and owner.search(found["m"]) is not None


def companions(scene: Scene, text: str, flown: tuple[str, ...]) -> tuple[str, ...]:
    """Return what flew with those that are said to fly with it: "X was launched together with Y".

    An instrument counts that is said to be launched itself: "Y was launched together with X".
    """
    pattern = shapes(scene.language.code, "launch").get("with")
    found = pattern.search(text) if pattern is not None and flown else None
    carried = expression(scene.language.code, "passengers-carried")
    if found is None or carried.search(text, 0, found.start()):
        return flown
    before = _keys(scene, " ".join(re.findall(r"‹[MY]\d+›", text[: found.start()])))
    subject = before if len(before) == 1 else ()
    return tuple(dict.fromkeys((*subject, *flown, *_keys(scene, found["m"]))))


def _listed_aboard(scene: Scene, order: int) -> tuple[str, ...]:
    """Return what the lines of a list of passengers begin with, after a heading that says so.

    A line or two that tell of a maker or a customer may stand between two passengers.
    """
    patterns = shapes(scene.language.code, "launch")
    begin = expression(scene.language.code, "passengers-line", any_case=True)
    found: list[str] = []
    listing, others = False, 0
    for clause in scene.clauses[order:]:
        line = begin.match(clause.text)
        if not listing:
            listing = patterns["heading"].search(clause.text) is not None
        elif line is not None:
            found.extend(_keys(scene, line[0]))
            others = 0
        elif not _NUMBER.fullmatch(clause.text):
            others += 1
        if others > _OTHERS:
            break
    return tuple(dict.fromkeys(found)) if len(found) > 1 else ()


def aboard(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """Return what the sentences after the one that tells a launch say that it carries.

    Of what no list of passengers names, what is known to have flown otherwise is left out.
    """
    order = draft.order
    passengers = shapes(scene.language.code, "launch")["aboard"]
    later = shapes(scene.language.code, "launch")["later"]
    listed = _listed_aboard(scene, order)
    if listed:
        return listed
    found: list[str] = []
    for clause in scene.clauses[order : order + _REPORT]:
        if passengers.search(clause.text) and not later.search(clause.text):
            found.extend(scene.keys(clause.text, "MY"))
    return tuple(p for p in dict.fromkeys(found) if may_fly(scene, draft, p))


def with_fellows(scene: Scene, draft: Draft, drafts: list[Draft]) -> Draft:
    """Add to a launch the co-passengers that the next sentences name as such."""
    on_day = draft.day is not None and draft.day.precision == "day"
    if not draft.payloads or not (draft.vehicles or on_day):
        return draft
    patterns = shapes(scene.language.code, "launch")
    # "It will be launched on the same flight" tells no other launch.
    told = (d for d in drafts if d.day or d.vehicles or d.sites)
    elsewhere = {p for d in told for p in d.payloads}
    first = min((c.order for c in scene.clauses if c.span in draft.evidence), default=draft.order)
    after = [
        c
        for c in scene.clauses[min(first, draft.order) :]
        if c.order <= draft.order + _FELLOWS or set(scene.keys(c.text, "MY")) & set(draft.payloads)
    ]
    said = [c for c in after if patterns["fellows"].search(c.text)]
    flying = [k for c in said for k in (*_flying_in(scene, c), *_lines(scene, c))]
    next_to = [c for c in after if c.order <= draft.order + 1 and patterns["too"].search(c.text)]
    flying += [k for c in next_to for k in scene.keys(c.text, "M")]
    more = tuple(
        dict.fromkeys(k for k in flying if k not in elsewhere and may_fly(scene, draft, k))
    )
    return replace(draft, payloads=(*draft.payloads, *more))


def _flying_in(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Return the missions of a sentence about passengers; instruments where it names no mission."""
    missions = scene.keys(clause.text, "M")
    if missions:
        return missions
    tool = shapes(scene.language.code, "passengers").get("carried-tool")
    called = tool.finditer(clause.text) if tool is not None else ()
    tools = {key for match in called for key in scene.keys(match[0], "Y")}
    return tuple(key for key in scene.keys(clause.text, "Y") if key not in tools)


def _lines(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Return what the lines of a list begin with that a sentence announces: "also carried:"."""
    found: list[str] = []
    begin = expression(scene.language.code, "passengers-line", any_case=True)
    for line in scene.clauses[clause.order + 1 :] if clause.text.endswith(":") else ():
        begins = begin.match(line.text)
        if begins is None:
            break
        found.extend(_keys(scene, begins[0]))
    return tuple(found)


def _missions_first(
    near: list[tuple[tuple[int, int], re.Match[str]]],
) -> list[tuple[tuple[int, int], re.Match[str]]]:
    """Leave out instruments where a mission is named too: it is what carries them."""
    missions = [n for n in near if any(code == "M" for code, _ in marks(n[1]["m"]))]
    return missions or near


def _keys(scene: Scene, encoded: str) -> tuple[str, ...]:
    """Return what is marked, less the numbers of flights: "VA240" is no satellite."""
    entities = scene.linked.entities
    flight = expression(scene.language.code, "passengers-flight", any_case=True)
    return tuple(k for k in scene.keys(encoded, "MYG") if not flight.fullmatch(entities[k].label))


def _carried(scene: Scene, text: str, match: re.Match[str]) -> bool:
    """Tell whether a list may be what flew: a mission, an instrument, a programme's satellites."""
    named = any(code in "MY" for code, _ in marks(match["m"]))
    return bool(_keys(scene, match["m"])) and (named or _flying(scene, text, match))


def _flying(scene: Scene, text: str, match: re.Match[str]) -> bool:
    """Tell whether a programme's name stands for satellites here: "two Galileo satellites"."""
    flying = expression(scene.language.code, "passengers-flying", any_case=True)
    return flying.search(text[max(0, match.start() - 20) : match.end() + 22]) is not None


def _distance(match: re.Match[str], trigger: re.Match[str], passive: bool) -> tuple[int, int]:
    """Return how far an object is from the trigger; one after "was launched" is a doubtful one."""
    if match.start() >= trigger.end():
        return match.start() - trigger.end() + (_WRONG_SIDE if passive else 0), 0
    return trigger.start() - match.end(), 1


def crew(scene: Scene, text: str) -> tuple[str, ...]:
    """Return the persons who are said to be launched themselves."""
    if "‹P" not in text:
        return ()
    match = shapes(scene.language.code, "launch")["crew"].search(text)
    return scene.keys(match[0], "P") if match else ()


def craft(scene: Scene, text: str) -> tuple[str, ...]:
    """Return the spacecraft in which a crew flies: "launched aboard Soyuz MS-11"."""
    match = shapes(scene.language.code, "launch").get("craft")
    found = match.search(text) if match else None
    return scene.keys(found["m"], "M") if found else ()


def customers(stage: Stage, part: Clause) -> None:
    """Read "X for Y" of what flew: customers, and operators where the text says so."""
    patterns = shapes(stage.scene.language.code, "launch")
    for name, predicate in (
        ("customer", "customer"),
        ("customers", "customer"),
        ("operator", "operatedBy"),
    ):
        for match in patterns[name].finditer(part.text):
            for thing in stage.scene.keys(match["m"], "MYG"):
                for body in stage.scene.keys(match["o"], "AOC"):
                    stage.facts.append(
                        Fact(thing, predicate, body, part.span, f"launch-{name}", 0.85, "completed")
                    )
