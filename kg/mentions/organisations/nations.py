"""Agencies that are named after their nation: "the French Space Agency", "l'agence japonaise"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.authority import Lexicon
from kg.authority.lexicon import Known
from kg.mentions.organisations.reading import Reading
from kg.model import Found, Span
from kg.patterns import expression

_BESIDE, _BACK = 6, 24
"""A name as near as this is the agency's own: "l'agence italienne, l'ASI"."""
_BEFORE = 20


def national_agency(reading: Reading, span: Span, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the agency that "the French Space Agency" means: the one its country has today."""
    agency = expression(reading.language.code, "mention-body-space-agency", any_case=True)
    if not agency.search(reading.text, span.begin, span.end):
        return ()
    lands = (reading.nationals | reading.lands).items()
    countries = {c for s, c in lands if span.begin <= s.begin and s.end <= span.end}
    if len(countries) != 1:
        return ()
    country = next(iter(countries))
    agencies = [
        key
        for key in lexicon.known
        if key.startswith("agency/") and _has_today(country, lexicon.known[key])
    ]
    return tuple(agencies) if len(agencies) == 1 else ()


def _has_today(country: str, one: Known) -> bool:
    return one.kind == "Agency" and one.country == country and one.until is None


def kind_of(reading: Reading, kind: str, span: Span) -> str:
    """Return the class of a name: an unknown agency is a nation's, or else no agency."""
    if kind != "Agency":
        return kind
    code, words = reading.language.code, reading.words(span)
    if expression(code, "mention-body-national").search(words) or _of_a_nation(reading, span):
        return kind
    return "Site" if expression(code, "mention-body-centre").search(words) else "Organisation"


def _of_a_nation(reading: Reading, span: Span) -> bool:
    inside = [n.span for n in reading.names if n.kind == "Country"]
    return any(span.begin <= s.begin < span.end for s in (*inside, *reading.nationals))


def by_demonym(reading: Reading, lexicon: Lexicon) -> Iterator[Found]:
    """Yield "l'agence japonaise" where the text names that country's agency, and no other of it."""
    agencies = [n for n in reading.names if n.kind == "Agency"]
    told = {key for n in agencies for key in n.keys}
    nouns = expression(reading.language.code, "mention-body-agency-of")
    for span, country in reading.nationals.items():
        before = nouns.search(reading.text, max(0, span.begin - _BEFORE), span.begin)
        if before is None or any(_beside(n.span, span) for n in agencies):
            continue
        keys = tuple(sorted(k for k in told if lexicon.known[k].country == country))
        if len(keys) == 1:
            whole = Span(before.start(), span.end)
            yield Found(whole, "Agency", reading.words(whole), keys, "demonym")


def _beside(agency: Span, demonym: Span) -> bool:
    """Tell whether an agency's name stands just after or before a demonym."""
    after, before = agency.begin - demonym.end, demonym.begin - agency.end
    return 0 <= after < _BESIDE or 0 <= before < _BACK
