"""Words that name a post: "Deputy Director of Science", "ministre des Affaires étrangères"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.anchors import Anchors, plain
from kg.languages import CODES, Language, load
from kg.mentions.capitals import LOWER, UPPER, WORD
from kg.mentions.given import is_given
from kg.mentions.taken import Taken
from kg.model import Found, Span, Title
from kg.patterns import word_list

_EN_PHRASE = rf"{WORD}(?:[ \n]{WORD})*(?:(?:,[ \n]{WORD}(?:[ \n]{WORD}){{0,2}}){{0,4}},?[ \n](?:and|&)[ \n](?:for[ \n]|the[ \n])?(?:the[ \n])?{WORD}(?:[ \n]{WORD})*)?"
_EN_MORE = rf"(?:[ \n](?:of|for|in[ \n]charge[ \n]of|to)[ \n](?:the[ \n])?{_EN_PHRASE})"
_EN_LOWER = r"(?:[ \n](?:of|for)[ \n](?:the[ \n])?(?!(?:the|an?|its|his|her)\b)[a-z][\w-]+(?:[ \n][a-z][\w-]+){0,2}?(?:[ \n]and[ \n][a-z][\w-]+(?:[ \n][a-z][\w-]+)?)?(?=,?[ \n][A-Z][\w’'-]+[ \n][A-Z]))"
"""A field in small letters before the name of the holder: "minister of innovation, Ann Lee"."""
_EN_DELEGATION = rf"(?:[ \n]of[ \n](?:the[ \n])?[\w’']+[ \n](?:[\w’']+[ \n])?delegation(?:[ \n]to[ \n](?:the[ \n])?{_EN_PHRASE})?)"
_FR_WORD = rf"[{UPPER}{LOWER}][\w-]*"
_FR_ADJ = rf"(?:[ ](?!qui|que|est|ont|sont|dont|par|avec|lors|pour|en|au|aux|dans|sur|et|a\b|de|du)[{LOWER}]+(?:iques?|ales?|al|aux|aires?|elles?|els?|iennes?|iens?|aises?|ais|oise?s?|ives?|ifs?|ières?|ères?|ers?|eures?|eurs?|nouvelables?|gnole?s?|ées?|és|ables?|emands?|andes?)(?!\w))"
_FR_OF = r"(?:[ ](?:charg[ée]+e?[ ])?(?:de[ ]la[ ]|de[ ]l['’]|du[ ]|des[ ]|de[ ]|d['’]|à[ ]la[ ]|à[ ]l['’]|aux[ ]|auprès[ ]de[ ]|en[ ]))"
_FR_FIELDS = r"(?:(?:,[ ][\w-]+){0,2}[ ]et[ ][\w-]+(?=[ ](?:de[ ]|du[ ]|d['’])))?"
_FR_MORE = rf"(?:{_FR_ADJ}*{_FR_OF}{_FR_WORD}{_FR_ADJ}*(?:[ ]{WORD})*{_FR_FIELDS}(?:(?:,|,?[ ]et)(?=(?:[ ]|$))(?={_FR_OF})(?![ ](?:à|au|en)[^{UPPER}\n]{{0,12}}[{LOWER}]{{4}}){_FR_OF}{_FR_WORD}{_FR_ADJ}*)*)"
_STOP_AT = frozenset({"Agency", "Organisation", "Site", "Person"})


@cache
def _pattern(code: str) -> re.Pattern[str]:
    language = load(code)
    heads = "|".join(
        sorted({_flexible(t) for t in language.words["title"]}, key=lambda t: (-len(t), t))
    )
    modifiers = language.alternatives("title-modifier")
    if code == "en":
        more = rf"(?:{_EN_LOWER}|(?:{_EN_DELEGATION}|{_EN_MORE}){{0,3}})"
        return re.compile(
            rf"(?<![\w-])(?i:(?:(?:{modifiers})[ -]){{0,3}}(?:{heads}))(?!['’\w-])(?:[ \n]General)?{more}"
        )
    return re.compile(rf"(?<![\w-])(?i:(?:{heads}))(?![\w-]){_FR_MORE}{{0,3}}{_FR_ADJ}?")


_NOT_FAR = 20


@cache
def _anchors(code: str) -> Anchors:
    words = load(code).words
    return Anchors((*words["title"], *words["title-modifier"]))


def _flexible(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"[ \n]").replace("'", "['’]")


_BODY_IS = re.compile(
    r"(?<=[A-Z][A-Z]) (?:est|sont|était|étaient|sera|seront) (?:également |aussi )?$"
)


def find(
    text: str, names: Sequence[Found], demonyms: Sequence[tuple[Span, str]], language: Language
) -> tuple[Title, ...]:
    """Return the posts named in `text`; a complement that is a known body is left out of them."""
    blocked = [n for n in names if n.kind in _STOP_AT]
    nationals = [s for s, _ in demonyms]
    taken = Taken(n.span for n in names)
    found: list[Title] = []
    no_titles = language.words.get("title-not", ())
    at = 0
    for start in _anchors(language.code).starts(plain(text)):
        match = _pattern(language.code).match(text, start) if start >= at else None
        if match is None:
            continue
        low = text[start : start + _NOT_FAR].casefold()
        if text[:start].endswith(("qui ", "Qui ")) or low.startswith(no_titles):
            continue  # "qui président" is a verb, "chef de file" is no post
        if low.startswith("responsable") and _BODY_IS.search(text, 0, start):
            continue  # "la NASA est responsable du radiomètre" tells of no person
        span = _cut(text, Span(*match.span()), blocked, nationals)
        if span is not None and taken.free(span.begin, span.begin + 1):
            span = _with_country(span, names)
            found.append(Title(span, " ".join(text[span.begin : span.end].split())))
        # What was cut off may hold the next post.
        at = span.end if span else match.end()
    for match in word_list(language.code, "title-plural").finditer(text):
        if not any(t.span.begin < match.end() and match.start() < t.span.end for t in found):
            found.append(Title(Span(*match.span()), match[0], plural=True))
    return tuple(sorted(found, key=lambda t: t.span))


def _cut(text: str, span: Span, blocked: Sequence[Found], nationals: Sequence[Span]) -> Span | None:
    """End the post before the body that it is held at: "Director | of ESA"."""
    words = text[span.begin : span.end]
    if "delegation" in words:
        return span
    end = span.end
    for name in blocked:
        if span.begin < name.span.begin < end:
            gap = text[span.begin : name.span.begin]
            before = re.search(
                r"(?:,|\s)\s*(?:(?:and|et)\s)?(?:of|for|to|at|within|in|de la|de|du|des|d['’]|à la|à|au|l['’])?\s?(?:the\s|l['’]|la\s|le\s)?$",
                gap,
            )
            end = span.begin + (before.start() if before else len(gap.rstrip()))
    end = _before_next(text, Span(span.begin, end), nationals)
    end = _before_owner(text, Span(span.begin, end))
    end = _before_person(text, Span(span.begin, end))
    end = _before_given(text, Span(span.begin, end))
    end = _before_post(text, Span(span.begin, end))
    end = _before_named(text, Span(span.begin, end))
    end = _without_demonym(text, Span(span.begin, end), nationals)
    loose = _LOOSE_END.search(text, span.begin, end)
    end = loose.start() if loose else end
    return Span(span.begin, end) if end > span.begin else None


def _with_country(span: Span, names: Sequence[Found]) -> Span:
    """Let a post end with the country that it ends within: "aux Émirats | arabes unis"."""
    ends = (
        n.span.end for n in names if n.kind == "Country" and span.begin < n.span.begin < span.end
    )
    return Span(span.begin, max(span.end, max((e for e in ends), default=span.end)))


def _before_next(text: str, span: Span, nationals: Sequence[Span]) -> int:
    """End the post where a list goes on with another's: "of India, and | French President"."""
    for national in nationals:
        if span.begin < national.begin < span.end:
            gap = re.search(
                r",?\s(?:and|et)\s(?:the\s|le\s)?$|,\s(?:the\s)?$",
                text[span.begin : national.begin],
            )
            if gap:
                return span.begin + gap.start()
    return span.end


