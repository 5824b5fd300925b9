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
from kg.languages import CODES, Language, detect, function_counts, load
from kg.model import Document, Note, Release, Sentence, Span

_NUMBER = re.compile(
    r"\b(?P<kind>(?:PR|CP|NR)\s?\d{1,4}[-–/](?:19|20)\d\d)\b"
    r"|\b(?:N°|n°|No\.?|Nr\.?|Number:?)\s?(?P<plain>\d{1,4}[-–/](?:19|20)\d\d)\b"
    r"|^\s*(?:PRESS )?RELEASE:?(?: No\.?:?)? (?P<release>[A-Z]?\d\d-\d{2,4})\b",
    re.IGNORECASE,
)
_DASHED = re.compile(r"\d[-–/]\d")
_DATELINE = re.compile(r"^[A-Z][\w .,'’-]{2,40} \((?P<body>[A-Z][A-Za-z]{1,9})\)\s*[-–—]")
_PLACE_DASH = re.compile(r"[^\W\d_][^.;:]{2,50}\s[-–—]+ ?")
_PLACES = re.compile(r"[^\W\d_][^.;:,]{1,24}(?:, [^;:,]{2,24}){0,2},? \(?")
_BRACKETED = re.compile(rf"\((?:{_PLACES.pattern})?")
_FIELDS = re.compile(r"\s[/|·•]\s")
_BODY_ALONE = re.compile(r"(?:[^\W\d_][\w'’&-]*,? ){1,8}\([A-Z]{2,8}\)")
_DATED = re.compile(
    r"\b(?:date|published|posted|updated|publié(?: le)?|mis en ligne(?: le)?) ?: ?$", re.I
)
_LABEL = re.compile(r"^(?:https?://)?(?P<host>[\w.-]+)")
_GENERIC = {
    "gov",
    "go",
    "gc",
    "gob",
    "gouv",
    "ac",
    "co",
    "or",
    "int",
    "com",
    "org",
    "net",
    "edu",
    "eu",
}
"""Parts of addresses that name nobody."""
_DIGIT = re.compile(r"\d")
_SURE = 5
_LONGEST_WORD = 1000
_ENDLESS = re.compile(rf"(?<!\S)\S{{{_LONGEST_WORD + 1}}}")
_LINE = re.compile(r"[^\n]+")
_HARD_WRAP = 50
_ABBREVIATION = 20
"""No abbreviation is longer, with its stop and the space before it."""
_HEADER_LINES = 14
_TITLE_WORDS = 4
_TITLE_LINES, _TITLE_LINE = 3, 90
_APPEARED = ("Added", "Posted", "Published", "Publié", "Caption")
_NO_TITLE = ("Message board", "Editor:", "Added", "Home ", "Photo", "Caption", "Crédit", "(")
_BULLET = re.compile(r"\s*(?:[-•*–·▪>]|\d{1,2}[.)])\s+")
_SITES = re.compile(
    r"(?:@|//|\bwww\.)(?:[\w.-]*[.])?([\w-]+\.(?:gov\.in|go\.jp|jaxa\.jp|[a-z]{2,4}))\b"
)
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
    language = load(_language(release))
    lines = [(m.start(), m.end()) for m in _LINE.finditer(release.text) if m[0].strip()]
    contacts = _contacts(release.text, lines, language)
    head = lines[:_HEADER_LINES]
    issued, date_line = _issued(release, head, language)
    title = _title(release.text, head, date_line, language)
    number = release.number or _number(release.text, head)
    sentences = tuple(_sentences(release.text, language, title, contacts))
    return Document(
        release=release,
        language=language.code,
        issued=issued,
        number=number,
        title=title,
        publisher=_publisher(release, head),
        place=None,
        sentences=sentences,
        notes=tuple(_notes(release.text, language)),
    )


def _language(release: Release) -> str:
    """Return the language's code: as the source says, unless it is not ours or the text says otherwise."""
    said = (release.language or "").lower().split("-")[0].split("_")[0]
    if said not in CODES:
        return detect(release.text)
    counts = function_counts(release.text)
    seen = max(sorted(counts), key=lambda code: counts[code])
    return seen if counts[seen] >= _SURE and counts[seen] > 2 * counts[said] else said


def _number(text: str, head: list[tuple[int, int]]) -> str | None:
    for begin, end in head:
        line = text[begin:end]
        match = _NUMBER.search(line) if _DASHED.search(line) else None
        if match:
            number = next(g for g in match.groups() if g)
            return re.sub(r"\s", "", number).replace("–", "-")
    return None


