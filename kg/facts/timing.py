"""When something happened: which of the dates around a telling is its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest

from kg.dates import DatePhrase, recent
from kg.facts.clauses import Clause, Scene
from kg.facts.status import status_of
from kg.facts.wording import shapes
from kg.gates import Gate
from kg.model import Day, Span
from kg.patterns import expression, word_list

# Meetings have a day; launches to come are often told by year alone.
_COARSE = {"day": 0, "month": 40, "year": 150}
_LOOSE = {"day": 0, "month": 15, "year": 50}
_MEMORY = 3
_BESIDE = 6
_NEXT = 14
_WORDS = 3
_SOON = timedelta(days=60)
"""What is told for a day as near as this is to come, however it is told."""
_LEFT, _RIGHT = 45, 30
_BULLET = re.compile(r"\W{0,4}(\w+) ?:")
_EXPLAINS = (", ", " (", ", le ", ", on ")
_WHERE = re.compile(r", \w+ (?:\w+ )?‹[ICS]\d+›,")
_BREAK = re.compile(r"[;:]")
_BROKEN, _RELATIVE = 60, 25
"""What a break costs between words and a date, and what a relative clause does."""


def clause_dates(scene: Scene, clause: Clause) -> list[tuple[int, DatePhrase]]:
    """Return the date phrases of a clause with their places in the encoded text.

    Of one and its explanation, "the previous day, 1 May", it is the latter that counts.
    """
    found = list(re.finditer(r"‹D(\d+)›", clause.text))
    return [
        (m.start(), scene.dates[int(m[1])])
        for m, after in zip_longest(found, found[1:])
        if after is None or not _explained(scene, clause.text, m, after)
    ]


def _explained(scene: Scene, text: str, one: re.Match[str], after: re.Match[str]) -> bool:
    """Tell whether a date without a number is given again, with one, right after it."""
    words = scene.linked.document.text
    shown = (scene.dates[int(m[1])].span for m in (one, after))
    numbered = [any(map(str.isdigit, words[s.begin : s.end])) for s in shown]
    return numbered == [False, True] and text[one.end() : after.start()] in _EXPLAINS


def nearest_date(
    scene: Scene, clause: Clause, at: tuple[int, int], skip: Gate | None = None
) -> DatePhrase | None:
    """Return the date that belongs to the words `at` of a clause.

    Distance counts, but also precision and what stands between; dates that other words claim,
    and coarse ones later than the release, belong to something else.
    """
    found = [f for f in clause_dates(scene, clause) if not _claimed(clause.text, f[0], skip)]
    # The day that opens a release is that of an event only where its sentence names no other.
    found = [f for f in found if not _opens(clause.text, f[0])] or found
    code = scene.language.code
    if not found:
        return None
    nearest = _cheapest(clause.text, at, found, _LOOSE, code)
    place = next(place for place, phrase in found if phrase is nearest)
    return _finer(nearest, [f for f in found if 0 <= f[0] - place <= _NEXT])


_DATELINE = re.compile(r"‹D\d+›\)?,? ?(?:\([A-Z]{3,4}\) ?)?[-–—:] ")
_OPENING = 60


def _opens(text: str, place: int) -> bool:
    """Tell whether a date is that of a dateline: "Baikonur, ‹D0› - A crew lifted off today"."""
    return place < _OPENING and _DATELINE.match(text, place) is not None


def _claimed(text: str, place: int, skip: Gate | None, own: tuple[int, int] | None = None) -> bool:
    """Tell whether words that claim dates stand before one, other than the `own` ones of what is told.

    "He arrived at the centre yesterday" dates his visit.
    """
    begin = max(0, place - _LEFT)
    match = skip.search(text[begin:place]) if skip is not None else None
    return match is not None and not (own and own[0] <= begin + match.start() < own[1])


def _cheapest(
    text: str,
    at: tuple[int, int],
    found: list[tuple[int, DatePhrase]],
    coarse: dict[str, int],
    code: str,
) -> DatePhrase:
    """Return the date that costs least: near, precise, and in the same clause."""

    relative = expression(code, "timing-relative")

    def cost(place: int, phrase: DatePhrase) -> int:
        distance = _distance(text, at, place, relative)
        return distance + (coarse[phrase.day.precision] if distance > _BESIDE else 0)

    return min(found, key=lambda f: (cost(*f), f[0]))[1]


def _distance(text: str, at: tuple[int, int], place: int, relative: Gate) -> int:
    begin, end = at
    between = text[end:place] if place >= end else text[place:begin]
    broken = _BROKEN if _BREAK.search(between) else 0
    return len(between) + broken + (_RELATIVE if relative.search(between) else 0)


def own_date(scene: Scene, clause: Clause, at: tuple[int, int], planned: bool) -> DatePhrase | None:
    """Return the date of a meeting, visit or signing that the words `at` tell."""
    code = scene.language.code
    patterns, when = shapes(code, "event"), expression(code, "timing-when")
    beside = expression(code, "timing-beside")
    issued = scene.linked.document.issued
    found = []
    for place, phrase in clause_dates(scene, clause):
        if _of_relative(clause.text, place, at, beside):
            continue
        after = clause.text[place:].partition("›")[2][:_RIGHT]
        told_by = when.match(after) is not None or at[0] <= place < at[1]
        claimed = _claimed(clause.text, place, patterns["otherdate"], at) and not told_by
        if claimed or patterns["notdate"].match(after):
            continue
        own = replace(phrase, day=_by_status(scene, phrase.day, planned))
        if planned or not _later(own.day, issued):
            found.append((place, own))
    if found:
        nearest = _cheapest(clause.text, at, found, _COARSE, code)
        return _ahead(scene, _finer(nearest, found)) if planned else nearest
    return _years_ago(clause, patterns["ago"], issued)


def _by_status(scene: Scene, day: Day, planned: bool) -> Day:
    """Return the day of what is planned or done: a month told without its year is the next or the last."""
    if not planned:
        return behind(scene, day)
    return (ahead(scene, day) or day) if day.precision == "month" else day


def coming(
    scene: Scene, clause: Clause, at: tuple[int, int], done: DatePhrase | None
) -> DatePhrase | None:
    """Return the date ahead of what a clause tells of in the present: "talks resume in September".

    That is so where, `done`, it would have no date or one told without its year.
    """
    issued = scene.linked.document.issued
    phrase = own_date(scene, clause, at, planned=True)
    if phrase is None or issued is None:
        return None
    if all(d.day.value <= issued for d in scene.dates if d.span == phrase.span):
        return None
    # "On Tuesday" is the last one where nothing says that it is to come.
    if _weekday(scene, phrase):
        return None
    if done is not None and done.span != phrase.span:
        return None
    told_past = expression(scene.language.code, "timing-told-past", any_case=True)
    return None if told_past.search(clause.text) else phrase


def _of_relative(text: str, place: int, at: tuple[int, int], beside: Gate) -> bool:
    """Tell whether a date is that of a relative clause beside the words `at`: "X, who came in May, met Y"."""
    opened = [m.end() for m in beside.finditer(text, 0, place)]
    if not opened or "," in text[opened[-1] : place]:
        return False
    # "..., which in May, in Rome, had been the subject of a meeting": where it was ends no clause.
    return at[1] <= opened[-1] or "," in _WHERE.sub("", text[place : at[1]])


def _finer(nearest: DatePhrase, found: Iterable[tuple[int, DatePhrase]]) -> DatePhrase:
    """Return the day or month within the year that `nearest` gives: "next year: in June 2015"."""
    if nearest.day.precision != "year":
        return nearest
    within = [f for _, f in found if f.day.value.year == nearest.day.value.year]
    return min(within, key=lambda f: (_COARSE[f.day.precision], f.span))


def _ahead(scene: Scene, phrase: DatePhrase) -> DatePhrase:
    """Return a weekday of what is to come as the next such day: "they will meet on Friday"."""
    issued = scene.linked.document.issued
    if issued is None or phrase.day.value > issued or not _weekday(scene, phrase):
        return phrase
    return replace(phrase, day=Day(phrase.day.value + timedelta(days=7)))


def _weekday(scene: Scene, phrase: DatePhrase) -> bool:
    """Tell whether a date is but the name of a day of the week."""
    words = scene.linked.document.text[phrase.span.begin : phrase.span.end]
    return words.casefold() in scene.language.weekdays


def behind(scene: Scene, day: Day) -> Day:
    """Return the day of what is done: a month told without its year is the last such month.

    "In January they signed", in a release of December.
    """
    issued = scene.linked.document.issued
    if issued is None or day.precision == "year" or day.value <= issued:
        return day
    if day.precision == "day" and day.value - issued <= _SOON:
        return day
    if any(re.search(r"\d{4}", w) for w in _words_of(scene, day)):
        return day
    earlier = day.value.replace(year=day.value.year - 1, day=min(day.value.day, 28))
    return replace(day, value=earlier if day.precision == "day" else earlier.replace(day=1))


def past(code: str, text: str) -> bool:
    """Tell whether a sentence speaks of what is past, and of nothing to come."""
    future = shapes(code, "status")["future"].search(text)
    if future is not None or word_list(code, "planned").search(text) is not None:
        return False
    return expression(code, "timing-past", any_case=True).search(text) is not None


def _words_of(scene: Scene, day: Day) -> list[str]:
    """Return the words that tell a day in a document."""
    text = scene.linked.document.text
    return [text[d.span.begin : d.span.end] for d in scene.dates if d.day == day]


def ahead(scene: Scene, day: Day | None) -> Day | None:
    """Return the day of what is to come: a month told without its year is the next such month."""
    issued = scene.linked.document.issued
    if day is None or issued is None or day.precision == "year" or day.value >= issued:
        return day
    words = _words_of(scene, day)
    if words and all(w.casefold() in scene.language.weekdays for w in words):
        return replace(day, value=day.value + timedelta(days=7))
    if (day.value.year, day.value.month) == (issued.year, issued.month):
        return day
    if not words or any(re.search(r"\d{4}", w) for w in words):
        return day
    later = day.value + timedelta(days=366)
    return replace(day, value=later.replace(month=day.value.month, day=min(day.value.day, 28)))


def told(scene: Scene, text: str, at: tuple[int, int]) -> str:
    """Return how real the words around `at` say that something is: discussed, planned, completed.

    What stands before them in their clause counts; after a noun ("the meeting is planned") the
    verb that follows it, but no adjective ("met to discuss future missions").
    """
    code = scene.language.code
    before = re.split(r"[;:(),.]", text[max(0, at[0] - _LEFT) : at[0]])[-1]
    if expression(code, "timing-done", any_case=True).search(before) is not None:
        # "The contract under which A will build it was signed": what is to come is something else.
        before = ""
    if shapes(code, "status")["future"].search(text[slice(*at)]):
        return "planned"
    after = shapes(code, "event")["then"].match(text[at[1] :])
    return status_of(code, f"{before} | {after[0] if after else ''}", "completed")


def _later(day: Day, issued: date | None) -> bool:
    """Tell whether a month or year lies after the release: no day of what is done."""
    if issued is None or day.precision == "day":
        return False
    return day.value > issued


def _years_ago(clause: Clause, ago: Gate, issued: date | None) -> DatePhrase | None:
    match = ago.search(clause.text)
    if match is None or issued is None:
        return None
    return DatePhrase(clause.span, Day(date(issued.year - int(match["n"]), 1, 1), "year"))


def told_before(scene: Scene, clause: Clause, *, lately: bool) -> DatePhrase | None:
    """Return the day that the sentences just before a clause speak of, not later than the release.

    With `lately`, a day long before the release is none that a story goes on from.
    """
    headed = [day for order, day in scene.headed if order < clause.order]
    if headed:
        return headed[-1]
    issued = scene.linked.document.issued
    patterns = shapes(scene.language.code, "event")
    for order in range(clause.order - 1, max(-1, clause.order - 1 - _MEMORY), -1):
        before = scene.clauses[order]
        if before.part != "body" or _looks_back(patterns["flashback"], before, clause):
            continue
        skips = (patterns["otherdate"], patterns["nowadays"])
        told = [
            d
            for d in clause_dates(scene, before)
            if not any(_claimed(before.text, d[0], skip) for skip in skips)
        ]
        days = [d for _, d in told if d.day.precision == "day"]
        days = [d for d in days if issued is None or d.day.value <= issued]
        days = [d for d in days if not lately or recent(d.day, issued)]
        if days and _says_more(before.text):
            return days[-1]
        if not lately and any(_past_month(d, issued) for _, d in told):
            # What the sentence before dates to a month goes on from no day before that.
            return None
    return None


def _looks_back(flashback: Gate, before: Clause, clause: Clause) -> bool:
    """Tell whether a sentence recalls what had been, and the clause after it goes on with the present story."""
    return flashback.search(before.text) is not None and flashback.search(clause.text) is None


def _past_month(phrase: DatePhrase, issued: date | None) -> bool:
    """Tell whether a date is a month of the past."""
    day = phrase.day
    return day.precision == "month" and (issued is None or day.value <= issued)


def _says_more(text: str) -> bool:
    """Tell whether a sentence says more than a date: the release's own date is no event's."""
    rest = re.sub(r"‹D\d+›", " ", text)
    return "‹" in rest or len(rest.split()) >= _WORDS


def bullet_month(scene: Scene, clause: Clause) -> Day | None:
    """Return the month that a line of a calendar begins with: "- November: launch of ..."."""
    issued = scene.linked.document.issued
    match = _BULLET.match(clause.text)
    month = scene.language.months.get(match[1].casefold()) if match else None
    return Day(date(issued.year, month, 1), "month") if month and issued else None


def year_of_gathering(text: str, code: str) -> Day | None:
    """Return the year of a yearly gathering: "at the 2018 Congress", "lors du Salon 2019"."""
    match = expression(code, "timing-gathering", any_case=True).search(text)
    year = match and next(filter(None, match.groups()))
    return Day(date(int(year), 1, 1), "year") if year else None


def span_of(spans: Iterable[Span]) -> Span:
    """Return the stretch that takes in all of `spans`."""
    every = sorted(spans)
    return Span(every[0].begin, max(s.end for s in every))
