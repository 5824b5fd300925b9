"""A release as a document: what its header says, where its title, body and contacts are.

Press releases begin with a header (date, number, the words "press release", a title) and may end
with a block of contacts. Sentences are split by `sentencex` within paragraphs; abbreviations that
it does not know ("M.", "MM.") are mended here from the language's list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import sentencex

from kg import dates
from kg.errors import UnreadableError
from kg.languages import CODES, Language, detect, load
from kg.model import Document, Note, Release, Sentence, Span

_NUMBER = re.compile(r"\b(?:PR|CP|NR|N°|No\.?)\s?(\d{1,4}[-/](?:19|20)\d\d)\b")
_NUMBER_KIND = re.compile(r"\b((?:PR|CP|NR)\s?\d{1,4}[-/](?:19|20)\d\d)\b")
_LONGEST_WORD = 1000
_ENDLESS = re.compile(rf"(?<!\S)\S{{{_LONGEST_WORD + 1}}}")
_LINE = re.compile(r"[^\n]+")
_HARD_WRAP = 50
_HEADER_LINES = 14
_TITLE_WORDS = 4
_BULLET = re.compile(r"\s*(?:[-•*–·▪>]|\d{1,2}[.)])\s+")
_SITES = re.compile(r"(?:@|//|\bwww\.)(?:[\w.-]*[.])?([\w-]+\.(?:gov\.in|go\.jp|jaxa\.jp|[a-z]{2,4}))\b")
_PUBLISHERS = {
    "cnes.fr": "agency/cnes",
    "nasa.gov": "agency/nasa",
    "esa.int": "agency/esa",
    "jaxa.jp": "agency/jaxa",
    "isro.gov.in": "agency/isro",
    "dlr.de": "agency/dlr",
    "roscosmos.ru": "agency/roscosmos",
    "asi.it": "agency/asi",
    "cnsa.gov.cn": "agency/cnsa",
    "eumetsat.int": "organisation/eumetsat",
}


def read(release: Release) -> Document:
    """Read the header of `release` and split it into sentences.

    Raises UnreadableError for a text that is no running text: a word without end.
    """
    if _ENDLESS.search(release.text):
        raise UnreadableError(
            f"{release.origin}: more than {_LONGEST_WORD} characters without a space between them",
            "Give running text, with spaces between its words.",
        )
    language = load(release.language or detect(release.text))
    lines = [(m.start(), m.end()) for m in _LINE.finditer(release.text) if m[0].strip()]
    contacts = _contacts(release.text, lines, language)
    head = _header(release.text, lines, language)
    issued, date_line, notes = _issued(release, head, language)
    title = _title(release.text, head, date_line, language)
    number = release.number or _number(release.text, head)
    sentences = tuple(_sentences(release.text, language, title, contacts))
    return Document(
        release=release,
        language=language.code,
        issued=issued,
        number=number,
        title=title,
        publisher=_publisher(release),
        place=None,
        sentences=sentences,
        notes=notes,
    )


def _header(text: str, lines: list[tuple[int, int]], language: Language) -> list[tuple[int, int]]:
    return lines[:_HEADER_LINES]


def _number(text: str, head: list[tuple[int, int]]) -> str | None:
    for begin, end in head:
        match = _NUMBER_KIND.search(text, begin, end)
        if match:
            return re.sub(r"\s", "", match[1])
    return None


def _issued(
    release: Release, head: list[tuple[int, int]], language: Language
) -> tuple[date | None, tuple[int, int] | None, tuple[Note, ...]]:
    """Return the release's day, the line that gives it, and notes on dates that do not exist."""
    text = release.text
    notes: list[Note] = []
    for begin, end in head:
        line = text[begin:end]
        for phrase in _line_dates(line, language):
            rest = line[: phrase.span.begin] + line[phrase.span.end :]
            if phrase.day.precision == "day" and _is_date_line(line, phrase.span.begin, rest):
                day = release.issued or phrase.day.value
                whole = len(rest.split()) <= _TITLE_WORDS
                return day, (begin, end) if whole else None, tuple(notes)
        if _impossible(line, language):
            notes.append(Note("date", f"no such day: {line.strip()[:60]}", Span(begin, end)))
    return release.issued, None, tuple(notes)


def _line_dates(line: str, language: Language) -> tuple[dates.DatePhrase, ...]:
    """Return the dates of a line of the header: sites date translations in their own language."""
    found = dates.find(line, language, None)
    others = (load(code) for code in CODES if code != language.code)
    return found or next(filter(None, (dates.find(line, o, None) for o in others)), ())


def _is_date_line(line: str, at: int, rest: str) -> bool:
    """Tell whether the line is a date line, or a dateline that opens the text."""
    dateline = re.search(r"--|—|–|/PR|\(JST\)", line[at:][:80]) is not None
    return len(rest.split()) <= _TITLE_WORDS or (at < len("MOUNTAIN VIEW, California, ") and dateline) or at < len("date ") + 1 or line.startswith(("Added", "Posted", "Published", "Publié", "Caption"))


