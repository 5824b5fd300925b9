"""Days that a text tells from others: "the day before", "three days later", "on the last day".

They are reckoned from a day told before them. What stands at some distance goes on from the days that the
release reports of, and not from a launch of long ago that the sentence before looks back to.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from math import prod

from kg.anchors import Anchors, plain
from kg.dates.phrase import DatePhrase, recent
from kg.languages import Language, load
from kg.model import Day, Span
from kg.patterns import expression

_CLOSE = 250
"""So far before it may lie what a day is told from, however old it is."""
_STAY = timedelta(days=21)
_MONTHS = 12
_STEM, _BESIDE, _REACH, _CLAUSE = 5, 4, 100, 120


def told_from_others(
    text: str, language: Language, issued: date | None, told: Sequence[DatePhrase]
) -> list[DatePhrase]:
    """Return the phrases `told`, and those that mean a day by one of them, in no order."""
    if not told and issued is None:
        return []
    told = _of_same_year(text, language, told)
    told = [_within_stay(text, language, issued, told, phrase) for phrase in told]
    for more in (_of_stays, _beside_events, _steps, _counted, _months, _years, _ago, _of_month):
        found = more(text, language, issued, sorted(told, key=lambda p: p.span))
        told += [p for p in found if not _overlaps(p.span, told)]
    return told


def _overlaps(span: Span, told: Sequence[DatePhrase]) -> bool:
    return any(p.span.begin < span.end and span.begin < p.span.end for p in told)


def _of_same_year(text: str, language: Language, told: Sequence[DatePhrase]) -> list[DatePhrase]:
    """Return the phrases, with the days and months of "that year" in the year of the date before them.

    So it is with those of "the following year".
    """
    found = list(told)
    for match in expression(language.code, "same-year").finditer(text):
        if _overlaps(Span(*match.span()), [p for p in found if p.end is not None]):
            # "From 8 to 10 January of this year" has its year.
            continue
        before = [p.day.value for p in found if p.span.end <= match.start()]
        got = {k.rstrip("2"): v for k, v in match.groupdict().items() if v}
        month = language.months.get(got["month"].casefold())
        if before and month is not None:
            year = before[-1].year + _number(got["which"], language)
            day = _day_in(year, month, got.get("day"))
            span = Span(*match.span())
            if day is not None:
                found = [p for p in found if p.span.end <= span.begin or span.end <= p.span.begin]
                found.append(DatePhrase(span, day))
                found.sort(key=lambda p: p.span)
    return found


def _day_in(year: int, month: int, number: str | None) -> Day | None:
    """Return a day of a month, or the month where no number is told; None where there is no such day."""
    if number is None:
        return Day(date(year, month, 1), "month")
    exists = 1 <= int(number) <= monthrange(year, month)[1]
    return Day(date(year, month, int(number))) if exists else None


def _months(
    text: str, language: Language, issued: date | None, told: Sequence[DatePhrase]
) -> list[DatePhrase]:
    """Return the months counted from the day or month before them: "six months later"."""
    found = []
    for match in expression(language.code, "month-count", any_case=True).finditer(text):
        before = [p.day for p in told if p.span.end <= match.start()]
        if before and before[-1].precision != "year":
            steps = _number(match["n"], language) * _number(match["way"], language)
            month = _shifted(before[-1].value.replace(day=1), steps)
            found.append(DatePhrase(Span(*match.span()), Day(month, "month")))
    return found


def _shifted(day: date, months: int) -> date:
    """Return the day so many months later, or the last of its month where that has no such day."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _years(
    text: str, language: Language, issued: date | None, told: Sequence[DatePhrase]
) -> list[DatePhrase]:
    """Return the years counted from that of the date before them: "two years later"."""
    found = []
    for match in expression(language.code, "year-count", any_case=True).finditer(text):
        before = [p.day for p in told if p.span.end <= match.start()]
        if before:
            steps = prod(_number(m, language) for m in match.groups() if m)
            found.append(_whole_years(text, language, match, before[-1], steps))
    return found


