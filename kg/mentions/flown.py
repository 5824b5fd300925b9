"""Coined names that what is done with them tells to be spacecraft: built, launched, put into orbit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.anchors import plain
from kg.languages import Language
from kg.mentions.coined import COINED, free, head_anchors, name_like
from kg.mentions.taken import Taken
from kg.model import Found, Span

_MADE = re.compile(
    rf"(?<![\w/-])({COINED}),? (?:a été |est )?(?:destin|réalis|développ|fabriqu|élabor|assembl|conçu|construit)\w* "
    r"(?:à |en |conjointement )?(?:(?<=en )\w+ )?(?:par|pour|avec|à|au) "
)
_LAUNCHED = re.compile(
    rf"(?<![\w/-])({COINED}),? (?:sera |a été |est |doit être |devrait être |était |, )?(?:lancée?|mise? en orbite|mise? sur orbite|placée? (?:en|sur)|satellisée?|décoll|s'envol|s’envol|volera en)"
    rf"|(?:lancement|mise en orbite|mise sur orbite|mise à poste|décollage|envol) (?:de |d['’]|du )({COINED})(?![\w-])"
)
_CREW = re.compile(r"(?<![\w-])(?:vaisseau |capsule )?(So(?:yuz|youz) TM?A?-\d{1,2}M?)(?![\w-])")


def find(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield coined names of what is said to be built or launched, and old spacecraft: "Soyouz TM-33"."""
    bodies = language.set("celestial")
    for match in _MADE.finditer(text) if language.code == "fr" else ():
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        kind = "Payload" if _last_noun(language.code, before) == "payload" else "Mission"
        span = Span(*match.span(1))
        if free(span, taken) and name_like(match[1], bodies):
            yield Found(span, kind, match[1], (), "made")
    for match in _LAUNCHED.finditer(text) if language.code == "fr" else ():
        span = Span(*match.span(match.lastindex or 1))
        words = match[match.lastindex or 1]
        if free(span, taken) and name_like(words, bodies):
            yield Found(span, "Mission", words, (), "launched")
    for match in _CREW.finditer(text):
        yield Found(Span(*match.span()), "Mission", match[1], (), "numbered")


def _last_noun(code: str, before: str) -> str | None:
    """Return which of the nouns "instrument" and "satellite" stands last in a paragraph."""
    low = plain(before)
    ends = {
        head: max((end for begin, end in head_anchors(code, head).windows(low, 0, 0)), default=-1)
        for head in ("payload", "mission")
    }
    return max(ends, key=lambda head: ends[head]) if max(ends.values()) >= 0 else None
