"""Visits: who went where, with whom, and who received them there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.facts.clauses import Scene, first_mentions
from kg.facts.drafts import Draft, Stage, place_of, same_day
from kg.facts.guests import Guests, meant
from kg.facts.meetings import real, when
from kg.facts.tellings import Telling
from kg.facts.timing import own_date, told
from kg.facts.wording import held, shapes
from kg.model import Day
from kg.patterns import expression

_BODIES = "AO"
_NEXT, _FAR, _PAIR = 2, 8, 2


def read(stage: Stage, telling: Telling) -> Iterator[Draft]:
    """Yield the visit that a telling tells of persons or of a body's people."""
    patterns = shapes(stage.scene.language.code, "event")
    beside = patterns["visit-beside"].search(telling.text)
    if beside is not None:
        yield from _beside(stage, telling, beside)
        # Who else the sentence names has not gone there.
        named = beside.start() + beside[0].index("›") + 1
        telling = replace(telling, clause=telling.clause.without(named, beside.end()))
    inviter = patterns["inviter"].search(telling.text)
    if inviter is not None:
        # "At the invitation of X, Y came to Paris": it is Y who came.
        telling = replace(telling, clause=telling.clause.without(*inviter.span("inviter")))
    match = patterns["visit"].search(telling.text)
    if match is None and telling.before.one and "he-visits" in patterns:
        match = patterns["he-visits"].search(telling.text)
        if match is None:
            yield from _his(stage, telling, telling.before.one)
    if match is None and len(telling.people) >= _PAIR:
        match = patterns["they-visit"].search(telling.text)
    if match is not None:
        yield from _visited(stage, telling, match)


def _his(stage: Stage, telling: Telling, one: str) -> Iterator[Draft]:
    """Yield the visit that a telling tells as done by whom its subject means."""
    named = _named(stage.scene, telling, one)
    match = shapes(stage.scene.language.code, "event")["visit"].search(named.text)
    if match is not None and named is not telling:
        # Where he will be, it is mostly to meet somebody.
        yield from (v for v in _visited(stage, named, match) if v.status == "completed")


def _named(scene: Scene, telling: Telling, one: str) -> Telling:
    """Return a telling with the name of whom its subject means: "On Tuesday he went through the halls"."""
    he = expression(scene.language.code, "visits-he", any_case=True).match(telling.text)
    first = first_mentions(scene).get(one)
    if he is None or first is None:
        return telling
    text = f"{telling.text[: he.start('he')]}‹P{first}›{telling.text[he.end('he') :]}"
    return replace(telling, clause=telling.clause._replace(text=text))


def _beside(stage: Stage, telling: Telling, match: re.Match[str]) -> Iterator[Draft]:
    """Yield the visit that a sentence about something else mentions: "X, then on a state visit to Y"."""
    scene = stage.scene
    phrase, status = when(stage, telling, match, "completed")
    if real(phrase, status):
        visitors, places = scene.keys(held(match, "p"), "P"), scene.keys(held(match, "i"), "CIS")
        found = _visit(stage, telling, (phrase.day if phrase else None, status), visitors, places)
        yield replace(found, end=phrase.end if phrase else None)


def _visited(stage: Stage, telling: Telling, match: re.Match[str]) -> Iterator[Draft]:
    scene = stage.scene
    visitors = scene.keys(held(match, "p"), "P")
    places = scene.keys(held(match, "i"), "CIS")
    bodies = scene.keys(held(match, "b"), _BODIES)
    opens = shapes(scene.language.code, "event").get("he-opens")
    he = any(v and k.startswith("he") for k, v in match.groupdict().items())
    if telling.before.one and (he or (opens and opens.match(telling.text))):
        visitors = (telling.before.one,)
    if match.groupdict().get("they"):
        visitors = telling.people
    visitors = _together(scene, telling.text, visitors)
    if not visitors and not bodies:
        return
    visitors = visitors or _of(stage, telling, bodies)
    phrase, status = when(stage, telling, match, told(scene, telling.text, match.span()))
    if not real(phrase, status):
        return
    showed = scene.keys(held(match, "h"), "P")
    company, hosts = _company(scene, telling.text, match), _hosts(scene, telling.text)
    with_them = (*visitors, *company, *showed, *hosts)
    when_real = (phrase.day if phrase else None, status)
    places = places or place_of(scene, telling.clause)
    found = _visit(stage, telling, when_real, with_them, places)
    yield replace(found, end=phrase.end if phrase else None, bodies=found.bodies or bodies)


