"""Agencies told by their country alone, once a release has named them: "l'agence indienne", "the Indian agency"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.encoding import Mark
from kg.model import Linked, Span
from kg.patterns import expression

_REACH = 22


def agencies(linked: Linked) -> dict[str, int]:
    """Return by country the number of the first mention of its agency, where a text names just one."""
    named: dict[str, dict[str, int]] = defaultdict(dict)
    for number, mention in enumerate(linked.mentions):
        entity = linked.entities[mention.entity]
        if entity.kind == "Agency" and entity.country is not None:
            named[entity.country].setdefault(entity.key, number)
    return {land: min(of.values()) for land, of in named.items() if len(of) == 1}


def told(linked: Linked, inside: Sequence[Mark], of: dict[str, int], code: str) -> list[Mark]:
    """Return the marks of a sentence with "agence indienne" marked as the agency that it is."""
    text, found = linked.document.text, []
    named = expression(code, "nationals-named")
    for mark in inside:
        span = _span(text, mark.span, code) if mark.code == "N" else None
        number = of.get(linked.findings.demonyms[mark.number][1]) if span else None
        if span is None or number is None or named.match(text, span.end):
            found.append(mark)
        else:
            found.append(Mark(span, "A", number))
    return found


def _span(text: str, demonym: Span, code: str) -> Span | None:
    """Return the place of an agency that is told by a demonym; French has the noun before it, English after.

    What is in apposition to a name says whose agency that is, and points to none.
    """
    before = text[max(0, demonym.begin - _REACH) : demonym.begin]
    noun = expression(code, "nationals-noun-before", any_case=True).search(before)
    if noun is not None:
        return Span(demonym.begin - len(before) + noun.start(), demonym.end)
    after = expression(code, "nationals-noun-after").match(text, demonym.end)
    apposed = after is not None and expression(code, "nationals-apposed").search(before)
    return Span(demonym.begin, after.end()) if after and not apposed else None
