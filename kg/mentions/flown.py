"""Coined names that what is done with them tells to be spacecraft: built, launched, put into orbit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.anchors import plain
from kg.languages import Language
from kg.mentions import worded
from kg.mentions.coined import free, head_anchors, name_like, nameless
from kg.mentions.taken import Taken
from kg.model import Found, Span


def find(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield coined names of what is said to be built or launched, and old spacecraft: "Soyouz TM-33"."""
    bodies = nameless(language.code)
    for match in worded.matches(language.code, "flying-made", text):
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        kind = "Payload" if _last_noun(language.code, before) == "payload" else "Mission"
        span = Span(*match.span(1))
        if free(span, taken) and name_like(match[1], bodies):
            yield Found(span, kind, match[1], (), "made")
    for match in worded.matches(language.code, "flying-launched", text):
        span = Span(*match.span(match.lastindex or 1))
        words = match[match.lastindex or 1]
        if free(span, taken) and name_like(words, bodies):
            yield Found(span, "Mission", words, (), "launched")
    for match in worded.matches(language.code, "flying-crew", text):
        yield Found(Span(*match.span()), "Mission", match[1], (), "numbered")


def _last_noun(code: str, before: str) -> str | None:
    """Return which of the nouns "instrument" and "satellite" stands last in a paragraph."""
    low = plain(before)
    ends = {
        head: max((end for begin, end in head_anchors(code, head).windows(low, 0, 0)), default=-1)
        for head in ("payload", "mission")
    }
    return max(ends, key=lambda head: ends[head]) if max(ends.values()) >= 0 else None
