"""Organisations and sites that no lexicon knows, by their head nouns (Ministry, University, base)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.anchors import merge, plain
from kg.authority import Lexicon
from kg.languages import Language
from kg.mentions.organisations.branches import branches, known_firm
from kg.mentions.organisations.extent import trimmed, with_campus
from kg.mentions.organisations.nations import by_demonym, kind_of, national_agency
from kg.mentions.organisations.reading import Reading
from kg.mentions.organisations.worth import is_name
from kg.mentions.shapes import Shape, shapes
from kg.model import Found, Span

_BEFORE, _AFTER = 130, 260
"""How far a name may reach before and after its head noun."""


def find(
    text: str,
    names: Sequence[Found],
    lexicon: Lexicon,
    language: Language,
    demonyms: Sequence[tuple[Span, str]],
) -> Iterator[Found]:
    """Yield organisations, agencies and sites by the shape of their names."""
    reading = Reading(text, tuple(names), dict(demonyms), language)
    low = plain(text)
    for shape in shapes(language.code):
        for part in _spans(reading, shape, low):
            yield _found(reading, with_campus(reading, part), shape, lexicon)
    yield from by_demonym(reading, lexicon)
    yield from branches(reading)


def _found(reading: Reading, span: Span, shape: Shape, lexicon: Lexicon) -> Found:
    """Return what a name of some shape is: a known firm, a nation's agency, or a body of its own."""
    firm = known_firm(reading, span)
    if firm is not None:
        return Found(span, firm.kind, firm.name, firm.keys, shape.method)
    keys = national_agency(reading, span, lexicon)
    kind = "Agency" if keys else kind_of(reading, shape.kind, span)
    return Found(span, kind, " ".join(reading.words(span).split()), keys, shape.method)


def _spans(reading: Reading, shape: Shape, low: str) -> Iterator[Span]:
    """Yield the names of a shape; what one was trimmed of may hold the next."""
    text = reading.text
    places = shape.anchors.starts(low)
    if shape.capital:
        places = [at for at in places if text[at].isupper()]
    for begin, end in merge((at - _BEFORE, at + _AFTER) for at in places):
        match = shape.gate.regex.search(text, begin, end)
        while match is not None:
            span = trimmed(reading, Span(*match.span(match.lastindex or 0)))
            if span is not None and is_name(reading, span, shape.method):
                yield span
            at = max(span.end, match.start() + 1) if span is not None else match.end()
            match = shape.gate.regex.search(text, at, end)