def _notes(text: str, language: Language) -> Iterator[Note]:
    """Yield a note on each date whose day does not exist."""
    for span in dates.impossible(text, language):
        yield Note("date", f"no such day: {' '.join(text[span.begin : span.end].split())}", span)


def _issued(
    release: Release, head: list[tuple[int, int]], language: Language
) -> tuple[date | None, tuple[int, int] | None]:
    """Return the release's day, and the line that gives it and nothing else.

    A header may have the date of the other language's version: "4 août 2014" over English text.
    """
    for code in (language.code, *(c for c in CODES if c != language.code)):
        for begin, end in head:
            line = release.text[begin:end]
            if not _DIGIT.search(line):
                continue
            for phrase in dates.find(line, load(code), None):
                rest = line[: phrase.span.begin] + line[phrase.span.end :]
                whole = len(rest.split()) <= _TITLE_WORDS or _is_field(line, phrase.span)
                told = whole or (code == language.code and _is_dateline(line, phrase.span))
                if phrase.day.precision == "day" and told:
                    return release.issued or phrase.day.value, (begin, end) if whole else None
    return release.issued, None


def _is_field(line: str, span: Span) -> bool:
    """Tell whether a date is one of the fields of a header's line: "Press release | Paris, 7 May 2013"."""
    before, after = _FIELDS.split(line[: span.begin]), _FIELDS.split(line[span.end :])
    words = f"{before[-1]} {after[0]}".split()
    return len(before) + len(after) > len(("before", "after")) and len(words) <= _TITLE_WORDS


def _is_dateline(line: str, span: Span) -> bool:
    """Tell whether a date is that of a dateline, or of a line that says when something appeared."""
    before, after = line[: span.begin], line[span.begin : span.begin + 80]
    bracketed = _BRACKETED.fullmatch(before) and line[span.end :].startswith(")")
    if bracketed or _PLACE_DASH.fullmatch(before):
        return True
    if re.match(r",?\s?(?:--|—|–|-\s|/PR)", line[span.end :]) and _PLACES.fullmatch(before):
        return True
    opened = line[span.end :].startswith((". ", ": "))
    if before.endswith(", ") and opened and _PLACES.fullmatch(before):
        return True
    opens = len(before) < len("MOUNTAIN VIEW, California, ")
    if opens and re.search(r"--|—|–|\s-\s|/PR|\(JST\)", after):
        return True
    labelled = line.startswith(_APPEARED) or _DATED.search(before) is not None
    return len(before) <= len("date ") or labelled


def _title(
    text: str,
    head: list[tuple[int, int]],
    date_line: tuple[int, int] | None,
    language: Language,
) -> Span | None:
    """Return the lines of the header that read as a title: words, and no full stop."""
    for i, (begin, end) in enumerate(head):
        line = text[begin:end].strip()
        if (begin, end) == date_line or _no_title(line, language):
            continue
        if line.endswith((".", ":", ";")) and len(line.split()) > 3 * _TITLE_WORDS:
            return None
        return _trim(text, begin, _title_end(text, head[i:]))
    return None


def _no_title(line: str, language: Language) -> bool:
    """Tell whether a line of the header is too short for a title, or is something else."""
    folded = line.casefold().strip(" :")
    if len(line.split()) < _TITLE_WORDS or _NUMBER.fullmatch(line):
        return True
    if folded in language.set("header") or folded in language.set("organisation-not"):
        return True
    return line.startswith(_NO_TITLE) or _BODY_ALONE.fullmatch(line) is not None


def _title_end(text: str, lines: list[tuple[int, int]]) -> int:
    """Return where a title ends that goes on over the next lines, up to a blank one."""
    block = [lines[0]]
    for line in lines[1:]:
        if text[block[-1][1] : line[0]].count("\n") > 1:
            break
        block.append(line)
    words = [text[begin:end].strip() for begin, end in block]
    short = all(len(w) <= _TITLE_LINE and not w.endswith((".", ":", ";")) for w in words)
    dated = any(re.search(r"\b(?:19|20)\d\d\b", w) for w in words[1:])
    return block[-1][1] if len(block) <= _TITLE_LINES and short and not dated else block[0][1]


