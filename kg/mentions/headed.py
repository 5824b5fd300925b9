"""Names that end in their noun, stand before one, or are listed as what flew.

"Arctic Observation Mission", "four Vargöga microsatellites", "launched four satellites: A and B".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.capitals import UPPER
from kg.languages import Language
from kg.mentions import worded
from kg.mentions.coined import free, name_like, nameless
from kg.mentions.given import is_given
from kg.mentions.taken import Taken
from kg.model import Found, Span

_TITLED = {"Mission": "headed-mission", "Payload": "headed-payload"}
_SHORT = re.compile(rf" \(([{UPPER}][\w-]*[{UPPER}\d][\w-]*)\)")


def find(
    text: str, names: Sequence[Found], taken: Sequence[Taken], language: Language
) -> Iterator[Found]:
    """Yield the missions and instruments that their own nouns betray."""
    yield from _titled(text, names, taken, language)
    # "Radiometer for the Study of Dust (RASTUD)": the noun stands first.
    for match in worded.matches(language.code, "headed-first", text):
        for span in (Span(*match.span(1)), Span(*match.span(2))):
            if free(span, taken):
                yield Found(span, "Payload", match[1], (), "noun-first")
    yield from _before_satellites(text, taken, language)
    yield from _aboard(text, taken, language)
    yield from _flown(text, taken, language)
    yield from _described(text, taken, language)


def _described(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield a proper name that the next words describe: "Kanyini II, a small satellite for ..."."""
    stop = nameless(language.code) | language.set("function") | language.set("generic")
    for match in worded.matches(language.code, "headed-described", text):
        span = Span(*match.span(1))
        known = match[1].casefold() in stop or is_given(match[1].split()[0])
        if free(span, taken) and not known:
            yield Found(span, "Mission", match[1], (), "described")


def _titled(
    text: str, names: Sequence[Found], taken: Sequence[Taken], language: Language
) -> Iterator[Found]:
    """Yield names that end in their noun: "Arctic Observation Mission", "Auroral Boundary Imager"."""
    by_begin = {n.span.begin: n for n in names}
    generic = language.set("generic")
    ordinary = generic | language.set("function")
    for kind, pattern in _TITLED.items():
        for match in worded.matches(language.code, pattern, text):
            begin, end = match.span(1)
            words = match[1].split()
            numbered = words[-1][-1].isdigit()
            while words and not numbered and (begin in by_begin or words[0].casefold() in ordinary):
                known = by_begin.get(begin)
                if known is not None and known.span.end >= end:
                    words = []
                    break
                words.pop(0)
                begin = end - len(" ".join(words))
            own = [w for w in words[:-1] if w.casefold() not in generic]
            span = Span(begin, end)
            if own and free(span, taken) and not _headline(text, begin):
                yield Found(span, kind, text[begin:end], (), "titled")
                short = _SHORT.match(text, end)
                if short is not None and free(Span(*short.span(1)), taken):
                    yield Found(Span(*short.span(1)), kind, text[begin:end], (), "acronym")


_TITLE = 12
"""As many words as a title has; a longer line that ends in a full stop is a sentence."""
_SENTENCE = re.compile(r"[^.\n]+(?:\.(?=\w)[^.\n]+)*")


def _flown(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield coined names in a list of what flew: "launched four satellites: A for X, B and C"."""
    if not worded.has(language.code, "headed-listed"):
        return
    bodies = nameless(language.code)
    listed = worded.pattern(language.code, "headed-listed")
    flight = worded.pattern(language.code, "headed-flight")
    passengers = worded.pattern(language.code, "headed-passengers")
    for sentence in _SENTENCE.finditer(text):
        if not (
            flight.search(text, *sentence.span()) and passengers.search(text, *sentence.span())
        ):
            continue
        for match in listed.finditer(text, *sentence.span()):
            span = Span(*match.span(1))
            long = len(match[1]) > len("ABC")
            if long and free(span, taken) and name_like(match[1], bodies):
                yield Found(span, "Mission", match[1], (), "listed")


def _aboard(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield coined names in a list of instruments: "three instruments are on board: A, from X, and B"."""
    bodies = nameless(language.code)
    for announced in worded.matches(language.code, "headed-instruments", text):
        end = text.find("\n", announced.end())
        rest = text[: end if end >= 0 else len(text)]
        listed = worded.pattern(language.code, "headed-listed")
        for match in listed.finditer(rest, announced.end() - len(": ")):
            if ". " in rest[announced.end() : match.start()]:
                break
            span = Span(*match.span(1))
            if free(span, taken) and name_like(match[1], bodies):
                yield Found(span, "Payload", match[1], (), "listed")


def _headline(text: str, at: int) -> bool:
    """Tell whether a line has most of its words in capitals, as titles do, and no full stop."""
    line = text[text.rfind("\n", 0, at) + 1 : (text.find("\n", at) + 1 or len(text) + 1) - 1]
    if line.rstrip().endswith(".") and len(line.split()) > _TITLE:
        return False
    words = [w for w in line.split() if len(w) > len("and")]
    return sum(w[:1].isupper() for w in words) > len(words) // 2 + 1


def _before_satellites(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield a proper name before "satellites" or "lander": "four Vargöga microsatellites"."""
    stop = nameless(language.code) | language.set("function") | language.set("generic")
    for match in worded.matches(language.code, "headed-before", text):
        span = Span(*match.span(1))
        if (
            free(span, taken)
            and match[1].casefold() not in stop
            and not _headline(text, span.begin)
        ):
            yield Found(span, "Mission", match[1], (), "before-head")
