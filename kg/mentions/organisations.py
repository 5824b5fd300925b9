"""Organisations and sites that no lexicon knows, by their head nouns (Ministry, University, base)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.anchors import Anchors, plain
from kg.authority import Lexicon
from kg.languages import Language, load
from kg.mentions.capitals import LOWER, UPPER, WORD
from kg.model import Found, Span

_LIST = rf"{WORD}(?:[ \n]{WORD})*(?:(?:,[ \n]{WORD}(?:[ \n]{WORD})*)*,?[ \n](?:and|&)[ \n](?:the[ \n])?{WORD}(?:[ \n]{WORD})*)?"
_FR_ADJECTIVE = rf"[{LOWER}]+(?:iques?|ale?s?|aux|aires?|elle?s?|iennes?|iens?|aise?s?|oise?s?|ives?|ifs?|ières?|ères?|eure?s?|ouge|naux|gnole?s?|ande?s?|sses?|nne?s?|ine?s?|ées?|és?|nde?s?)"
_FR_OF = r"(?:[ ](?:chargé[e]?[ ])?(?:de[ ]la[ ]|de[ ]l['’]|du[ ]|des[ ]|de[ ]|d['’]|pour[ ]le[ ]|pour[ ]la[ ]|pour[ ]l['’]|pour[ ]|à[ ]la[ ]|à[ ]l['’]|à[ ]))"
_LEAD = re.compile(rf"^(?:(?:The|At|In|On|Both|A|An|For|From|By|With|Of|And|Le|La|Les|Un|Une|Au|Du|Des|To|As|Its|His|Her|Their|This|That|When|Where|It|Mr|Mrs|Dr|Chairman|President|Minister|Director)[ \n]+)+")
_BEFORE, _AFTER = 200, 400
"""How far a name may reach before and after its head noun."""
_COMPANIES = ("start-up", "startup", "company", "firm", "operator", "manufacturer", "nonprofit", "non-profit")
_SOCIETES = ("start-up", "startup", "société", "entreprise", "opérateur", "constructeur", "industriel")
_SPACE_AGENCY = re.compile(r"\b(?:space agency|agence spatiale)\b", re.IGNORECASE)


@cache
def _patterns(code: str) -> tuple[tuple[str, Anchors, re.Pattern[str]], ...]:
    return _english() if code == "en" else _french(code)


def _title_case(words: tuple[str, ...]) -> str:
    """Return alternatives in which each word of a head begins with a capital, or all are capitals."""
    forms = {" ".join(w[:1].upper() + w[1:] for w in head.split()) for head in words}
    forms |= {head.upper() for head in words}
    return "|".join(sorted(map(re.escape, forms), key=lambda f: (-len(f), f))).replace(r"\ ", r"[ \n]")


def _english() -> tuple[tuple[str, Anchors, re.Pattern[str]], ...]:
    language = load("en")
    before = rf"(?:{WORD}(?:,?[ \n](?:and|&)[ \n]|[ \n]))"
    found = []
    for kind, head in (("Agency", "agency"), ("Site", "site"), ("Organisation", "organisation")):
        heads = _title_case(language.words[f"{head}-head"])
        tail = rf"(?:[ \n](?:of|for|on)[ \n](?:the[ \n])?{_LIST})*"
        found.append((kind, Anchors(language.words[f"{head}-head"]), re.compile(rf"(?<![\w’'-]){before}{{0,6}}?(?:{heads})(?![\w-]){tail}")))
    company = rf"(?:{'|'.join(_COMPANIES)})"
    found.append(("Organisation", Anchors(_COMPANIES), re.compile(rf"\b{company},? ({WORD}(?:[ ]{WORD}){{0,3}})")))
    lower = "|".join(re.escape(h) for h in sorted(language.words["site-head"], key=len, reverse=True))
    found.append(("Site", Anchors(language.words["site-head"]), re.compile(rf"(?<![\w’'-])(?:{WORD}[ ]){{1,3}}(?:{lower})(?!\w)")))
    return tuple(found)


def _french(code: str) -> tuple[tuple[str, Anchors, re.Pattern[str]], ...]:
    language = load(code)
    found = []
    for kind, head in (("Agency", "agency"), ("Site", "site"), ("Organisation", "organisation")):
        forms = sorted({h[:1].upper() + h[1:] for h in language.words[f"{head}-head"]}, key=len, reverse=True)
        heads = "|".join(map(re.escape, forms))
        if head == "organisation":
            heads += "|ministère|université"
        word = rf"(?:[{UPPER}{LOWER}][\w-]*)"
        part = rf"{_FR_OF}{word}(?:[ ]{_FR_ADJECTIVE}(?!\w)|[ ]{WORD})*"
        more = rf"(?:(?:,|[ ]et)(?={_FR_OF}){part})*"
        found.append((kind, Anchors(language.words[f"{head}-head"]), re.compile(rf"(?<![\w-])(?:{heads})(?!\w)(?:[ ]{_FR_ADJECTIVE}(?!\w))*(?:{part}{more})*")))
    company = rf"(?:{'|'.join(_SOCIETES)})"
    found.append(("Organisation", Anchors(_SOCIETES), re.compile(rf"\b{company},? ({WORD}(?:[ ]{WORD}){{0,3}})")))
    return tuple(found)


def find(
    text: str,
    names: Sequence[Found],
    lexicon: Lexicon,
    language: Language,
    demonyms: Sequence[tuple[Span, str]],
) -> Iterator[Found]:
    """Yield organisations, agencies and sites by the shape of their names."""
    nationals = {span: country for span, country in demonyms}
    low = plain(text)
    for kind, anchors, pattern in _patterns(language.code):
        for match in _around(pattern, text, anchors.windows(low, _BEFORE, _AFTER)):
            span = _trim(text, Span(*match.span(match.lastindex or 0)), names, nationals)
            method = "company" if match.lastindex else "head-noun"
            if span is None or not _worth(
                text, span, names, nationals, method, language.set("organisation-not")
            ):
                continue
            name = " ".join(text[span.begin : span.end].split())
            keys = _national_agency(text, span, lexicon, nationals)
            yield Found(span, "Agency" if keys else kind, name, keys, method)


def _around(
    pattern: re.Pattern[str], text: str, windows: Sequence[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    for begin, end in windows:
        yield from pattern.finditer(text, begin, end)


def _trim(
    text: str, span: Span, names: Sequence[Found], nationals: dict[Span, str]
) -> Span | None:
    """Leave out a leading article, and what follows "and" where another known name begins."""
    lead = _LEAD.match(text[span.begin : span.end])
    begin = span.begin + (lead.end() if lead else 0)
    owners = [n.span.end for n in names if begin <= n.span.begin and n.span.end < span.end]
    owners += [s.end for s in nationals if begin <= s.begin and s.end < span.end]
    for end in sorted(owners):
        if text[end : end + 3] in ("'s ", "’s "):
            begin = end + 3
    end = span.end
    for name in names:
        if begin < name.span.begin < end and name.kind in {"Agency", "Person", "Mission", "Programme", "Organisation"}:
            gap = text[begin : name.span.begin]
            joint = re.search(r"(?:,|\sand|\s&|\set|,\s?and)\s(?:the\s|le\s|la\s|l['’])?$", gap)
            if joint:
                end = begin + joint.start()
                break
    return Span(begin, end) if end > begin else None


def _worth(
    text: str, span: Span, names: Sequence[Found], nationals: dict[Span, str], method: str,
    stop: frozenset[str],
) -> bool:
    """Tell whether the words are a name: two words or more, and not a nation's or agency's thing."""
    words = text[span.begin : span.end].split()
    if method == "company":
        return not any(n.span.begin < span.end and span.begin < n.span.end for n in names)
    if len(words) < len("ab") or (len(words) > len("abc") and text[span.begin : span.end].isupper()):
        return False
    inner = [n for n in names if span.begin <= n.span.begin and n.span.end <= span.end]
    bodies = [n for n in inner if n.kind in ("Agency", "Organisation", "Country")]
    if any(n.span == span or n.span.end == span.end for n in bodies):
        return False
    if any(n.kind == "Country" and n.span.begin == span.begin and text[n.span.end :][:1] == " " and text[n.span.end + 1].islower() for n in bodies):
        return False
    if " ".join(words).casefold() in stop:
        return False
    if " ".join(words) in {"Space Agency", "Space Center", "Space Centre", "Agence spatiale"}:
        return False
    last = words[-1]
    if last[:1].islower() and len(words) <= len("abc"):
        prefix = text[span.begin : span.end - len(last)].strip()
        owned = {text[n.span.begin : n.span.end] for n in inner if n.kind != "City"}
        national = {text[s.begin : s.end] for s in nationals}
        return prefix not in owned | national and not prefix.endswith(("Space", "Ground"))
    return True


def _national_agency(
    text: str, span: Span, lexicon: Lexicon, nationals: dict[Span, str]
) -> tuple[str, ...]:
    """Return the agency that "the French Space Agency" means: the one its country has today."""
    words = text[span.begin : span.end]
    if not _SPACE_AGENCY.search(words):
        return ()
    countries = {c for s, c in nationals.items() if span.begin <= s.begin and s.end <= span.end}
    if len(countries) != 1:
        return ()
    country = next(iter(countries))
    agencies = [
        k.key
        for k in lexicon.known.values()
        if k.kind == "Agency" and k.country == country and k.until is None
    ]
    return tuple(agencies) if len(agencies) == 1 else ()
