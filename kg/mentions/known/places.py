"""Where names of the lexicon stand in a text: as they are, with an acronym in them, inside another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.authority import Hit, Lexicon
from kg.languages import Language
from kg.mentions.known.occurrence import Occurrence, occurrences
from kg.mentions.known.otherwise import reads_otherwise
from kg.patterns import expression

_ADDRESS = re.compile(r"(?<!\S)\S+@\S+|\b(?:https?://|(?:www|WWW|Www)\.)\S+")
_SIGNS = ("@", "://", "www.", "WWW.", "Www.")
"""What an address cannot be without."""
_ACRONYM = re.compile(r"\s\([A-Z]{2,6}\)(?=\s[A-Z])")
_BESIDE, _REACH = 16, 80
"""How far another name may stand beside an agency's, and how far a name goes around an acronym."""


def places(text: str, lexicon: Lexicon, language: Language) -> list[Occurrence]:
    """Return the names that stand in `text`, by offset, less those that read otherwise."""
    text = _capitalised(text, language)
    plain = occurrences(_plain(text, lexicon, language), text, lexicon, language)
    bracketed = occurrences(_bracketed(text, lexicon), text, lexicon, language)
    every = [*(one for one in plain if not reads_otherwise(one)), *bracketed]
    return sorted(every, key=lambda one: (one.hit.begin, -one.hit.end))


def within(one: Occurrence) -> list[Occurrence]:
    """Return the names within one that does not count: "Soyuz" of "Soyuz at the Guiana Space Centre"."""
    rest = one.words.partition(" ")[2]
    article = expression(one.language.code, "mention-known-article", any_case=True)
    if not rest or article.match(one.words):
        return []
    inner = (
        hit._replace(begin=at + hit.begin, end=at + hit.end)
        for part, at in ((one.words[:-1], one.hit.begin), (rest, one.hit.end - len(rest)))
        for hit in one.lexicon.hits(part)
    )
    return occurrences(inner, one.text, one.lexicon, one.language)


def _plain(text: str, lexicon: Lexicon, language: Language) -> Iterator[Hit]:
    """Yield the names as they stand, less those in addresses and idioms."""
    taken = _taken(text, language)
    for hit in _unseated(text, lexicon, language):
        if not any(begin <= hit.begin < end for begin, end in taken):
            yield hit


def _unseated(text: str, lexicon: Lexicon, language: Language) -> Iterator[Hit]:
    """Yield the names, and where a body's seat is no name ("au siège de la NASA"), the body's."""
    seats = expression(language.code, "mention-known-seat")
    for hit in lexicon.hits(text):
        seat = seats.match(text, hit.begin, hit.end)
        if seat is None:
            yield hit
            continue
        for inner in lexicon.hits(text[seat.end() : hit.end]):
            yield inner._replace(begin=seat.end() + inner.begin, end=seat.end() + inner.end)


def _taken(text: str, language: Language) -> list[tuple[int, int]]:
    """Return where addresses stand, and idioms that hold a word which is also a name: "mettre le cap sur"."""
    some = any(sign in text for sign in _SIGNS)
    addresses = [m.span() for m in _ADDRESS.finditer(text)] if some else []
    idioms = expression(language.code, "idioms", any_case=True)
    return addresses + [m.span() for m in idioms.finditer(text)]


def _bracketed(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield names interrupted by an acronym: "United Arab Emirates (UAE) Space Agency"."""
    for bracket in _ACRONYM.finditer(text):
        start = max(0, bracket.start() - _REACH)
        left = text[start : bracket.start()]
        gap = bracket.end() - bracket.start()
        for hit in lexicon.hits(left + text[bracket.end() :][:_REACH]):
            if hit.begin < len(left) < hit.end:
                yield hit._replace(begin=start + hit.begin, end=start + hit.end + gap)


def _capitalised(text: str, language: Language) -> str:
    """Return the text with "agence spatiale italienne" as the name that it is, where no other name is beside it."""
    apposed = expression(language.code, "mention-known-agency-apposed")

    def capital(match: re.Match[str]) -> str:
        named = apposed.search(text[max(0, match.start() - _BESIDE) : match.start()])
        return match[0] if named else match[0].capitalize()

    return expression(language.code, "mention-known-agency-low").sub(capital, text)
