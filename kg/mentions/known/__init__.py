"""Names of known individuals, and demonyms, found by the lexicon.

A name that is also an ordinary word ("Hope", "Swift") counts where a noun of its kind stands near
("the Hope probe"), where it is listed with a name that counts, or once it has counted elsewhere in
the document. One that is a planet's too needs the noun just beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.anchors import plain
from kg.authority import Hit, Lexicon
from kg.languages import Language
from kg.mentions.known.listed import with_listed
from kg.mentions.known.occurrence import FLYING
from kg.mentions.known.places import places, within
from kg.mentions.known.senses import counting
from kg.model import Found, Span
from kg.patterns import expression

_FRANCO = re.compile(r"\bfranco(?=-)")


def find(text: str, lexicon: Lexicon, language: Language) -> Iterator[Found]:
    """Yield the known names in `text`; one that needs company is left out where it has none."""
    for hit in _counting(text, lexicon, language):
        kind = lexicon.known[hit.senses[0].key].kind
        noun = expression(language.code, "mention-known-noun").match(text, hit.begin, hit.end)
        # "Station Gateway" is Gateway: the noun is no part of the name.
        begin = noun.end() if noun is not None and kind in FLYING else hit.begin
        yield Found(
            span=Span(begin, hit.end),
            kind=kind,
            name=text[begin : hit.end],
            keys=tuple(dict.fromkeys(s.key for s in hit.senses)),
            method="lexicon",
            contextual=all(s.contextual for s in hit.senses),
        )


def _counting(text: str, lexicon: Lexicon, language: Language) -> list[Hit]:
    """Return the names that count, each with the senses that do, by offset."""
    every = places(text, lexicon, language)
    sure = with_listed(every, [counting(one) for one in every])
    left = (one for one, hit in zip(every, sure, strict=True) if not hit.senses)
    inner = (counting(part) for one in left for part in within(one))
    return sorted((h for h in (*sure, *inner) if h.senses), key=lambda h: (h.begin, -h.end))


def demonyms(text: str, lexicon: Lexicon) -> tuple[tuple[Span, str], ...]:
    """Return the demonyms in `text` ("French", "franco-russe") with the key of their country."""
    low = plain(text)
    found = [(Span(*match.span()), "country/france") for match in _FRANCO.finditer(low)]
    for word, begin, end in lexicon.demonym_words.places(low):
        if text[begin].isupper() or _lower_demonym(word):
            found.append((Span(begin, end), lexicon.demonyms[word]))
    return tuple(sorted(found))


def _lower_demonym(word: str) -> bool:
    return len(word) > len("turc")
