"""What words that the lexicon knows may be instead: a sum, a treaty, a part of another name.

`READINGS` are asked in turn; words that one of them takes for something else are no name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from kg.languages import CODES, load
from kg.mentions import worded
from kg.mentions.known.company import tool_follows
from kg.mentions.known.occurrence import BODIES, FLYING, Occurrence
from kg.mentions.known.people import is_person, is_surname
from kg.patterns import expression

_MONEY = frozenset("$€£¥")
"""Before these, "4M" is a sum and no mission."""
_COMPANY, _REACH = 45, 80
"""How far from a name its noun may stand, and how far the name begins of which it is part."""
_NOT_INSTRUMENTS = BODIES | {"Site", "Mission"}
_TREATY = len("accords ")
_SHIP = re.compile(r" (?:TMA?|T|MS)-?\d")
_FORMS = frozenset({"JSC", "PT", "SA", "AS", "AB"})
"""Acronyms that also tell the form of a company: "JSC National Company X", "Baiterek JSC"."""
_NAME_BEFORE = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]+ $")
_JOINED = re.compile(r"(?<![\w-])[A-Z][a-z]+[A-Z][\w]*-$")
_CAPITALS = re.compile(r"(?<![.!?:] )(?<![.!?:])\b[A-Z][a-z]+ $")


def reads_otherwise(one: Occurrence) -> bool:
    """Tell whether the words are something else than the name that they could be."""
    for reading in READINGS:  # noqa: SIM110, any() would take as long as the readings
        if reading(one):
            return True
    return False


def is_sum(one: Occurrence) -> bool:
    """Tell whether the words are a sum of money."""
    return one.text[one.hit.begin - 1 : one.hit.begin] in _MONEY


def is_function_word(one: Occurrence) -> bool:
    """Tell whether the words are a function word of the language, or of any in a line of capitals."""
    words = one.words.casefold()
    if words in one.language.set("function"):
        return True
    return words in _function_words() and one.in_capitals()


@cache
def _function_words() -> frozenset[str]:
    return frozenset().union(*(load(code).set("function") for code in CODES))


def is_treaty(one: Occurrence) -> bool:
    """Tell whether the words only name a treaty: "the Artemis Accords"."""
    if one.kind not in FLYING:
        return False
    code = one.language.code
    after = expression(code, "mention-known-before-treaty").match(one.text, one.hit.end)
    before = expression(code, "mention-known-after-treaty").search(one.before(_TREATY))
    return after is not None or before is not None


def begins_ship(one: Occurrence) -> bool:
    """Tell whether the words only begin a ship's name: "vaisseau Soyouz" of "Soyouz MS-03"."""
    if _SHIP.match(one.text, one.hit.end) is None:
        return False
    return expression(one.language.code, "mention-known-ship").search(one.words) is not None


def is_company_form(one: Occurrence) -> bool:
    """Tell whether the words tell the form of the company that is named beside them."""
    if one.words not in _FORMS:
        return False
    return one.goes_on() or _NAME_BEFORE.search(one.before(_REACH)) is not None


def is_numbered_firm(one: Occurrence) -> bool:
    """Tell whether the words are a body's that a number makes its satellite's: "GHGSat-C1"."""
    if one.kind not in BODIES or one.words in _FORMS or not one.numbered():
        return False
    return not any(one.flies(s) for s in one.hit.senses)


def is_part_of_name(one: Occurrence) -> bool:
    """Tell whether the words are only part of a name: "WildTrackCube-SIMBA", "Joint Polar System"."""
    if one.kind not in FLYING or one.words in _FORMS:
        return False
    before = one.before(_REACH)
    if before.endswith("-") and _JOINED.search(before):
        return True
    return one.is_word() and one.goes_on() and _CAPITALS.search(before) is not None


def is_street(one: Occurrence) -> bool:
    """Tell whether a land's or town's name is a street's: "2 place Maurice Quentin"."""
    if one.kind not in ("Country", "City"):
        return False
    code = one.language.code
    return expression(code, "mention-known-street").search(one.before(_COMPANY)) is not None


def is_instrument(one: Occurrence) -> bool:
    """Tell whether another thing's acronym is an instrument's here: "la caméra superspectrale VSSC", "ROSA, a sounder"."""
    if one.kind not in _NOT_INSTRUMENTS or not one.words.isupper():
        return False
    code = one.language.code
    told = worded.pattern(code, "known-tool", heads=worded.heads(code, "payload"))
    # "The radar comes from CNES, the camera from DLR": who gives or makes is no instrument.
    gives = expression(code, "mention-known-giver").search(one.before(_COMPANY))
    if gives is None and told.match(one.text, one.hit.end):
        return True
    if one.kind != "Site":
        return False
    called = _instrument(code).search(one.before(_COMPANY))
    return called is not None or tool_follows(one)


@cache
def _instrument(code: str) -> re.Pattern[str]:
    """Return the noun of an instrument, with an adjective or two, just before a name."""
    heads = "|".join(map(re.escape, load(code).words["payload-head"]))
    return re.compile(rf"\b(?:{heads})s? (?:[a-zà-ÿ-]+ ){{0,2}}$", re.IGNORECASE)


READINGS: tuple[Callable[[Occurrence], bool], ...] = (
    is_sum,
    is_function_word,
    is_treaty,
    is_person,
    begins_ship,
    is_company_form,
    is_numbered_firm,
    is_part_of_name,
    is_surname,
    is_street,
    is_instrument,
)