def _together(scene: Scene, text: str, visitors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the visitors with those who open the sentence beside one of them: "A, B and C visited"."""
    match = expression(scene.language.code, "visits-together", any_case=True).match(text)
    named = scene.keys(match["all"], "P") if match is not None else ()
    return tuple(dict.fromkeys((*visitors, *named))) if set(visitors) & set(named) else visitors


def _company(scene: Scene, text: str, match: re.Match[str]) -> tuple[str, ...]:
    """Return the persons with whom a visitor is said to have come."""
    code = scene.language.code
    told_so = shapes(code, "event").get("company")
    if told_so is not None and told_so.search(text):
        return scene.keys(text, "P")
    beside = expression(code, "visits-beside", any_case=True).search(text, 0, match.end())
    before = scene.keys(text[beside.start() : match.end()], "P") if beside is not None else ()
    if beside is not None and not match.start() <= beside.start():
        # "X, accompanied by Y, visited": what is read as the visitor's is his companion's.
        before = (*scene.keys(text[: beside.start()], "P")[-1:], *before)
    rest = text[match.end() :]
    company = expression(code, "visits-company", any_case=True).match(rest)
    return (*before, *(scene.keys(rest, "P") if company is not None else ()))


def welcomed(stage: Stage, telling: Telling, drafts: Sequence[Draft]) -> Draft | None:
    """Return the visit told just before with those of whom a sentence says that they received or came along.

    "The visitors were welcomed by Mr X. Ms Y accompanied them."
    """
    code = stage.scene.language.code
    pattern = shapes(code, "event")["welcomed"]
    people = stage.scene.keys(telling.text, "P")
    match = pattern.search(telling.text)
    if not people or not drafts or match is None:
        return None
    last = drafts[-1]
    # Those of a visit are meant, however many sentences lie between.
    guests = expression(code, "visits-guests", any_case=True).search(match[0])
    reach = _FAR if guests is not None else _NEXT
    if last.kind != "Visit" or telling.clause.order - last.order > reach:
        return None
    own = own_date(stage.scene, telling.clause, match.span(), planned=False)
    # "He arrived on Monday. Mr Y received him on Wednesday": that is another day.
    if own is not None and last.end is None and not same_day(own.day, last.day):
        return None
    return replace(
        last,
        evidence=(telling.clause.span,),
        order=telling.clause.order,
        people=tuple(dict.fromkeys((*last.people, *people))),
        bodies=tuple(dict.fromkeys((*last.bodies, *stage.bodies_of(people)))),
    )


def delegation(stage: Stage, telling: Telling, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the visit of a delegation: of its body, its country's people, or who came before."""
    scene = stage.scene
    match = shapes(scene.language.code, "event")["delegation"].search(telling.text)
    if match is None or "‹P" in telling.text[: match.start()]:
        return
    groups = match.groupdict()
    if groups.get("o"):
        sent = Guests(scene.keys(match[0], "P"), scene.keys(groups["o"], _BODIES))
    else:
        sent = meant(stage, telling.clause.order, groups.get("n"), drafts)
    if not sent.people and not sent.bodies:
        return
    phrase, status = when(stage, telling, match, told(scene, telling.text, match.span()))
    if not real(phrase, status):
        return
    day = phrase.day if phrase else None
    if day is None and sent.told is not None and "‹D" not in telling.text:
        day = sent.told.day
    rest = next(v for k, v in groups.items() if k in "ij" and v)
    everybody = (*sent.people, *_of(stage, telling, sent.bodies), *_hosts(scene, telling.text))
    places = scene.keys(rest, "CIS")[:1]
    yield _visit(stage, telling, (day, status), everybody, places, bodies=sent.bodies)


def _of(stage: Stage, telling: Telling, bodies: Sequence[str]) -> tuple[str, ...]:
    """Return the persons of a sentence who stand for bodies whose people came: "B's delegation, where X saw ..."."""
    named = stage.scene.keys(telling.text, "P")
    return tuple(p for p in named if not set(bodies).isdisjoint(stage.represents.get(p, ())))


def _hosts(scene: Scene, text: str) -> tuple[str, ...]:
    """Return the persons by whom visitors are said to have been received."""
    pattern = shapes(scene.language.code, "event").get("hosts")
    found = pattern.search(text) if pattern is not None else None
    return scene.keys(re.split(r"[;.]", text[found.end() :], maxsplit=1)[0], "P") if found else ()


def received_there(scene: Scene, text: str) -> bool:
    """Tell whether a visit goes on to say who received the visitors: "where he was welcomed by"."""
    pattern = shapes(scene.language.code, "event").get("hosts")
    found = pattern.search(text) if pattern is not None else None
    where = expression(scene.language.code, "visits-where")
    return found is not None and where.search(text[: found.start()]) is not None


def _visit(
    stage: Stage,
    telling: Telling,
    told_of: tuple[Day | None, str],
    people: tuple[str, ...],
    places: tuple[str, ...],
    *,
    bodies: tuple[str, ...] = (),
) -> Draft:
    return Draft(
        kind="Visit",
        day=told_of[0],
        status=told_of[1],
        evidence=(telling.clause.span,),
        order=telling.clause.order,
        rule="visit",
        people=tuple(dict.fromkeys(people)),
        bodies=tuple(dict.fromkeys((*bodies, *stage.bodies_of(people)))),
        places=places,
    )
