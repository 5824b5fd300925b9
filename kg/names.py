"""Names of things: how they are folded for comparison, made into slugs, and shortened."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_ARTICLE = re.compile(r"^(?:the|le|la|les|l|du|de la|des|d|of the)\s+")
_LIGATURES = str.maketrans(
    {
        "œ": "oe",
        "Œ": "OE",
        "æ": "ae",
        "Æ": "AE",
        "ß": "ss",
        "µ": "u",
        "μ": "u",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
    }
)
_SMALL = {
    "of",
    "the",
    "and",
    "for",
    "de",
    "la",
    "le",
    "les",
    "du",
    "des",
    "et",
    "d",
    "l",
    "pour",
    "a",
    "an",
    "in",
    "on",
    "aux",
    "au",
    "en",
    "sur",
    "to",
}


def strip_accents(text: str) -> str:
    """Return `text` without accents and ligatures: "Wörner" becomes "Worner"."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Fold case, accents, punctuation and a leading article, so that spellings compare equal."""
    plain = _NOT_WORD.sub(" ", strip_accents(text).casefold()).strip()
    return _ARTICLE.sub("", plain)


@lru_cache(maxsize=20_000)
def slug(text: str) -> str:
    """Return `text` as the last part of an IRI: "Le Gall, J.-Y." becomes "le-gall-j-y"."""
    return _NOT_WORD.sub("-", strip_accents(text).casefold()).strip("-")


def is_acronym(text: str) -> bool:
    """Tell whether `text` looks like an acronym: CNES, SpaceIL, H-IIA, VENµS."""
    letters = [c for c in text if c.isalpha()]
    several = sum(c.isupper() for c in letters) > 1
    return bool(letters) and " " not in text and (several or not text[0].isalpha())


def could_shorten(acronym: str, name: str) -> bool:
    """Tell whether the letters of `acronym` stand in `name` in order, the first at its start.

    After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation
    definitions in biomedical text", relaxed for acronyms that take inner letters.
    """
    letters = [c for c in strip_accents(acronym).casefold() if c.isalnum()]
    words = [w for w in _NOT_WORD.split(strip_accents(name).casefold()) if w]
    if not letters or not words:
        return False
    text = " ".join(words)
    if letters[0] not in {w[0] for w in words[:3]}:
        return False
    at = -1
    for letter in letters:
        at = text.find(letter, at + 1)
        if at < 0:
            return False
    initials = [w[0] for w in words if w not in _SMALL]
    shared = sum(1 for i in initials if i in letters)
    return shared * 2 >= len(initials)
