"""Names of known individuals, and demonyms, found by the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.anchors import plain
from kg.authority import Lexicon, Sense
from kg.languages import Language, load
from kg.model import Found, Span

_ADDRESS = re.compile(r"\S+@\S+|\b(?:https?://|www\.)\S+", re.IGNORECASE)
_FRANCO = re.compile(r"\bfranco(?=-)")
_COMPANY = 28


def find(text: str, lexicon: Lexicon, language: Language) -> Iterator[Found]:
    """Yield the known names in `text`; one that needs company is left out where it has none."""
    addresses = [m.span() for m in _ADDRESS.finditer(text)]
    company = _company(language.code)
    function = language.set("function")
    for hit in lexicon.hits(text):
        if any(begin <= hit.begin < end for begin, end in addresses):
            continue
        words = text[hit.begin : hit.end]
        if words.casefold() in function:
            continue
        senses = [s for s in hit.senses if not s.contextual or _in_company(text, hit.begin, hit.end, company)]
        if not senses:
            continue
        yield Found(
            span=Span(hit.begin, hit.end),
            kind=_kind(senses, lexicon),
            name=words,
            keys=tuple(dict.fromkeys(s.key for s in senses)),
            method="lexicon",
            contextual=all(s.contextual for s in senses),
        )


def _kind(senses: list[Sense], lexicon: Lexicon) -> str:
    return lexicon.known[senses[0].key].kind


@cache
def _company(code: str) -> re.Pattern[str]:
    language = load(code)
    heads = "|".join(
        language.alternatives(f"{kind}-head") for kind in ("mission", "payload", "programme", "vehicle")
    )
    return re.compile(rf"\b(?:{heads})\b", re.IGNORECASE)


def _in_company(text: str, begin: int, end: int, company: re.Pattern[str]) -> bool:
    """Tell whether a head noun (mission, rover, instrument) stands within a few words."""
    around = text[max(0, begin - _COMPANY) : begin] + " " + text[end : end + _COMPANY]
    return company.search(around) is not None


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
