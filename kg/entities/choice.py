"""Decide between known individuals of one name, by what else the document says."""

from __future__ import annotations

import re
from collections import Counter

from kg.authority import Known, Lexicon
from kg.model import Document, Findings

_PERSON = re.compile(r"(?: (?!Second|Third|Next|New|Generation)[A-Z][a-z]+){2,3}")


def choose(
    document: Document, findings: Findings, lexicon: Lexicon
) -> dict[tuple[str, ...], str | None]:
    """Return for each set of candidate keys the one that the document means, or None."""
    sure = Counter(f.keys[0] for f in findings.names if len(f.keys) == 1)
    countries = _countries(findings, sure, lexicon)
    chosen = {
        f.keys: _choose(f.keys, document, sure, countries, lexicon)
        for f in findings.names
        if f.keys
    }
    full = _christened({key for key in chosen.values() if key}, lexicon)
    return {keys: full.get(key, key) if key else None for keys, key in chosen.items()}


def _christened(keys: set[str], lexicon: Lexicon) -> dict[str, str]:
    """Return the full key of what also goes by its name less a person's: Sentinel-6 (Michael Freilich)."""
    labels = {k: lexicon.known[k].label for k in keys if lexicon.known[k].kind == "Mission"}
    return {
        short: full
        for short in sorted(labels)
        for full in sorted(labels)
        if _PERSON.fullmatch(labels[full].removeprefix(labels[short]))
    }


def _countries(findings: Findings, sure: Counter[str], lexicon: Lexicon) -> Counter[str]:
    """Count how often each country is spoken of: by name, demonym, or through its bodies."""
    counts: Counter[str] = Counter(country for _, country in findings.demonyms)
    for key, number in sure.items():
        known = lexicon.known[key]
        country = key if known.kind == "Country" else known.country
        if country:
            counts[country] += number
    return counts


def _choose(
    keys: tuple[str, ...],
    document: Document,
    sure: Counter[str],
    countries: Counter[str],
    lexicon: Lexicon,
) -> str | None:
    if len(keys) == 1:
        return keys[0]
    ranked = sorted(
        ((_score(lexicon.known[k], document, sure, countries), k) for k in keys),
        key=lambda r: ([-x for x in r[0]], r[1]),
    )
    best, second = ranked[0], ranked[1]
    if best[0] > second[0]:
        return best[1]
    # A satellite and the programme of its name: the text speaks of the lasting frame.
    tied = [k for score, k in ranked if score == best[0]]
    frames = [k for k in tied if lexicon.known[k].kind == "Programme"]
    return frames[0] if len(frames) == 1 and _named_alike(tied, lexicon) else None


def _named_alike(keys: list[str], lexicon: Lexicon) -> bool:
    return {lexicon.known[k].kind for k in keys} <= {"Programme", "Mission"}


def _score(
    known: Known, document: Document, sure: Counter[str], countries: Counter[str]
) -> tuple[int, ...]:
    year = str(document.issued.year) if document.issued else ""
    before = bool(year and known.since and year < known.since[:4])
    after = bool(year and known.until and year > known.until[:4])
    return (
        sure[known.key],
        document.publisher == known.key,
        countries[known.country] if known.country else 0,
        -int(before or after),
    )