@cache
def _any_date(code: str) -> re.Pattern[str]:
    months = "|".join(sorted(load(code).months, key=lambda m: (-len(m), m)))
    return re.compile(rf"\b(?:\d{{1,2}} (?:{months})|(?:{months}) \d{{1,2}}),? (?:19|20)\d\d\b", re.I)


def _impossible(line: str, language: Language) -> bool:
    match = _any_date(language.code).search(line)
    return match is not None and not any(
        p.day.precision == "day" for p in dates.find(line, language, None)
    )


def _title(
    text: str,
    head: list[tuple[int, int]],
    date_line: tuple[int, int] | None,
    language: Language,
) -> Span | None:
    """Return the first line of the header that reads as a title: words, and no full stop."""
    headers = language.set("header")
    for begin, end in head:
        line = text[begin:end].strip()
        words = line.split()
        if (begin, end) == date_line or line.casefold().strip(" :") in headers:
            continue
        if len(words) < _TITLE_WORDS or _NUMBER.fullmatch(line):
            continue
        if line.endswith((".", ":", ";")) and len(words) > 3 * _TITLE_WORDS:
            return None
        if re.match(r"(?:Message board|Editor:|Added|Home |Photo|Caption|Crédit|\()", line):
            continue
        start = begin + (len(text[begin:end]) - len(text[begin:end].lstrip()))
        return Span(start, start + len(line))
    return None


def _contacts(text: str, lines: list[tuple[int, int]], language: Language) -> int:
    """Return where the block of contacts begins; the text's length where there is none."""
    names = language.set("contacts")
    for begin, end in lines[2:]:
        if text[begin:end].strip().casefold().rstrip(" :") in names:
            return begin
    return len(text)


def _publisher(release: Release) -> str | None:
    """Return the publisher as the source says, else as an address in the text betrays."""
    if release.publisher:
        return release.publisher
    for place in (release.source or "", release.text):
        for match in _SITES.finditer(place):
            for site, key in _PUBLISHERS.items():
                if match[1] == site or match[0].endswith((f".{site}", f"@{site}", f"/{site}")):
                    return key
    return None


def _sentences(
    text: str, language: Language, title: Span | None, contacts: int
) -> Iterator[Sentence]:
    for begin, end in _paragraphs(text):
        for span in _split(text, begin, end, language):
            yield Sentence(span, _part(span, title, contacts))


def _part(span: Span, title: Span | None, contacts: int) -> str:
    if span.begin >= contacts:
        return "contacts"
    if title is not None and title.begin <= span.begin < title.end:
        return "title"
    return "body"


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs of lines that belong together: a hard wrap joins, a bullet or blank parts."""
    begin: int | None = None
    last = (0, 0)
    for match in re.finditer(r"[^\n]*", text):
        line = match[0]
        if not line.strip():
            if begin is not None and match.start() > last[1] + 1:
                yield begin, last[1]
                begin = None
            continue
        if begin is not None and not _continues(text[last[0] : last[1]], line):
            yield begin, last[1]
            begin = None
        if begin is None:
            begin = match.start()
        last = match.span()
    if begin is not None:
        yield begin, last[1]


def _continues(before: str, line: str) -> bool:
    """Tell whether `line` goes on where the line `before` was wrapped."""
    if _BULLET.match(line):
        return False
    words = line.split()
    starts_low = words[0][:1].islower() if words else False
    full = len(before.rstrip()) >= _HARD_WRAP and not before.rstrip().endswith((".", "!", "?", ":"))
    wrapped = len(before) < 2 * _HARD_WRAP
    return starts_low or (full and wrapped) or before.rstrip().endswith(("Sujan R.", ","))


@cache
def _abbreviation(code: str) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in load(code).words["abbreviations"])
    return re.compile(rf"(?:^|[\s(])(?:(?:{words})|[A-Z])\.\s*$", re.IGNORECASE)


def _split(text: str, begin: int, end: int, language: Language) -> Iterator[Span]:
    part = text[begin:end]
    pending: int | None = None
    for piece in sentencex.get_sentence_boundaries(language.code, part):
        start = pending if pending is not None else piece["start_index"]
        stop = piece["end_index"]
        goes_on = part[stop : stop + 1].islower()  # "Fly Your Satellite! for ESA" is one sentence
        if stop < len(part) and (goes_on or _abbreviation(language.code).search(part[start:stop])):
            pending = start
            continue
        pending = None
        span = _trim(text, begin + start, begin + stop)
        if span is not None:
            yield span
    if pending is not None:
        span = _trim(text, begin + pending, end)
        if span is not None:
            yield span


def _trim(text: str, begin: int, end: int) -> Span | None:
    words = text[begin:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return Span(begin + left, begin + right) if right > left else None
