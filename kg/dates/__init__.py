"""Date phrases of a text, resolved against the day of the release.

Patterns stand in the languages' data files. A date without its year takes the year that puts it
nearest to the release; a weekday beside it settles a doubt, and where the two contradict each
other the date is kept and the contradiction noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache, lru_cache

from kg import kept
from kg.anchors import Anchors, merge, plain
from kg.beginnings import guarded
from kg.dates.phrase import DatePhrase, recent
from kg.dates.steps import told_from_others
from kg.languages import Language, load
from kg.model import Day, Span
from kg.syntax import VERSION

__all__ = ["DatePhrase", "find", "impossible", "iso", "recent"]

_YEAR = r"(?:19|20)\d\d"
_LATE = re.compile(r"(?=[023-9])(?<!\d)(?:29|[3-9]\d|00?)(?!\d)")
_LEAP = 2000
_NO_DAY = Day(date.min)
_SPACES = "\n\u00a0\u2007\u2009\u202f"
_ANY_YEAR = re.compile(_YEAR)
_MONTHS = 12
_WEEKS = (("cue-week-before", -1), ("cue-week-this", 0), ("cue-week-after", 1))
"""The words for a week beside a weekday, and how many weeks from the release's it is."""
_NEAR = 60
_LEAD = 900
"""How far a text opens: a whole date in its title or first sentences is close to its day."""
_AROUND = 60
"""How far from its month, weekday or year a date phrase may reach."""


