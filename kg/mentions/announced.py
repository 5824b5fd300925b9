"""Plain names that a list or an apposition tells to be satellites or instruments.

"On board are two instruments: - Zoumi, from Oslo", "one of the experiments, Microflow, is".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.anchors import plain
from kg.languages import Language, load
from kg.mentions.capitals import LOWER, UPPER
from kg.mentions.coined import free, head_anchors, name_like
from kg.mentions.given import is_given
from kg.mentions.kinds import KINDS, kind_of_name
from kg.mentions.taken import Taken
from kg.model import Found, Span

_FLYING = {"Mission", "Payload", "Programme"}
_PLURAL = 60


def find(
    text: str, taken: Sequence[Taken], language: Language, plurals: re.Pattern[str]
) -> Iterator[Found]:
    """Yield the names; `plurals` are the nouns that announce a list of what flies."""
    yield from _lines(text, taken, language, plurals)
    yield from _one_of(text, taken, language)
    yield from _named_first(text, taken, language)


_LIST = re.compile(r"(?<![^\n])([^\n]{1,300}):[ ]*\n((?:[ ]*[-–•*·][ ]?[^\n]+\n?)+)")
_ITEM = re.compile(
    rf"^[ ]*[-–•*·][ ]?(?:[Tt]he )?([{UPPER}][\w-]*(?: [{UPPER}\d][\w-]*){{0,2}})(?=,| \(| [–—-] |:| by\b| from\b| par\b)",
    re.MULTILINE,
)


def _lines(
    text: str, taken: Sequence[Taken], language: Language, plurals: re.Pattern[str]
) -> Iterator[Found]:
    """Yield what the lines of a list begin with that announces satellites or instruments."""
    bodies = language.set("celestial")
    for found in _LIST.finditer(text):
        nouns = [*plurals.finditer(found[1][-_PLURAL:])]
        if not nouns:
            continue
        kind = kind_of_name(nouns[-1][0], language) or ""
        # The payloads of a rocket are satellites.
        rides = any(True for _ in head_anchors(language.code, "vehicle").starts(plain(found[1])))
        kind = "Mission" if rides else kind
        for match in _ITEM.finditer(text, found.start(2), found.end(2)):
            span = Span(*match.span(1))
            named = kind in _FLYING and not is_given(match[1].split()[0])
            if named and free(span, taken) and name_like(match[1], bodies):
                yield Found(span, kind, match[1], (), "listed")


@cache
def _apposed(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what says of a plain name after it that it is one of several, by its class."""
    one = r"(?:an?|another|one of (?:the|its|our))" if code == "en" else r"(?:une?|l['’]une? des)"
    name = rf"([{UPPER}][{LOWER}]{{3,}}(?:-[\w]+)?)"
    words = rf"(?:(?!of\b|for\b|in\b|to\b|de\b|du\b|des\b)[{LOWER}{UPPER}][\w-]+ ){{0,4}}?"
    after = r"(?:,(?= (?:is|was|will|has|which|an?|the|est|a|sera|qui|une?|le|la)\b)|(?= \())"
    return tuple(
        (
            head,
            re.compile(
                rf"\b(?i:{one}) {words}(?:{load(code).alternatives(head + '-head')})s?, {name}{after}"
            ),
        )
        for head in ("payload", "mission")
    )


def _one_of(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield plain names that stand for one of several: "one of the experiments, Microflow, is"."""
    for head, pattern in _apposed(language.code):
        for match in pattern.finditer(text):
            span = Span(*match.span(1))
            if free(span, taken) and not is_given(match[1]):
                yield Found(span, KINDS[head], match[1], (), "apposition")


@cache
def _explained(code: str) -> re.Pattern[str]:
    """Return what says of a plain name before it that it is a programme."""
    heads = (
        "programme|program|initiative|campaign" if code == "en" else "programme|initiative|campagne"
    )
    words = rf"(?:(?!of\b|for\b|de\b|du\b|des\b)[{LOWER}][\w-]+ ){{0,3}}?"
    article = r"(?:the |an? |its )" if code == "en" else r"(?:le |la |l['’]|une? )"
    after = r"(?= (?:on|for|of|that|which|to|in|de|du|pour|que|qui|dont|sur|conducted|run|led)\b)"
    before = (
        r"(?<![\w’'-])(?<!\bin )(?<!\bat )(?<!\bto )(?<!\bfrom )(?<!\bnear )(?<!\bà )(?<!\ben )"
    )
    name = rf"([{UPPER}][{LOWER}]{{3,}})"
    more = (
        rf"(?:{words}(?:{heads})|{heads} {words.rstrip('?')})"
        if code == "fr"
        else rf"{words}(?:{heads})"
    )
    return re.compile(rf"{before}{name}, {article}{more}{after}")


def _named_first(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield plain names that are told to be a programme's: "Ural, the research programme on"."""
    bodies = language.set("celestial") | language.set("stop")
    for match in _explained(language.code).finditer(text):
        span = Span(*match.span(1))
        if free(span, taken) and not is_given(match[1]) and name_like(match[1], bodies):
            yield Found(span, "Programme", match[1], (), "apposition")
