"""Meetings and visits: who came together or went where, and when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from kg.dates import DatePhrase
from kg.encoding import marks
from kg.facts.clauses import Clause, Scene
from kg.facts.drafts import Draft, Stage, place_of, status_by_day
from kg.facts.presence import at_meeting, attends
from kg.facts.status import denied
from kg.facts.tellings import Telling, said_by_somebody
from kg.facts.timing import coming, own_date, told, told_before
from kg.facts.wording import held, shapes
from kg.model import Day
from kg.patterns import expression

_BODIES = "AO"
_PAIR = 2
_NO = 8
_ASIDE = 40


def read(stage: Stage, telling: Telling) -> Iterator[Draft]:
    """Yield the meeting that a telling tells, by the first of its words that does."""
    if said_by_somebody(telling):
        return
    for meet in shapes(stage.scene.language.code, "event")["meet"].finditer(telling.text):
        if not (_of_others(stage, telling, meet) or _no(stage, telling, meet)):
            drafts = list(_each_day(stage, telling, meet))
            yield from drafts
            if drafts:
                return


def _of_others(stage: Stage, telling: Telling, match: re.Match[str]) -> bool:
    """Tell whether a meeting is that of others than those told of before: "the meeting of a working group"."""
    named = stage.scene.keys(telling.text, "PAO")
    others = expression(stage.scene.language.code, "meetings-others")
    return not named and others.match(telling.text, match.end()) is not None


def _each_day(stage: Stage, telling: Telling, match: re.Match[str]) -> Iterator[Draft]:
    """Yield the meetings of one verb: "had talks on Tuesday with X, and on Wednesday with Y"."""
    scene = stage.scene
    pattern = shapes(scene.language.code, "event").get("gapped")
    gapped = pattern.search(telling.text, match.end()) if pattern is not None else None
    subject = scene.keys(telling.text[: match.start()], "P")[-1:]
    one = telling.before.one
    named = telling.text.rfind("‹P", 0, match.start())
    # "Before seeing X, he met Y": it is not X who met Y.
    he = shapes(scene.language.code, "event")["he"].search(telling.text, named + 1, match.start())
    if one is not None and one in telling.people and (he is not None or not subject):
        subject = (one,)
    if gapped is None or not subject:
        yield from _in_turn(stage, telling, match, subject)
        return
    rest = scene.keys(held(gapped, "p"), "P")
    first = tuple(p for p in telling.people if p not in rest)
    own = telling.clause.cut(0, gapped.start())
    yield from _met(stage, replace(telling, clause=own, people=first), match)
    day = scene.dates[marks(held(gapped, "d"))[0][1]].day
    for draft in _met(stage, replace(telling, people=(*subject, *rest)), match):
        yield replace(draft, day=day, end=None)


def _in_turn(
    stage: Stage, telling: Telling, match: re.Match[str], subject: tuple[str, ...]
) -> Iterator[Draft]:
    """Yield the meetings of one verb with one after another: "met in turn A and B", "met A, then B"."""
    scene = stage.scene
    apart = shapes(scene.language.code, "event")["in-turn"].search(telling.text)
    rest = tuple(p for p in scene.keys(telling.text, "P") if p not in subject)
    if apart is None or not subject or len(rest) < _PAIR:
        yield from _met(stage, telling, match)
        return
    groups: list[tuple[str, ...]] = [(p,) for p in rest]
    if apart.lastgroup is not None:
        first = scene.keys(telling.text[: apart.start(apart.lastgroup)], "P")
        groups = [tuple(p for p in rest if p in first), tuple(p for p in rest if p not in first)]
    for group in groups:
        if group:
            yield from _met(stage, replace(telling, people=(*subject, *group)), match)


def off(stage: Stage, telling: Telling) -> bool:
    """Tell whether a telling says that what was planned is called off."""
    cancelled = shapes(stage.scene.language.code, "event").get("cancelled")
    return cancelled is not None and cancelled.search(telling.text) is not None


def _no(stage: Stage, telling: Telling, match: re.Match[str]) -> bool:
    """Tell whether the words just before deny it, or only place something beside it."""
    code, before = stage.scene.language.code, telling.text[: match.start()]
    if attends(stage.scene, telling.text) is not None:
        return True
    aside = shapes(code, "event").get("aside")
    if aside is not None and aside.search(before[-_ASIDE:]):
        return True
    return denied(code, before[-_NO:])


def when(
    stage: Stage, telling: Telling, match: re.Match[str], status: str, *, lately: bool = True
) -> tuple[DatePhrase | None, str]:
    """Return the date of what `match` tells, and its status in view of that date.

    What is said before may date it too, `lately` only if that is not long before the release.
    """
    scene = stage.scene
    at, later = match.span(), partial(_told_before, scene, telling.clause, lately=lately)
    return dated(scene, telling.clause, at, status, later)


def dated(
    scene: Scene,
    clause: Clause,
    at: tuple[int, int],
    status: str,
    before: Callable[[], DatePhrase | None],
) -> tuple[DatePhrase | None, str]:
    """Return the date of what the words `at` tell, else that told `before` it, and its status by it."""
    phrase = own_date(scene, clause, at, status == "planned")
    if status == "completed" and (to_come := coming(scene, clause, at, phrase)) is not None:
        return to_come, "planned"
    if phrase is None and status == "completed":
        phrase = _today(scene, clause, at) or before()
    day = phrase.day if phrase is not None else None
    return phrase, status_by_day(day, scene.linked.document.issued, status)


def _today(scene: Scene, clause: Clause, at: tuple[int, int]) -> DatePhrase | None:
    """Return the release's day for what the words `at` tell as under way: "is being shown round"."""
    issued = scene.linked.document.issued
    now = shapes(scene.language.code, "event")["under-way"].search(clause.text[slice(*at)])
    return DatePhrase(clause.span, Day(issued)) if now is not None and issued is not None else None