_PERSON = re.compile(rf"(?<![ ]of)(?<![ ]for)(?<![ ]the)[ ](?P<given>{WORD})(?=[ ]{WORD})")
_OF = re.compile(r"\s(?:of|for|to|de|du|des|chargée?)\s")
_OWNER = re.compile(
    r"\s(?:of|for|at)\s(?:the\s)?[\w ]+['’]s?$"
    r"|\s(?:of|de|du)\s(?:the\s|la\s|l['’])?(?:company|start-up|startup|firm|société|entreprise|groupe|centre"
    r"|[Aa]gence(?:\sspatiale)?(?:\s[\w-]+)?|établissement|institut|organisme|industriel|équipementier|firme|opérateur)$"
)


def _before_owner(text: str, span: Span) -> int:
    """End the post before the owner of a body: "director | of Spain's"."""
    owner = _OWNER.search(text[span.begin : span.end])
    return span.begin + owner.start() if owner else span.end


def _before_person(text: str, span: Span) -> int:
    """End the post before the person who holds it: "for Economic Growth | Jose Fernandez"."""
    for word in _PERSON.finditer(text, span.begin, span.end):
        if is_given(word["given"]):
            return word.start()
    return span.end


_JOINED = re.compile(r"(?:,?\s(?:and|et))?(?:\s(?:of|de|du)|\sd['’])?\s?$")
_LAST = re.compile(rf"(?P<given>{WORD})$")


