"""One telling of a launch: whether it is real, on which day, on what and from where it flew."""

from __future__ import annotations

import re
from datetime import timedelta

from kg.dates import DatePhrase
from kg.encoding import marks
from kg.facts import tied
from kg.facts.clauses import Clause, Scene
from kg.facts.drafts import Draft, Stage, status_by_day
from kg.facts.tied import ELSEWHERE
from kg.facts.timing import ahead, behind, bullet_month, nearest_date, past, told
from kg.facts.wording import held, shapes
from kg.model import Day
from kg.patterns import expression

_REACH, _NEAR, _BACK = 250, 90, 25
_MEMORY, _LONG = 3, 12
"""So many sentences back may lie the site that is meant, and so many one from which something left."""


def flight(
    stage: Stage, part: Clause, at: tuple[int, int], flown: tuple[str, ...], day: Day | None
) -> Draft:
    """Return the launch that the words `at` tell: of what flew, on a day."""
    scene = stage.scene
    real = _real(scene, part.text, at)
    if real == "planned":
        day = ahead(scene, day)
    elif day is not None and day.precision == "day" and _done(scene, part.text, at):
        # "Lancé le 5 mai", told in November, was launched in the last May.
        day = behind(scene, day)
    return Draft(
        kind="Launch",
        day=day,
        status=status_by_day(day, scene.linked.document.issued, real),
        evidence=(part.span,),
        order=part.order,
        rule="launch",
        payloads=flown,
        vehicles=_vehicle(scene, part.text, at) or _bearer(scene, part) or _same(scene, part, day),
        sites=_site(scene, part.text[slice(*at)], flown)
        or _site(scene, part.text, flown)
        or same_site(scene, part, at),
    )


def same_site(scene: Scene, part: Clause, at: tuple[int, int]) -> tuple[str, ...]:
    """Return the last site named before, where a sentence says that it is from there: "from the same cosmodrome"."""
    same = shapes(scene.language.code, "launch")["same-site"].search(part.text)
    if same is None or same.start() - at[1] > _NEAR or at[0] - same.end() > _NEAR:
        return ()
    whole = scene.clauses[part.order].text
    here = whole[: max(0, whole.find(part.text))] + part.text[: same.start()]
    before = scene.clauses[max(0, part.order - _LONG) : part.order]
    texts = [*(c.text for c in before), here]
    # What left from a site makes it the one that is meant, else it is the last that is named at all.
    left = shapes(scene.language.code, "launch")["from"]
    speaks = shapes(scene.language.code, "launch")["trigger"].search
    flights = (m for text in texts if speaks(text) for m in left.finditer(text))
    told = [key for match in flights for key in scene.keys(match[0], "S")]
    named = [key for text in texts[-_MEMORY - 1 :] for key in scene.keys(text, "S")]
    return tuple((told or named)[-1:])


def _done(scene: Scene, text: str, at: tuple[int, int]) -> bool:
    """Tell whether the words of a launch tell it as done: "lancé", "a décollé", "was launched".

    So they do in a sentence that speaks of what is past, and of nothing to come.
    """
    done = shapes(scene.language.code, "launch")["done"]
    told_so = done.search(text[max(0, at[0] - _BACK) : at[1]]) is not None
    return told_so or past(scene.language.code, text)


def _real(scene: Scene, text: str, at: tuple[int, int]) -> str:
    """Return how real the words around `at` say that a launch is.

    "They hope to use X, which a rocket orbited in July": what is hoped is not the launch.
    """
    code = scene.language.code
    if shapes(code, "launch")["ahead"].search(text[: at[0]]):
        return "planned"
    trigger = shapes(code, "launch")["trigger"].search(text, *at)
    if trigger is None or expression(code, "launch-relative").match(text, at[0]) is None:
        return told(scene, text, at)
    return told(scene, text[at[0] :], (trigger.start() - at[0], trigger.end() - at[0]))


def day_of(scene: Scene, part: Clause, at: tuple[int, int], *, crewed: bool = False) -> Day | None:
    """Return the date of a launch: not what is told of landings or agreements, or of persons but the crew."""
    skip = shapes(scene.language.code, "launch")["otherdate"]
    moved = shapes(scene.language.code, "launch")["moved"].search(part.text)
    if moved is not None:
        return _night(scene.dates[marks(held(moved, "d"))[0][1]])
    phrase = nearest_date(scene, part, at, skip)
    if phrase is None:
        return bullet_month(scene, part)
    place = part.text.find(f"‹D{scene.dates.index(phrase)}›")
    eve = shapes(scene.language.code, "launch").get("eve")
    if eve is not None and place < at[0] and eve.search(part.text, place, at[0]):
        return None
    between = part.text[min(place, at[1]) : max(place, at[1])]
    return None if "‹P" in between and not crewed else _night(phrase)


