"""Agencies told by their country alone, once a French release has named them: "l'agence indienne"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from kg.encoding import Mark
from kg.model import Linked, Span

_AGENCY = re.compile(
    r"(?<!\w, )(?<!\w, l['’])(?<!\()(?<!\(l['’])\bagence (?:spatiale )?$", re.IGNORECASE
)
"""What is in apposition to a name says whose agency that is, and points to none."""
_NAMED = re.compile(r",? (?:\(|(?:la |le |l['’])?[A-ZÀ-Þ])")
_REACH = 22


def agencies(linked: Linked) -> dict[str, int]:
    """Return by country the number of the first mention of its agency, where a text names just one."""
    named: dict[str, dict[str, int]] = defaultdict(dict)
    for number, mention in enumerate(linked.mentions):
        entity = linked.entities[mention.entity]
        if entity.kind == "Agency" and entity.country is not None:
            named[entity.country].setdefault(entity.key, number)
    return {land: min(of.values()) for land, of in named.items() if len(of) == 1}


def told(linked: Linked, inside: Sequence[Mark], of: dict[str, int]) -> list[Mark]:
    """Return the marks of a sentence with "agence indienne" marked as the agency that it is."""
    text, found = linked.document.text, []
    for mark in inside:
        before = text[max(0, mark.span.begin - _REACH) : mark.span.begin]
        noun = _AGENCY.search(before) if mark.code == "N" else None
        number = of.get(linked.findings.demonyms[mark.number][1]) if noun else None
        if noun is None or number is None or _NAMED.match(text, mark.span.end):
            found.append(mark)
            continue
        begin = mark.span.begin - len(before) + noun.start()
        found.append(Mark(Span(begin, mark.span.end), "A", number))
    return found
