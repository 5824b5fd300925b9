"""What stands together in a sentence: participation, cooperation and carriage told by nearness.

Releases seldom spell out that an agency takes part in a mission: they name both in one sentence.
Each reading here is held to the cases where nearness was seen to mean it (docs/extraction.md), and
carries a lower confidence than a pattern's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.encoding import marks
from kg.facts.clauses import Clause, Scene
from kg.facts.status import denied, status_of, window
from kg.facts.wording import shapes
from kg.gates import Gate
from kg.model import Entity, Fact
from kg.patterns import expression, word_list

_NEAR = 0.6
_PAIR = 2
_FEW = 3
_LISTING = 3
_LEAD = 2
_APART = 60
_MISSION, _PAYLOAD = re.compile(r"‹M\d+›"), re.compile(r"‹Y\d+›")
_ENDEAVOUR = re.compile(r"‹[MYG]\d+›")
_BODIES = ("Agency", "Organisation")


def read(scene: Scene, pair: tuple[str, ...]) -> Iterator[Fact]:
    """Yield the facts that nearness tells; `pair` are the two bodies that the document is about."""
    agencies = tuple(k for k in pair if scene.linked.entities[k].kind == "Agency")
    prominent = len(agencies) == _PAIR and _prominent(scene, agencies)
    for clause in scene.clauses:
        if clause.part == "contacts" or "‹" not in clause.text:
            continue
        yield from _tied(scene, clause)
        yield from _take_part(scene, clause)
        yield from _carry(scene, clause)
        yield from _cooperate(scene, clause)
        yield from _joined(scene, clause)
        if prominent:
            yield from _share(scene, clause, agencies)


def _tied(scene: Scene, clause: Clause) -> Iterator[Fact]:
    """A sentence names two that the authority ties together: "CNES and NASA spoke of SWOT"."""
    entities = scene.linked.entities
    for match in _ENDEAVOUR.finditer(clause.text):
        here = scene.keys(_around(clause.text, match.start()), "AOMYG")
        thing = entities[scene.mention(marks(match[0])[0][1]).entity]
        others = [entities[key] for key in here if key in thing.ties.shares]
        if not others or _denied(scene, clause, match) or _apart(scene, clause, match):
            continue
        owned = _owners(scene, clause)
        owners = owned.get(thing.key, here)
        elsewhere = _only_owners(scene, clause, owned, thing.key)
        status = _status(scene, clause, match)
        for other in others:
            if other.key in elsewhere:
                continue
            ends = _tie(thing, other)
            if ends is not None and (other.key in owners or other.kind not in _BODIES):
                yield Fact(*ends, clause.span, "known-tie", _NEAR, status)


def _only_owners(
    scene: Scene, clause: Clause, owned: dict[str, tuple[str, ...]], thing: str
) -> frozenset[str]:
    """Return the bodies that a sentence names but as those of another thing: "ESA's OPS-SAT and ANGELS"."""
    others = {body for key, bodies in owned.items() if key != thing for body in bodies}
    named = Counter(
        scene.mention(number).entity for code, number in marks(clause.text) if code in "AO"
    )
    return frozenset(
        body for body in others if named[body] == 1 and body not in owned.get(thing, ())
    )


def _around(text: str, at: int) -> str:
    """Return what the words at a place stand with: of a list parted by semicolons, their own part.

    Where only one part names missions, the whole sentence speaks of them.
    """
    parts = text.split(";")
    if sum("‹M" in part for part in parts) < _PAIR:
        return text
    begin = text.rfind(";", 0, at) + 1
    end = text.find(";", at)
    return text[begin : end if end > 0 else len(text)]


def _tie(thing: Entity, other: Entity) -> tuple[str, str, str] | None:
    """Return what a tie between two entities says, by their classes.

    Whoever shares in an instrument is not said to give it: of such readings half were wrong.
    """
    if other.kind in _BODIES:
        return (other.key, "participatesIn", thing.key) if thing.kind != "Payload" else None
    if other.kind == "Payload":
        return thing.key, "carries", other.key
    return (thing.key, "partOf", other.key) if other.kind == "Programme" else None


def _denied(scene: Scene, clause: Clause, match: re.Match[str]) -> bool:
    return denied(scene.language.code, window(clause.text, *match.span()))


def _apart(scene: Scene, clause: Clause, match: re.Match[str]) -> bool:
    """Tell whether only the data, the success or the heritage of a mission is spoken of."""
    apart = shapes(scene.language.code, "nearness").get("apart")
    before = clause.text[max(0, match.start() - _APART) : match.start()]
    return apart is not None and apart.search(before) is not None


def _succeeded(scene: Scene, clause: Clause, match: re.Match[str]) -> bool:
    """Tell whether an instrument is only what another comes after."""
    succeeds = shapes(scene.language.code, "nearness").get("succeeds")
    before = clause.text[max(0, match.start() - _APART) : match.start()]
    return succeeds is not None and succeeds.search(before) is not None


def _status(scene: Scene, clause: Clause, match: re.Match[str] | None) -> str:
    words = window(clause.text, *match.span()) if match else clause.text
    status = status_of(scene.language.code, words, "underway")
    conditional = shapes(scene.language.code, "status").get("conditional")
    if match is None or conditional is None:
        return status
    # "L'ESA pourrait fournir un instrument à CHEOPS": the verb may stand far before the mission.
    before = clause.text[: match.start()].rpartition(";")[2]
    return "discussed" if conditional.search(before[before.find("‹A") :]) else status


def _take_part(scene: Scene, clause: Clause) -> Iterator[Fact]:
    """Two agencies in one breath, or one alone at work, and a mission: they take part in it.

    Unless it is another's, or others are named whose work it may be.
    """
    code = scene.language.code
    # A body that only tells whose a person or a rocket is takes no part by that.
    agencies = scene.keys(expression(code, "near-beside").sub(" ", clause.text), "A")
    alone = len(agencies) == 1 and _at_work(scene, clause, agencies)
    joined = (scene.keys(m[0], "A") for m in _together(code).finditer(clause.text))
    if not alone and (len(agencies) != _PAIR or agencies not in joined):
        return
    visited = word_list(code, "visit-only").search(clause.text)
    if visited is not None or len(scene.keys(clause.text, "M")) > 1:
        return
    owned = _owners(scene, clause)
    for match in _MISSION.finditer(clause.text):
        if _denied(scene, clause, match) or _apart(scene, clause, match):
            continue
        mission = scene.mention(marks(match[0])[0][1]).entity
        status = _status(scene, clause, match)
        for agency in agencies:
            if agency in owned.get(mission, agencies):
                yield Fact(
                    agency, "participatesIn", mission, clause.span, "named-together", _NEAR, status
                )


def _at_work(scene: Scene, clause: Clause, agencies: tuple[str, ...]) -> bool:
    """Tell whether a sentence speaks of the work of one agency, and of no other body's."""
    work = shapes(scene.language.code, "nearness").get("work")
    only = scene.keys(clause.text, "AO") == agencies and not clause.quoted
    return only and work is not None and work.search(clause.text) is not None


