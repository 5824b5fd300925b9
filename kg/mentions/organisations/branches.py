"""Known firms whose names go on: with what sort of firm they are, or with the country of a house."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.mentions.organisations.reading import Reading
from kg.model import Found, Span
from kg.patterns import expression


def known_firm(reading: Reading, span: Span) -> Found | None:
    """Return the firm of which the words only add what sort it is: "Rocket Lab Corporation"."""
    forms = reading.language.set("company-form")
    for name in reading.names:
        if name.span.begin == span.begin and name.kind == "Organisation" and name.keys:
            rest = reading.text[name.span.end : span.end].strip(" ,.")
            if rest in forms:
                return name
    return None


def branches(reading: Reading) -> Iterator[Found]:
    """Yield a firm's house in a country as a body of its own: "Airbus Netherlands"."""
    text, possessive = reading.text, expression(reading.language.code, "mention-body-possessive")
    for firm, land in pairwise(reading.names):
        beside = firm.span.end + 1 == land.span.begin and text[firm.span.end] == " "
        if beside and firm.kind == "Organisation" and firm.keys and land.kind == "Country":
            whole = Span(firm.span.begin, land.span.end)
            words = reading.words(whole)
            goes_on = text.startswith("-", whole.end) or possessive.match(text, whole.end)
            if "'" not in words and not goes_on:
                yield Found(whole, "Organisation", words, (), "branch")