def _whole_years(
    text: str, language: Language, match: re.Match[str], base: Day, steps: int
) -> DatePhrase:
    """Return the year counted from a day, or the very day in it: "two years to the day after"."""
    exact = expression(language.code, "year-exact", any_case=True).match(text, match.end())
    span = Span(match.start(), exact.end() if exact else match.end())
    year = base.value.year + steps
    if exact is None or base.precision == "year":
        return DatePhrase(span, Day(date(year, 1, 1), "year"))
    about = base.precision == "month" or exact["about"]
    number = None if about else str(base.value.day)
    return DatePhrase(
        span, _day_in(year, base.value.month, number) or Day(date(year, 1, 1), "year")
    )


def _within_stay(
    text: str,
    language: Language,
    issued: date | None,
    told: Sequence[DatePhrase],
    phrase: DatePhrase,
) -> DatePhrase:
    """Return a weekday alone as that of the stay of several days told before it.

    "From 5 to 16 July ... . The opening, on the Monday, ...".
    """
    weekday = language.weekdays.get(text[slice(*phrase.span)].casefold())
    stays = [p for p in told if p.end is not None and p.span.end <= phrase.span.begin]
    if weekday is None or not stays or stays[-1].end is None:
        return phrase
    begin, end = stays[-1].day.value, stays[-1].end
    since = issued - end if issued else timedelta(0)
    first = begin + timedelta(days=(weekday - begin.weekday()) % 7)
    if begin <= phrase.day.value <= end or first > end or not timedelta(0) <= since <= _STAY:
        return phrase
    return replace(phrase, day=Day(first))


def _of_stays(
    text: str, language: Language, issued: date | None, told: Sequence[DatePhrase]
) -> list[DatePhrase]:
    """Return days of the stay told last: "on the second day", "the last day"."""
    found = []
    every = sorted((*told, *_two_days(text, language.code, told)), key=lambda p: p.span)
    for match in expression(language.code, "stay-day").finditer(text):
        stays = [p for p in every if p.end is not None and p.span.end <= match.start()]
        if stays and stays[-1].end is not None:
            number = _number(next(filter(None, match.groups())), language)
            begin, end = stays[-1].day.value, stays[-1].end
            day = end if number < 0 else begin + timedelta(days=number)
            if day <= end:
                found.append(DatePhrase(Span(*match.span()), Day(day)))
    return found


def _two_days(text: str, code: str, told: Sequence[DatePhrase]) -> list[DatePhrase]:
    """Return the stays that two days one after the other tell: "yesterday and today"."""
    joint = expression(code, "day-joint")
    return [
        replace(one, span=Span(one.span.begin, other.span.end), end=other.day.value)
        for one, other in pairwise(_days(told))
        if other.day.value - one.day.value == timedelta(days=1)
        and joint.fullmatch(text, one.span.end, other.span.begin)
    ]


def _beside_events(
    text: str, language: Language, issued: date | None, told: Sequence[DatePhrase]
) -> list[DatePhrase]:
    """Return the days before and after what a release reports of: "the day before the signing".

    That is the day told last with a word for it. "On 8 June, on the eve of the launch" says itself which.
    """
    found = []
    for match in expression(language.code, "day-before", any_case=True).finditer(text):
        noun = plain(match["what"])[:_STEM]
        before = [p for p in _days(told) if p.span.end <= match.start()]
        between = text[before[-1].span.end : match.start()] if before else ""
        if before and len(between) <= _BESIDE and "." not in between:
            continue
        step = timedelta(days=1 if match["after"] else -1)
        lately = [p for p in before if recent(p.day, issued)]
        # What a release reports of was not after it.
        lately = [p for p in lately if not match["after"] or _until(p.day.value + step, issued)]
        named = [p for p in lately if noun in plain(_around(text, p.span))]
        if lately:
            day = (named or lately)[-1].day.value + step
            found.append(DatePhrase(Span(*match.span()), Day(day)))
    return found


def _until(day: date, issued: date | None) -> bool:
    return issued is None or day <= issued


def _around(text: str, span: Span) -> str:
    return text[max(0, span.begin - _REACH) : span.end + _REACH]


def _steps(
    text: str, language: Language, issued: date | None, told: Sequence[DatePhrase]
) -> list[DatePhrase]:
    """Return the days told from the one named before them: "la veille", "the day before"."""
    found = []
    for word, begin, end in _step_words(language.code).places(plain(text)):
        day = _base(_narrated(text, language, told), begin, issued)
        if day is not None:
            steps = timedelta(days=language.steps[word])
            found.append(DatePhrase(Span(begin, end), Day(day + steps)))
    return found