@cache
def _patterns(code: str) -> tuple[tuple[str, str], ...]:
    """Return each pattern of the language with what must stand in the text for it to match."""
    language = load(code)
    slots = {
        "month": f"(?P<month>{_names(language.months)})\\.?",
        "month2": f"(?P<month2>{_names(language.months)})\\.?",
        "weekday": f"(?P<weekday>{_names(language.weekdays)})",
        "season": f"(?P<season>{_names(language.seasons)})",
        "year": f"(?P<year>{_YEAR})",
        "day": r"(?P<day>\d{1,2})",
        "day2": r"(?P<day2>\d{1,2})",
    }
    found = []
    for name, pattern in language.patterns.items():
        if not name.startswith("date-"):
            continue
        anchor = next((a for a in ("month", "weekday", "season") if f"{{{a}}}" in pattern), "year")
        anchor = "relative" if "?P<relative>" in pattern else anchor
        full = pattern
        for slot, value in slots.items():
            full = full.replace("{" + slot + "}", value)
        found.append((anchor, rf"(?<![\w-])(?:{full})(?![\w])"))
    texts = [text for _, text in found]
    made_of = kept.digest(VERSION, *texts, code=("beginnings.py", "syntax.py"))
    ahead = kept.made(f"dates-{code}", made_of, lambda: map(guarded, texts))
    return tuple((anchor, text) for (anchor, _), text in zip(found, ahead, strict=True))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when a text first holds its anchor."""
    return re.compile(pattern, re.IGNORECASE)


@cache
def _anchors(code: str) -> tuple[Anchors, dict[str, str]]:
    """Return the words that a date phrase cannot be without, and the kind of each."""
    language = load(code)
    tables: tuple[tuple[str, Iterable[str]], ...] = (
        ("month", language.months),
        ("weekday", language.weekdays),
        ("season", language.seasons),
        ("relative", (*language.numbers, *language.periods)),
    )
    kinds = {plain(word): kind for kind, table in tables for word in table}
    return Anchors(kinds, whole=True), kinds


def _names(table: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, table), key=lambda n: (-len(n), n)))


def find(text: str, language: Language, issued: date | None) -> tuple[DatePhrase, ...]:
    """Return the date phrases of `text`, by offset, not overlapping.

    Without the release's day, phrases that need it ("today", "on Monday") are left out; a month or
    day without its year is then read against the last whole date that the text opens with. A
    day that does not exist (31 February) is no date, and its month alone is none either.
    """
    flat = _spaced(text)
    told = _told(flat, language, issued, issued)
    if issued is None:
        opening = [p.day.value for p in told if p.day.precision == "day" and p.span.end <= _LEAD]
        told = _told(flat, language, None, max(opening)) if opening else told
    every = told_from_others(flat, language, issued, told)
    return tuple(sorted(every, key=lambda p: p.span))


def _told(
    flat: str, language: Language, issued: date | None, near: date | None
) -> list[DatePhrase]:
    """Return the phrases that say a date; `near` is a day that those without a year are close to."""
    anchored = _windows(flat, language.code)
    taken = [DatePhrase(span, _NO_DAY) for span in _impossible(flat, language.code)]
    for anchor, pattern in _patterns(language.code):
        for begin, end in anchored[anchor]:
            for match in _compiled(pattern).finditer(flat, begin, end):
                if any(p.span.begin < match.end() and match.start() < p.span.end for p in taken):
                    continue
                phrase = _resolve(match, language, issued, near)
                if phrase is not None:
                    taken.append(phrase)
    return sorted((p for p in taken if p.day is not _NO_DAY), key=lambda p: p.span)


def _spaced(text: str) -> str:
    for sign in _SPACES:
        text = text.replace(sign, " ")
    return text


def impossible(text: str, language: Language) -> tuple[Span, ...]:
    """Return the dates of `text` whose day does not exist: "31 February 2016"."""
    return _impossible(_spaced(text), language.code)


@lru_cache(maxsize=64)
def _impossible(text: str, code: str) -> tuple[Span, ...]:
    months = load(code).months
    late = merge((m.start() - _AROUND, m.end() + _AROUND) for m in _LATE.finditer(text))
    found = []
    for begin, end in late:
        for match in _late_days(code).finditer(text, begin, end):
            got = {k.rstrip("2"): v for k, v in match.groupdict().items() if v}
            month = months[got["month"].casefold()]
            if _date(int(got.get("year", _LEAP)), month, got["day"]) is None:
                found.append(Span(*match.span()))
    return tuple(found)


@cache
def _late_days(code: str) -> re.Pattern[str]:
    """Return the pattern of a day that some months lack, with its month and year."""
    names, data = _names(load(code).months), load(code).patterns
    ending, link = data.get("day-ending", ""), data.get("day-link", "")
    late = r"(?:29|[3-9]\d|00?)"
    return re.compile(
        rf"(?<![\w.,:/-])(?P<day>{late}){ending}{link} (?P<month>{names})\b\.?(?:,? (?P<year>{_YEAR}))?"
        rf"|\b(?P<month2>{names})\.? (?P<day2>{late}){ending}(?![\w:%]|[.,]\d)(?:,? (?P<year2>{_YEAR}))?",
        re.IGNORECASE,
    )


def _windows(text: str, code: str) -> dict[str, list[tuple[int, int]]]:
    """Return for each kind of anchor the stretches of text around its places, merged."""
    anchors, kinds = _anchors(code)
    found: dict[str, list[tuple[int, int]]] = {
        "month": [],
        "weekday": [],
        "season": [],
        "relative": [],
    }
    for word, begin, end in anchors.places(plain(text)):
        found[kinds[word]].append((begin, end))
    found["year"] = [m.span() for m in _ANY_YEAR.finditer(text)]
    return {
        kind: merge((begin - _AROUND, end + _AROUND) for begin, end in places)
        for kind, places in found.items()
    }


def _resolve(
    match: re.Match[str], language: Language, issued: date | None, near: date | None
) -> DatePhrase | None:
    got = {k: v for k, v in match.groupdict().items() if v}
    span = Span(*match.span())
    month = _number(got.get("month"), language.months)
    if "relative" in got:
        return _relative(got["relative"].casefold(), span, language, issued)
    if "weekday" in got and "day" not in got:
        return _weekday(got, span, language, issued)
    if "season" in got:
        return _season(got, span, language, issued)
    if month is None:
        year = int(got["year"])
        return DatePhrase(span, Day(date(year, 1, 1), "year"))
    return _in_month(got, span, month, language, near)


def _season(
    got: dict[str, str], span: Span, language: Language, issued: date | None
) -> DatePhrase | None:
    """Return the year of a season: that of the release unless a cue puts it before or after."""
    if issued is None:
        return None
    month = language.seasons[got["season"].casefold()]
    cue = plain(got.get("cue", ""))
    year = issued.year
    if cue in language.set("cue-past") and month > issued.month:
        year -= 1
    if cue in language.set("cue-future") and month <= issued.month:
        year += 1
    return DatePhrase(span, Day(date(year, 1, 1), "year"))


def _in_month(
    got: dict[str, str], span: Span, month: int, language: Language, near: date | None
) -> DatePhrase | None:
    """Return the day or month that a phrase with a month means."""
    year = int(got["year"]) if "year" in got else _year(got, month, language, near)
    if year is None:
        return None
    if "day" not in got:
        return DatePhrase(span, Day(date(year, month, 1), "month"))
    begin = _date(year, month, got["day"])
    if begin is None:
        return None
    return DatePhrase(span, Day(begin), _end(got, begin, language), _doubt(got, begin, language))


def _number(name: str | None, table: dict[str, int]) -> int | None:
    if name is None:
        return None
    return table[name.casefold().rstrip(".")] if name.isdigit() is False else int(name)


def _date(year: int, month: int, day: str) -> date | None:
    try:
        return date(year, month, int(day))
    except ValueError:
        return None


def _end(got: dict[str, str], begin: date, language: Language) -> date | None:
    if "day2" not in got:
        return None
    month = _number(got.get("month2"), language.months) or begin.month
    end = _date(begin.year, month, got["day2"])
    if end is not None and end < begin and "month2" not in got:
        return None
    return end


def _doubt(got: dict[str, str], begin: date, language: Language) -> str | None:
    if "weekday" not in got:
        return None
    said = language.weekdays[got["weekday"].casefold()]
    if said == begin.weekday():
        return None
    return f"{got['weekday']} contradicts {begin.isoformat()}, which is another day of the week"


def _year(got: dict[str, str], month: int, language: Language, issued: date | None) -> int | None:
    """Return the year of a month, by the day of the release or one that is close to it."""
    if issued is None:
        return None
    cue = plain(got.get("cue", ""))
    if cue in language.set("cue-this"):
        return issued.year
    if cue in language.set("cue-year-before"):
        return issued.year - 1
    if cue in language.set("cue-past"):
        # "Last December" in a release of December is that of the year before.
        this = month < issued.month or (month == issued.month and "day" in got)
        return issued.year if this else issued.year - 1
    if cue in language.set("cue-future"):
        return issued.year if month >= issued.month else issued.year + 1
    years = (issued.year - 1, issued.year, issued.year + 1)
    day = got.get("day", "15")
    dated = [d for d in (_date(y, month, day) for y in years) if d is not None]
    near = sorted(dated, key=lambda d: abs((d - issued).days))
    if "weekday" in got and near and abs((near[0] - issued).days) > _NEAR:
        said = language.weekdays[got["weekday"].casefold()]
        near = [d for d in near if d.weekday() == said] or near
    return near[0].year if near else None


def _weekday(
    got: dict[str, str], span: Span, language: Language, issued: date | None
) -> DatePhrase | None:
    """Return the day of a weekday alone: the last such day, or the next one where a cue says so."""
    if issued is None:
        return None
    wanted = language.weekdays[got["weekday"].casefold()]
    cue = plain(got.get("cue", ""))
    for name, weeks in _WEEKS:
        if cue in language.set(name):
            monday = issued - timedelta(days=issued.weekday())
            return DatePhrase(span, Day(monday + timedelta(weeks=weeks, days=wanted)))
    if cue in language.set("cue-future"):
        ahead = (wanted - issued.weekday()) % 7 or 7
        return DatePhrase(span, Day(issued + timedelta(days=ahead)))
    back = (issued.weekday() - wanted) % 7
    if cue in language.set("cue-past"):
        back = back or 7
    return DatePhrase(span, Day(issued - timedelta(days=back)))


def _relative(words: str, span: Span, language: Language, issued: date | None) -> DatePhrase | None:
    """Return the day, month or year of "today", "last month", "l'an dernier"."""
    if issued is None:
        return None
    words = plain(words)
    if words in language.periods:
        unit, steps = language.periods[words].split()
        return DatePhrase(span, _period(issued, unit, int(steps)))
    offset = language.numbers.get(words)
    if offset is None:
        return None
    return DatePhrase(span, Day(issued + timedelta(days=offset)))


def _period(issued: date, unit: str, steps: int) -> Day:
    if unit == "year":
        return Day(date(issued.year + steps, 1, 1), "year")
    months = issued.year * _MONTHS + issued.month - 1 + steps
    return Day(date(months // _MONTHS, months % _MONTHS + 1, 1), "month")


def iso(text: str) -> Iterator[date]:
    """Yield the ISO dates that stand in `text`."""
    for match in re.finditer(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b", text):
        found = _date(int(match[1]), int(match[2]), match[3])
        if found is not None:
            yield found