def _contacts(text: str, lines: list[tuple[int, int]], language: Language) -> int:
    """Return where the block of contacts begins; the text's length where there is none."""
    names = language.set("contacts")
    for begin, end in lines[2:]:
        if text[begin:end].strip().casefold().rstrip(" :") in names:
            return begin
    return len(text)


def _publisher(release: Release, head: list[tuple[int, int]]) -> str | None:
    """Return the publisher as the source says, else as an address or a dateline betrays.

    It is a key, or a name that the authority is to be asked for ("isro").
    """
    if release.publisher:
        return release.publisher
    for place in (release.source or "", release.text):
        for match in _SITES.finditer(place):
            for site, key in _PUBLISHERS.items():
                if match[1] == site or match[0].endswith((f".{site}", f"@{site}", f"/{site}")):
                    return key
    datelines = (_DATELINE.match(release.text[begin:end]) for begin, end in head)
    said = next((m["body"] for m in datelines if m), None)
    return said or (_label(release.source) if release.source else None)


def _label(address: str) -> str | None:
    """Return the part of an address that names its owner: "isro" of "www.isro.gov.in"."""
    match = _LABEL.match(address)
    labels = match["host"].split(".")[:-1] if match else []
    own = [label for label in labels if label not in _GENERIC and label != "www"]
    return own[-1] if own else None


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
        before = text[last[0] : last[1]]
        cut_short = match.start() == last[1] + 1 and _cut_short(before)
        if begin is not None and not cut_short and not _continues(before, line):
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
    return starts_low or (full and wrapped) or before.rstrip().endswith(",")


_LETTERS = re.compile(r"(?:[A-Z]\.){2,}\s*$")
_INITIAL = re.compile(r"\b[A-Z]\.\s*$")


def _cut_short(before: str) -> bool:
    """Tell whether a line was broken after letters with stops: "the U.S.", or a long one after "Sarah B."."""
    long = len(before.rstrip()) >= _HARD_WRAP
    return _LETTERS.search(before) is not None or (long and _INITIAL.search(before) is not None)


_LETTER = re.compile(r"\b[A-Z][a-z]+ [IVX]{1,3}\.\s*$")
"""A numeral that looks like an initial: "on an Atlas V. He also met ..."."""
_WORD = re.compile(r"\s*(\w+)")


@cache
def _abbreviation(code: str) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in load(code).words["abbreviations"])
    return re.compile(rf"(?:^|[\s(])(?:(?:{words})|[A-Z])\.\s*$", re.IGNORECASE)


def _abbreviated(words: str, code: str) -> bool:
    """Tell whether words end with an abbreviation, after which their sentence goes on."""
    end = len(words.rstrip())
    if not words.endswith(".", 0, end):
        return False
    return _abbreviation(code).search(words, max(0, end - _ABBREVIATION)) is not None


def _split(text: str, begin: int, end: int, language: Language) -> Iterator[Span]:
    part = text[begin:end]
    pending: int | None = None
    for piece in sentencex.get_sentence_boundaries(language.code, part):
        start = pending if pending is not None else piece["start_index"]
        stop = piece["end_index"]
        # "Fly Your Satellite! for ESA" is one sentence, and "John-H.-Chapman" one name.
        goes_on = part[stop : stop + 1].islower() or _HYPHEN.match(part, stop) is not None
        # "at 6:31 a.m. EST today": the zone belongs to the hour.
        goes_on = (
            goes_on or (_HOUR.search(part[start:stop]) and _ZONE.match(part, stop)) is not None
        )
        # "The India-U.S. Forum" is one sentence.
        goes_on = goes_on or _MORE_LETTERS.match(part, stop - len("U.")) is not None
        following = _WORD.match(part, stop)
        opens = following is not None and following[1].casefold() in language.set("opener")
        numeral = opens and _LETTER.search(part[start:stop]) is not None
        cut = _abbreviated(part[start:stop], language.code) and not numeral
        if stop < len(part) and (goes_on or cut):
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


_HYPHEN = re.compile(r"-\w")
_MORE_LETTERS = re.compile(r"[A-Z]\.[A-Z]\.")
_HOUR = re.compile(r"\b[ap]\.m\.\s*$")
_ZONE = re.compile(r"(?:[A-Z]{2,4}\b|Eastern|Pacific|Central|local)")


def _trim(text: str, begin: int, end: int) -> Span | None:
    words = text[begin:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return Span(begin + left, begin + right) if right > left else None