def _night(phrase: DatePhrase) -> Day:
    """Return the day of a launch: of the night from one day to the next the latter, which has most of it."""
    if phrase.end is not None and phrase.end - phrase.day.value == timedelta(days=1):
        return Day(phrase.end)
    return phrase.day


def _vehicle(scene: Scene, text: str, at: tuple[int, int]) -> tuple[str, ...]:
    """Return the vehicle named nearest to the words that tell the launch, if no other is between."""
    # A part of a rocket, or its flight, has a name of its own: "dont le moteur P120C".
    parts = expression(scene.language.code, "flights-part", any_case=True)
    patterns = shapes(scene.language.code, "launch")
    apart, debut = patterns["apart"], patterns["debut"]
    rockets = (
        m
        for m in re.finditer(r"‹V\d+›", text)
        if not parts.search(text[: m.start()])
        and not apart.search(text[: m.start()])
        and not debut.search(text[m.start() :])
    )
    # One within the words is nearest, wherever they begin.
    found = sorted(rockets, key=lambda m: (not at[0] <= m.start() < at[1], abs(m.start() - at[0])))
    if not found or abs(found[0].start() - at[0]) > _REACH:
        return ()
    return scene.keys(found[0][0], "V")


def _bearer(scene: Scene, part: Clause) -> tuple[str, ...]:
    """Return the one rocket named just before, where a sentence says that "it" will take something up."""
    if "‹V" in part.text or part.order == 0:
        return ()
    if shapes(scene.language.code, "launch")["bearer"].search(part.text) is None:
        return ()
    told = scene.clauses[part.order].text
    told = told[: max(0, told.find(part.text))]
    before = scene.keys(told, "V") or scene.keys(scene.clauses[part.order - 1].text, "V")
    return before if len(before) == 1 else ()


def _same(scene: Scene, part: Clause, day: Day | None) -> tuple[str, ...]:
    """Return the rocket named last, where a sentence says that it is on such a one that something flies, on a day."""
    same = shapes(scene.language.code, "launch")["same-vehicle"].search(part.text)
    if same is None or day is None:
        return ()
    whole = scene.clauses[part.order].text
    here = whole[: max(0, whole.find(part.text))] + part.text[: same.start()]
    before = (c.text for c in scene.clauses[max(0, part.order - _MEMORY) : part.order])
    return tuple([key for text in (*before, here) for key in scene.keys(text, "V")][-1:])


def _site(scene: Scene, text: str, flown: tuple[str, ...]) -> tuple[str, ...]:
    """Return from where it flew: what stands after "from", else a site that is named at all.

    The latter is not one from which what flew is known not to have flown: "InSight's launch was
    followed by New Norcia".
    """
    patterns = shapes(scene.language.code, "launch")
    match = patterns["from"].search(text)
    if match is None:
        followed = expression(scene.language.code, "flights-followed", any_case=True)
        sites = patterns["site"].finditer(text)
        match = next((m for m in sites if not followed.search(_before_site(m))), None)
        if match is not None and _left_elsewhere(scene, match, flown):
            return ()
    pad = patterns["pad"].search(text) if "pad" in patterns else None
    named_so = expression(scene.language.code, "flights-pad", any_case=True)
    if pad is not None and named_so.search(scene.entity(marks(pad["p"])[0][1]).label):
        return scene.keys(pad["s"], "S")
    return scene.keys(match[0], "S")[:1] if match else ()


def _before_site(site: re.Match[str]) -> str:
    """Return what stands before the site that a match names last."""
    return site.string[: site.string.rindex("‹S", 0, site.end())]


def _left_elsewhere(scene: Scene, site: re.Match[str], flown: tuple[str, ...]) -> bool:
    """Tell whether what flew is known to have left from elsewhere, and nothing says that it left from here."""
    leaving = expression(scene.language.code, "flights-leaving", any_case=True)
    if leaving.search(_before_site(site)) is not None:
        return False
    entities = scene.linked.entities
    here = [entities[key] for key in scene.keys(site[0], "S")]
    return any(ELSEWHERE in tied.how(entities[key], one) for key in flown for one in here)