def _before_given(text: str, span: Span) -> int:
    """End the post before another who is named next: "président de l'agence | , et de Jean Dupont"."""
    last = _LAST.search(text, span.begin, span.end)
    named = re.compile(rf"[ ]{WORD}").match(text, span.end)
    if last is None or named is None or not is_given(last["given"]):
        return span.end
    joined = _JOINED.search(text, span.begin, last.start())
    return joined.start() if joined else span.end


@cache
def _next_post() -> re.Pattern[str]:
    heads = {h for code in CODES for h in load(code).words["title"]}
    forms = "|".join(sorted((_flexible(h) for h in heads), key=lambda h: (-len(h), h)))
    the = r"(?:(?:du|de\sla|le|la|des)\s|(?:de\s)?l['’]|d['’])?"
    return re.compile(rf",?\s(?:and|&|et)\s{the}(?:{forms})(?!\w)", re.IGNORECASE)


_LOOSE_END = re.compile(r"(?:,|\s(?:and|et|&))+$")
_NAMED = re.compile(rf",[ \n]and[ \n]{WORD}(?:[ \n]{WORD}){{1,3}}$")


@cache
def _apposed() -> re.Pattern[str]:
    heads = {h for code in CODES for h in load(code).words["title"]}
    forms = "|".join(sorted((_flexible(h) for h in heads), key=lambda h: (-len(h), h)))
    return re.compile(rf",\s(?:the\s)?(?:[\w-]+\s){{0,2}}(?:{forms})(?!\w)", re.IGNORECASE)


def _before_named(text: str, span: Span) -> int:
    """End the post before another person with a post: "of France, | and Ann Lee, Director of"."""
    named = _NAMED.search(text, span.begin, span.end)
    return named.start() if named and _apposed().match(text, span.end) else span.end


def _before_post(text: str, span: Span) -> int:
    """End the post before another one: "Minister of Science | and Chairwoman"."""
    of = _OF.search(text, span.begin, span.end)
    other = _next_post().search(text, of.end(), span.end) if of else None
    return other.start() if other else span.end


def _without_demonym(text: str, span: Span, nationals: Sequence[Span]) -> int:
    """End the post before "of the Russian" where that begins a description of a body."""
    for national in nationals:
        if national.end == span.end and span.begin < national.begin:
            link = re.search(
                r"\s(?:of|for|to|de|du|de la)\s(?:the\s|la\s)?$", text[span.begin : national.begin]
            )
            return span.begin + link.start() if link else span.end
    return span.end