def _counted(
    text: str, language: Language, issued: date | None, told: Sequence[DatePhrase]
) -> list[DatePhrase]:
    """Return the days counted from the one named before them: "three days later"."""
    found = []
    for match in expression(language.code, "step-count", any_case=True).finditer(text):
        way = _number(match["way"], language)
        steps = timedelta(
            days=prod(_number(match[name], language) for name in ("n", "unit", "way"))
        )
        years, months = (_number(match[name] or "0", language) for name in ("years", "months"))
        day = _base(told, match.start(), None) if _days(told) else None
        if day is not None:
            whole = _shifted(day, way * (years * _MONTHS + months))
            found.append(DatePhrase(Span(*match.span()), Day(whole + steps)))
    return found


def _ago(
    text: str, language: Language, issued: date | None, told: Sequence[DatePhrase]
) -> list[DatePhrase]:
    """Return the days and years counted from the release's own: "three days ago", "in two years' time"."""
    if issued is None:
        return []
    ways = (("step-ago", -1), ("step-ahead", 1))
    return [p for name, way in ways for p in _from_own_day(text, language, issued, name, way)]


def _from_own_day(
    text: str, language: Language, issued: date, name: str, way: int
) -> list[DatePhrase]:
    """Return the days and years that the pattern `name` counts back or ahead."""
    found = []
    for match in expression(language.code, name, any_case=True).finditer(text):
        count = way * _number(match["n"], language)
        if match["unit"]:
            days = count * _number(match["unit"], language)
            found.append(DatePhrase(Span(*match.span()), Day(issued + timedelta(days=days))))
        else:
            found.append(_whole_years(text, language, match, Day(issued), count))
    return found


def _number(words: str, language: Language) -> int:
    """Return what a number says, in figures or in words."""
    return int(words) if words.isdigit() else language.counts[plain(words)]


def _narrated(text: str, language: Language, told: Sequence[DatePhrase]) -> list[DatePhrase]:
    """Return the days that a story may go on from: not the "today" of how things are, nor when they had begun."""
    aside = [expression(language.code, name) for name in ("event-nowadays", "story-begun")]
    days = [(p, text[max(0, p.span.begin - _REACH) : p.span.begin]) for p in _days(told)]
    return [p for p, before in days if not any(gate.search(before) for gate in aside)]


def _days(told: Sequence[DatePhrase]) -> list[DatePhrase]:
    return [p for p in told if p.day.precision == "day"]


def _base(told: Sequence[DatePhrase], begin: int, issued: date | None) -> date | None:
    """Return the day that words at `begin` go on from; the release's own where none is told."""
    before = [p for p in _days(told) if p.span.end <= begin]
    if not before:
        return issued
    if begin - before[-1].span.end <= _CLOSE:
        return before[-1].day.value
    lately = [p for p in before if recent(p.day, issued)]
    return (lately or before)[-1].day.value


def _of_month(
    text: str, language: Language, issued: date | None, told: Sequence[DatePhrase]
) -> list[DatePhrase]:
    """Return the days told by their number alone: "on the 24th", "on the 15th of that month".

    They are of the month of a date just before them, or else of the release's own.
    """
    found = []
    for match in expression(language.code, "day-of-month").finditer(text):
        got = {k: v for k, v in match.groupdict().items() if v}
        number = got.get("day") or got["alone"]
        near = _near_month(told, match.start(), None if "same" in got else int(number))
        base = near or (None if "same" in got or "alone" in got else issued)
        day = _day_in(base.year, base.month, number) if base is not None else None
        if day is not None:
            found.append(DatePhrase(Span(*match.span()), day))
    return found


def _near_month(told: Sequence[DatePhrase], begin: int, number: int | None) -> date | None:
    """Return a date told just before `begin` whose month a day goes on with: no later one than the day."""
    near = [p for p in told if p.day.precision != "year" and 0 <= begin - p.span.end <= _CLAUSE]
    if not near:
        return None
    day = near[-1].day
    goes_on = number is None or (day.precision == "day" and day.value.day <= number)
    return day.value if goes_on else None


@cache
def _step_words(code: str) -> Anchors:
    return Anchors(map(plain, load(code).steps), whole=True)
