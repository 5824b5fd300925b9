"""Names of places, craft and known people that are another person's here."""

from __future__ import annotations

import re

from kg.mentions.given import is_given
from kg.mentions.known.occurrence import FLYING, PLACES, Occurrence
from kg.patterns import expression

_BEFORE, _NOUN = 20, 45
"""How far before a name its given name or honorific may stand, and a noun."""
_SURNAME = re.compile(r" (?!II|IV|VI)[A-ZÀ-Þ][a-zà-ÿ'’-]+")
_NAME_BEFORE = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]+ $")
_LOWER = re.compile(r"([a-zà-ÿ]+) $")
_DOUBLE = re.compile(r"-[A-ZÀ-Þ]")


def is_person(one: Occurrence) -> bool:
    """Tell whether a name is a person's here: "M. Maurice Couve de Murville", "Claire Barclay"."""
    if one.kind in FLYING:
        return _given(one) if one.is_word() else _given_in_capitals(one)
    if one.kind not in PLACES:
        return False
    before = one.before(_BEFORE)
    given = _NAME_BEFORE.search(before)
    if given is not None and is_given(given[0].strip()):
        return True
    if one.kind != "Country":
        return False
    if _foreign(one):
        # "Dominique Renaux" in English, which calls the island Dominica.
        return _SURNAME.match(one.text, one.hit.end) is not None
    return expression(one.language.code, "mention-known-honoured").search(before) is not None


def is_surname(one: Occurrence) -> bool:
    """Tell whether a person's known surname begins another's, or names a thing: "prix X"."""
    if one.kind != "Person":
        return False
    noun = _LOWER.search(one.before(_NOUN))
    thing = noun is not None and noun[1] in one.language.set("stop")
    return thing or _DOUBLE.match(one.text, one.hit.end) is not None


def _given(one: Occurrence) -> bool:
    """Tell whether a given name that is also a craft's has a surname behind it."""
    return is_given(one.words) and _SURNAME.match(one.text, one.hit.end) is not None


def _given_in_capitals(one: Occurrence) -> bool:
    """Tell whether an acronym's letters are a given name here: "Lisa" is not LISA."""
    if one.words.isupper() or not is_given(one.words):
        return False
    labels = {label for s in one.hit.senses for label, _ in one.labels(s)}
    return one.words not in labels and one.words.upper() in labels


def _foreign(one: Occurrence) -> bool:
    """Tell whether a given name is that of a country in another language only."""
    own = (one.words, one.language.code)
    return is_given(one.words) and all(own not in one.labels(s) for s in one.hit.senses)