def _owners(scene: Scene, clause: Clause) -> dict[str, tuple[str, ...]]:
    """Return whose a mission is said to be: "NASA's InSight", "CHEOPS, mission de l'ESA"."""
    code = scene.language.code
    owned: dict[str, tuple[str, ...]] = {
        scene.mention(int(m[2])).entity: (scene.mention(int(m[1])).entity,)
        for m in expression(code, "near-owned").finditer(clause.text)
    }
    told = shapes(code, "nearness").get("owned")
    for match in told.finditer(clause.text) if told else ():
        owned[scene.keys(match["m"], "M")[0]] = scene.keys(match["a"], "AO")
    return owned


def _carry(scene: Scene, clause: Clause) -> Iterator[Fact]:
    """One mission and instruments in a sentence: it carries them."""
    if clause.quoted:
        return
    missions = scene.keys(clause.text, "M")
    if not missions and word_list(scene.language.code, "aboard").search(clause.text):
        missions = _spoken_of(scene, clause) or _main(scene, clause)
    if not missions and _listing(scene, clause):
        missions = _spoken_of(scene, clause, _LISTING) or _main(scene, clause)
    if len(missions) == 1:
        apart = _own_part(clause)
        for match in _PAYLOAD.finditer(clause.text, *apart):
            # "X takes over from instrument Y": another mission carries that one.
            if not _succeeded(scene, clause, match) and not _denied(scene, clause, match):
                payload = scene.mention(marks(match[0])[0][1]).entity
                yield Fact(
                    *(missions[0], "carries", payload, clause.span),
                    *("named-together", _NEAR, "underway"),
                )


def _own_part(clause: Clause) -> tuple[int, int]:
    """Return the stretch whose instruments the one mission of a sentence carries.

    "A works; B tests surfaces in X": X, named after a semicolon, has to do with B alone.
    """
    at = clause.text.find("‹M")
    begin = clause.text.rfind(";", 0, max(at, 0)) + 1
    end = clause.text.find(";", at) if begin else -1
    return begin, end if end > 0 else len(clause.text)


