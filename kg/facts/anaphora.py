"""Words that point back to a mission, an instrument or a programme: "this mission", "le satellite".

They point to the one that the nearest of the last sentences names, where it names just one of its
class. Such words get a mark of their own in the encoded sentence, so that patterns read on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.encoding import Mark
from kg.languages import load
from kg.model import Span

_MEMORY = 3
_ADJECTIVES = re.compile(r"(?:\s[\w-]+){1,2}\s[«\"“]?\s?")
_NAMED = re.compile(r"\s*(?:[«\"“(]\s*)?[A-ZÀ-Þ\d]|\s(?:of|de|du|des|d['’]|named|called|baptis|nomm)")


@cache
def _pattern(code: str, kind: str) -> re.Pattern[str]:
    heads = load(code).alternatives(f"{kind}-anaphor")
    return re.compile(rf"(?<![\w-])(?:{heads})(?![\w-])", re.IGNORECASE)


_KINDS = (("mission", "M"), ("payload", "Y"), ("programme", "G"), ("vehicle", "V"))


def marks(
    text: str, span: Span, here: Sequence[Mark], before: Sequence[Sequence[Mark]], code: str
) -> Iterator[Mark]:
    """Yield the marks of words in `span` that point back to a mark in the sentences `before`."""
    for kind, mark_code in _KINDS:
        antecedent = _antecedent(mark_code, before)
        if antecedent is None:
            continue
        for match in _pattern(code, kind).finditer(text, span.begin, span.end):
            words = Span(*match.span())
            free = all(m.span.end <= words.begin or words.end <= m.span.begin for m in here)
            named = any(m.code == mark_code and _names(text, words, m.span) for m in here)
            if free and not named and not _NAMED.match(text, match.end()):
                yield Mark(words, mark_code, antecedent)
    yield from _pronoun(text, span, here, before, code)


def _names(text: str, words: Span, name: Span) -> bool:
    """Tell whether a name follows the words but for an adjective: "la mission russe Bion-M"."""
    return _ADJECTIVES.fullmatch(text[words.end : name.begin]) is not None


def _pronoun(
    text: str, span: Span, here: Sequence[Mark], before: Sequence[Sequence[Mark]], code: str
) -> Iterator[Mark]:
    """Yield a mark for the "It" that opens a sentence, where the one before opens with a thing."""
    match = _opening(code).match(text, span.begin, span.end)
    if match is None or not before or not before[-1]:
        return
    subject = before[-1][0]
    words = Span(*match.span(1))
    if subject.code in "MYGV" and all(m.span.begin >= words.end for m in here):
        yield Mark(words, subject.code, subject.number)


@cache
def _opening(code: str) -> re.Pattern[str]:
    return re.compile(load(code).patterns["pronoun"])


def _antecedent(code: str, before: Sequence[Sequence[Mark]]) -> int | None:
    """Return the mark that the nearest sentence with any of this class bears, if just one."""
    for sentence in reversed(before[-_MEMORY:]):
        numbers = [m.number for m in sentence if m.code == code]
        if numbers:
            return numbers[-1] if len(numbers) == 1 else None
    return None
