"""Plain names that a list or an apposition tells to be satellites or instruments.

"On board are two instruments: - Zoumi, from Oslo", "one of the experiments, Microflow, is".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.anchors import plain
from kg.languages import Language
from kg.mentions import worded
from kg.mentions.coined import free, head_anchors, name_like, nameless
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


def _lines(
    text: str, taken: Sequence[Taken], language: Language, plurals: re.Pattern[str]
) -> Iterator[Found]:
    """Yield what the lines of a list begin with that announces satellites or instruments."""
    bodies = nameless(language.code)
    item = worded.pattern(language.code, "item")
    for found in _LIST.finditer(text):
        nouns = [*plurals.finditer(found[1][-_PLURAL:])]
        if not nouns:
            continue
        kind = kind_of_name(nouns[-1][0], language) or ""
        # The payloads of a rocket are satellites.
        rides = any(True for _ in head_anchors(language.code, "vehicle").starts(plain(found[1])))
        kind = "Mission" if rides else kind
        for match in item.finditer(text, found.start(2), found.end(2)):
            span = Span(*match.span(1))
            named = kind in _FLYING and not is_given(match[1].split()[0])
            if named and free(span, taken) and name_like(match[1], bodies):
                yield Found(span, kind, match[1], (), "listed")


def _one_of(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield plain names that stand for one of several: "one of the experiments, Microflow, is"."""
    for head in ("payload", "mission"):
        heads = worded.heads(language.code, head)
        pattern = worded.pattern(language.code, "one-of", heads=heads)
        for match in pattern.finditer(text):
            span = Span(*match.span(1))
            if free(span, taken) and not is_given(match[1]):
                yield Found(span, KINDS[head], match[1], (), "apposition")


def _named_first(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield plain names that are told to be a programme's: "Ural, the research programme on"."""
    bodies = nameless(language.code) | language.set("stop")
    for match in worded.pattern(language.code, "programme").finditer(text):
        span = Span(*match.span(1))
        if free(span, taken) and not is_given(match[1]) and name_like(match[1], bodies):
            yield Found(span, "Programme", match[1], (), "apposition")
