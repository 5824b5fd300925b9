"""Pronouns that stand for a thing or a body that the sentences before name: "It", "il", "them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.encoding import Mark
from kg.facts.heads import head_of
from kg.model import Span
from kg.patterns import expression

MEMORY = 3
"""So many sentences back may lie what is meant."""


def opening_pronoun(
    text: str, span: Span, here: Sequence[Mark], before: Sequence[Sequence[Mark]], code: str
) -> Iterator[Mark]:
    """Yield a mark for the "It" that opens a sentence, where the one before opens with a thing."""
    match = expression(code, "pronoun").match(text, span.begin, span.end)
    if match is None or not before or not before[-1]:
        return
    subject = head_of(before[-1], text, code)
    # "Construit à Cannes, il", "Élément de X, il": so much is said of things alone.
    made = expression(code, "pronoun-thing").match(match[0])
    if made and (subject is None or subject.code not in "MYGV"):
        subject = _thing(before[-MEMORY:])
    if subject is None:
        return
    words = Span(*match.span(match.lastindex or 0))
    flies = expression(code, "pronouns-flies", any_case=True)
    lifts_off = expression(code, "pronouns-lifts-off", any_case=True)
    if subject.code in "AO" and lifts_off.match(text, words.end) is not None:
        # "The agency also prepares X. It will lift off in 2021": no body flies.
        subject = _thing(before[-MEMORY:]) or subject
    if subject.code == "V" and flies.match(text, words.end) is None:
        # "A Soyuz took off with X. It carried" is of the rocket, and "It will study" of X.
        subject = _aboard(before[-1]) or subject
    first = words.begin == span.begin
    if subject.code in "AOMYGV" and (not first or all(m.span.begin >= words.end for m in here)):
        yield Mark(words, subject.code, subject.number)


def _aboard(sentence: Sequence[Mark]) -> Mark | None:
    """Return the one mission that a sentence about a rocket names."""
    missions = {m.number: m for m in sentence if m.code == "M"}
    return next(iter(missions.values())) if len(missions) == 1 else None


def later_pronouns(text: str, span: Span, here: Sequence[Mark], code: str) -> Iterator[Mark]:
    """Yield marks for the "il" after a semicolon: what the part of the sentence before it is about."""
    plural = expression(code, "pronouns-several", any_case=True)
    for match in expression(code, "pronoun-later").finditer(text, span.begin, span.end):
        words = Span(*match.span(match.lastindex or 0))
        earlier = [m for m in here if m.span.end <= match.start()]
        subject = head_of(earlier, text, code)
        # "Les satellites ... ; ils": no one body is "ils".
        several = plural.fullmatch(text, words.begin, words.end) is not None
        if subject is not None and subject.code in ("MYG" if several else "AOMYG"):
            yield Mark(words, subject.code, subject.number)


def objects(
    text: str, span: Span, here: Sequence[Mark], before: Sequence[Sequence[Mark]], code: str
) -> Iterator[Mark]:
    """Yield marks for "lui", "y" and "en" of what a body gives or does for a mission."""
    given = expression(code, "pronouns-given", any_case=True)
    told: list[Mark] = []
    for match in expression(code, "pronoun-object").finditer(text, span.begin, span.end):
        words = Span(*match.span(match.lastindex or 0))
        # What somebody supplies is an instrument sooner than the mission that carries it.
        order = "YMG" if given.search(match[0]) is not None else "MGY"
        earlier = [m for m in (*here, *told) if m.span.end <= words.begin]
        near = [m for m in earlier if m.code in "MYG"]
        near = near if len({m.number for m in near}) > 1 else []
        found = near[-1] if near else _thing((*before[-MEMORY:], earlier), order)
        if found is not None:
            told.append(Mark(words, found.code, found.number))
    yield from told


def _thing(sentences: Sequence[Sequence[Mark]], order: str = "MGY") -> Mark | None:
    """Return the thing of the first class in `order` that the nearest sentence with any names alone."""
    for sentence in reversed(sentences):
        for code in order:
            marks_of = {m.number: m for m in sentence if m.code == code}
            if marks_of:
                return next(iter(marks_of.values())) if len(marks_of) == 1 else None
    return None