def _told_before(scene: Scene, clause: Clause, *, lately: bool) -> DatePhrase | None:
    """Return the date that a sentence of the body goes on from, unless it tells a vague one."""
    if clause.part != "body" or _vague(scene, clause.text):
        return None
    that_day = shapes(scene.language.code, "event").get("that-day")
    lately = lately or (that_day is not None and that_day.search(clause.text) is not None)
    return told_before(scene, clause, lately=lately)


def _vague(scene: Scene, text: str) -> bool:
    """Tell whether words give a time that cannot be reckoned: "last year", in a release without a day."""
    return shapes(scene.language.code, "event")["vague"].search(text) is not None


def real(phrase: DatePhrase | None, status: str) -> bool:
    """Tell whether something is an event: done, or planned for a date."""
    return status != "discussed" and (status != "planned" or phrase is not None)


def _met(stage: Stage, telling: Telling, match: re.Match[str]) -> Iterator[Draft]:
    scene = stage.scene
    bodies = _met_bodies(stage, telling)
    if (
        len(telling.people) < _PAIR
        and len(telling.people) + len(_others(stage, telling, bodies)) < _PAIR
    ):
        return
    phrase, status = when(stage, telling, match, told(scene, telling.text, match.span()))
    if not real(phrase, status) or (phrase and not telling.people and _some_year(phrase, status)):
        return
    yield Draft(
        kind="Meeting",
        day=phrase.day if phrase else None,
        end=phrase.end if phrase else None,
        status=status,
        evidence=(telling.clause.span,),
        order=telling.clause.order,
        rule="meeting",
        people=telling.people,
        bodies=bodies,
        witnesses=at_meeting(scene, telling.text, telling.people),
        places=place_of(scene, telling.clause),
        concerns=scene.keys(telling.text, "MYG"),
    )


def _some_year(phrase: DatePhrase, status: str) -> bool:
    """Tell whether something is only to come in some year: bodies that "will meet again next year"."""
    return status == "planned" and phrase.day.precision == "year"


def _met_bodies(stage: Stage, telling: Telling) -> tuple[str, ...]:
    """Return the bodies that take part: those of the persons, else those said to meet."""
    scene = stage.scene
    bodies = stage.bodies_of(telling.people)
    if len(telling.people) >= _PAIR:
        return bodies
    patterns = shapes(scene.language.code, "event")
    if patterns["meet-bodies"].search(telling.text) is None:
        return bodies
    named: tuple[str, ...] = ()
    for name in ("between", "with-body", "bodies-met"):
        found = patterns[name].search(telling.text)
        told_of = found.groupdict().values() if found else ()
        named += scene.keys(" ".join(words for words in told_of if words), _BODIES)
    return tuple(dict.fromkeys((*bodies, *named)))


def _others(stage: Stage, telling: Telling, bodies: tuple[str, ...]) -> tuple[str, ...]:
    own = stage.bodies_of(telling.people)
    return tuple(b for b in bodies if b not in own)
