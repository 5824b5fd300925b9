"""Find the spans of a document that name something, each with the finder that found it.

The finders run in the order of `find`: known names first, then what the words around betray
(bracketed acronyms, head nouns, posts, honorifics). The longest reading of a place wins.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.authority import Lexicon
from kg.languages import Language
from kg.mentions import acronyms, endeavours, known, organisations, persons, titles
from kg.mentions.repeats import repeats
from kg.model import Document, Findings, Found

FINDERS = (known, acronyms, organisations, endeavours, titles, persons)


def find(document: Document, lexicon: Lexicon, language: Language) -> Findings:
    """Return the names, posts and demonyms of `document`."""
    text = document.text
    demonyms = known.demonyms(text, lexicon)
    names = resolve(known.find(text, lexicon, language))
    names = resolve([*acronyms.find(text, names, language), *names])
    names = resolve([*names, *organisations.find(text, names, lexicon, language, demonyms)])
    names = resolve([*acronyms.find(text, names, language), *names])
    names = resolve([*names, *endeavours.find(text, names, language, demonyms)])
    posts = titles.find(text, names, demonyms, language)
    people = persons.find(document, names, posts, demonyms, language)
    names = resolve([*names, *people])
    names = resolve([*names, *repeats(text, names)])
    posts = tuple(t for t in posts if not _inside(t.span.begin, t.span.begin + 1, names))
    return Findings(names, posts, demonyms)


def resolve(found: Iterable[Found]) -> tuple[Found, ...]:
    """Keep the longest of overlapping finds; of equals the first found. Sorted by offset."""
    kept: list[Found] = []
    taken: set[int] = set()
    ranked = enumerate(found)
    for _, one in sorted(ranked, key=lambda r: (r[1].span.begin - r[1].span.end, r[0])):
        places = range(one.span.begin, one.span.end)
        if taken.isdisjoint(places):
            kept.append(one)
            taken.update(places)
    return tuple(sorted(kept, key=lambda f: f.span))


def _inside(begin: int, end: int, names: Iterable[Found]) -> bool:
    return any(n.span.begin < end and begin < n.span.end for n in names)