def _listing(scene: Scene, clause: Clause) -> bool:
    """Tell whether a sentence just before announces instruments: "Four instruments do the work"."""
    announced = shapes(scene.language.code, "nearness").get("instruments")
    before = scene.clauses[max(0, clause.order - _LISTING) : clause.order]
    return announced is not None and any(announced.search(c.text) for c in before)


def _main(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Return the mission that the text has spoken of most before a clause."""
    counts = Counter(k for c in scene.clauses[: clause.order] for k in scene.keys(c.text, "M"))
    first = counts.most_common(_PAIR)
    if not first or (len(first) == _PAIR and first[0][1] == first[1][1]):
        return ()
    return (first[0][0],)


def _spoken_of(scene: Scene, clause: Clause, back: int = _PAIR) -> tuple[str, ...]:
    """Return the mission that the sentences just before name, if they name just one."""
    for before in reversed(scene.clauses[max(0, clause.order - back) : clause.order]):
        missions = scene.keys(before.text, "M")
        if missions and not before.quoted:
            return missions
    return ()


def _cooperate(scene: Scene, clause: Clause) -> Iterator[Fact]:
    """Just two agencies in a sentence that speaks of working together."""
    agencies = scene.keys(clause.text, "A")
    cue = word_list(scene.language.code, "coop").search(clause.text)
    if len(agencies) == _PAIR and cue is not None and not _denied(scene, clause, cue):
        status = _status(scene, clause, cue)
        yield Fact(
            agencies[0], "cooperatesWith", agencies[1], clause.span, "named-together", _NEAR, status
        )


def _together(code: str) -> Gate:
    """Return the pattern of two bodies joined.

    Not the last two of a list, nor the heads of longer ones, nor two with whom a third one works.
    """
    return expression(code, "near-together")


def _joined(scene: Scene, clause: Clause) -> Iterator[Fact]:
    """Just two bodies joined by "and" or a hyphen: what is said of both, they do together."""
    code = scene.language.code
    for match in _together(code).finditer(clause.text):
        one, other = scene.keys(match[0], "AO")[0], scene.keys(match[0], "AO")[-1]
        if expression(code, "near-third", any_case=True).search(clause.text[: match.start()]):
            continue
        if one != other and not _denied(scene, clause, match):
            status = _status(scene, clause, match)
            yield Fact(one, "cooperatesWith", other, clause.span, "joined", _NEAR, status)


def _prominent(scene: Scene, pair: tuple[str, ...]) -> bool:
    """Tell whether a release opens with the two: in its title, or in the first sentences."""
    title = [c for c in scene.clauses if c.part == "title"]
    lead = [c for c in scene.clauses if c.part == "body"][:_LEAD]
    return any(
        set(pair) <= {k for c in part for k in scene.keys(c.text, "A")} for part in (title, lead)
    )


def _others(scene: Scene, clause: Clause, pair: tuple[str, ...]) -> bool:
    """Tell whether a sentence is about the work of others than the two bodies."""
    return not set(scene.keys(clause.text, "A")) <= set(pair)


def _share(scene: Scene, clause: Clause, pair: tuple[str, ...]) -> Iterator[Fact]:
    """A mission in a sentence of common work, in a release about two agencies: both take part."""
    titled = clause.part == "title" and set(scene.keys(clause.text, "A")) == set(pair)
    if not titled and not word_list(scene.language.code, "shared").search(clause.text):
        return
    strong = word_list(scene.language.code, "strongly-shared").search(clause.text)
    if len(scene.keys(clause.text, "M")) > (_FEW if strong else _PAIR):
        return
    if not titled and _others(scene, clause, pair):
        return
    for match in _MISSION.finditer(clause.text):
        if _denied(scene, clause, match) or _apart(scene, clause, match):
            continue
        mission = scene.mention(marks(match[0])[0][1]).entity
        status = _status(scene, clause, match)
        for agency in _of_its_land(scene, clause, match, pair):
            yield Fact(agency, "participatesIn", mission, clause.span, "shared-work", _NEAR, status)


_LAND = re.compile(r"(?<!-)‹N(\d+)› $")


def _of_its_land(
    scene: Scene, clause: Clause, match: re.Match[str], pair: tuple[str, ...]
) -> tuple[str, ...]:
    """Return those of two bodies whose a mission may be: "le satellite italien X" is no French one."""
    land = _LAND.search(clause.text, 0, match.start())
    if land is None:
        return pair
    country = scene.country(int(land[1]))
    return tuple(b for b in pair if scene.linked.entities[b].country in (country, None))
