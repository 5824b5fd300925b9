"""Whether words that have the shape of a body's name are one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.languages import Language, load
from kg.mentions import worded
from kg.mentions.given import is_given
from kg.mentions.organisations.nouns import heads, strong
from kg.mentions.organisations.reading import OWNERS, Reading
from kg.model import Found, Span
from kg.patterns import expression

_BODIES = OWNERS | {"Country", "Site"}
_FLYING = frozenset({"Mission", "Programme"})
_REACH = 40
"""So near before a field stands the post that is of it."""


def is_name(reading: Reading, span: Span, method: str) -> bool:
    """Tell whether the words are a name, by what a finder's method lets through that is none."""
    words = reading.words(span)
    over = reading.over(span)
    first = words.split(maxsplit=1)[0]
    if method == "acting":
        return not over and not is_given(first) and not _of_a_kind(first, reading.language)
    if method == "company":
        person = " " in words and is_given(first)
        return not (over or person or _of_capitals(words) or _opens(first, reading.language))
    if method == "foreign":
        # "Université de Montréal's | René Doyon" is what the known name leaves of a shape.
        longer = any(n.span.begin <= span.begin and span.end <= n.span.end for n in over)
        return not longer and not is_given(first)
    return _is_body(reading, span, over)


def _opens(word: str, language: Language) -> bool:
    """Tell whether a capitalised word only opens a sentence, or is a day: "However, the company that"."""
    low = word.casefold()
    return low in language.weekdays or low in language.set("never-called")


def _is_body(reading: Reading, span: Span, over: Sequence[Found]) -> bool:
    """Tell whether a head noun is in a name: of two words or more, and not a body's or nation's thing."""
    words = reading.words(span).split()
    if not heads(reading.language.code).search(reading.text, span.begin, span.end):
        return False
    if len(words) < len("ab") or (len(words) > len("abc") and reading.words(span).isupper()):
        return False
    if _no_body(" ".join(words).casefold(), reading.language) or _is_field(reading, span):
        return False
    inner = [n for n in over if span.begin <= n.span.begin and n.span.end <= span.end]
    return not _owned(reading, span, inner) and _proper(reading, span, words, inner)


def _no_body(folded: str, language: Language) -> bool:
    """Tell whether words only look like a body's name: "space agency", "media relations office"."""
    words = language.words
    return (
        folded in language.set("organisation-not")
        or folded.startswith(_not_begun(language.code))
        or folded in language.set("organisation-bare")
        or folded.endswith(words["organisation-not-ending"])
        or any(part in folded for part in words.get("organisation-not-part", ()))
    )


def _is_field(reading: Reading, span: Span) -> bool:
    """Tell whether the words say what somebody is director of: "Director of Orbital Systems"."""
    field = worded.pattern(reading.language.code, "body-field")
    return field.search(reading.text, max(0, span.begin - _REACH), span.end) is not None


@cache
def _not_begun(code: str) -> tuple[str, ...]:
    """Return what no name of a body begins with."""
    return tuple(f"{word} " for word in load(code).words["organisation-not"])


def _owned(reading: Reading, span: Span, inner: Sequence[Found]) -> bool:
    """Tell whether the words are a known name, or a known body and a noun ("the ESA Centre")."""
    bodies = [n for n in inner if n.kind in _BODIES and n.method != "expansion"]
    # "La station Gateway" is what its name says, and no station of that name.
    flying = (n for n in inner if n.keys and n.kind in _FLYING)
    named = (*(n for n in bodies if not _own_name(reading, span, n)), *flying)
    if any(n.span.end == span.end for n in named):
        return True
    first = next((n for n in bodies if n.span.begin == span.begin), None)
    return first is not None and _goes_on(reading, span, first)


def _goes_on(reading: Reading, span: Span, first: Found) -> bool:
    """Tell whether words go on from the name of a body that they begin with, and are no other."""
    if first.keys and first.kind in OWNERS and _of_land(reading, span, first):
        return True
    after = first.span.end
    if reading.text[after : after + 1] != " ":
        return False
    purpose = expression(reading.language.code, "mention-body-purpose").match(reading.text, after)
    if first.keys and first.kind != "Country" and purpose is not None:
        return True
    rest = reading.text[after + 1 : span.end]
    if first.kind == "Country":
        return rest[:1].islower()
    return first.kind in OWNERS and rest in reading.language.set("organisation-part")


def _of_land(reading: Reading, span: Span, first: Found) -> bool:
    """Tell whether a known body's name only goes on with its country: "GISTDA of Thailand"."""
    of = expression(reading.language.code, "mention-body-of").match(
        reading.text, first.span.end, span.end
    )
    return of is not None and any(
        n.kind == "Country" and n.span.end == span.end for n in reading.names
    )


def _own_name(reading: Reading, span: Span, inner: Found) -> bool:
    """Tell whether what ends in a country's name is a body: "University of Botswana"."""
    if inner.kind != "Country":
        return False
    code = reading.language.code
    head = reading.text[span.begin : inner.span.begin].casefold()
    nouns = strong(code)
    if expression(code, "mention-body-of-land").search(head) and head.count(" ") > len("of"):
        return nouns.search(head) is not None
    if expression(code, "mention-body-of").search(head):
        agency = expression(code, "mention-body-space-agency", any_case=True)
        return nouns.search(head) is not None and agency.search(head) is None
    return expression(code, "mention-body-house").match(head) is not None


def _proper(reading: Reading, span: Span, words: Sequence[str], inner: Sequence[Found]) -> bool:
    """Tell whether a name that ends in a common noun has a name before it that is its own."""
    last = words[-1]
    if len(words) == len("ab") and _strong_of_nation(reading, span, last.casefold()):
        return False
    if not last[:1].islower() or len(words) > len("abc"):
        return True
    prefix = reading.text[span.begin : span.end - len(last)].strip()
    owned = {reading.words(n.span) for n in inner if n.kind != "City"}
    national = {reading.words(s) for s in reading.nationals}
    unnamed = expression(reading.language.code, "mention-body-unnamed").search(prefix)
    return unnamed is None and prefix not in owned | national


def _strong_of_nation(reading: Reading, span: Span, noun: str) -> bool:
    """Tell whether a noun stands after a demonym alone: "the Indian Ministry"."""
    nouns = reading.language.set("organisation-strong")
    return noun in nouns and any(s.begin == span.begin for s in reading.nationals)


def _of_a_kind(word: str, language: Language) -> bool:
    """Tell whether a capitalised word is a month, a weekday, a post or a common noun."""
    low = word.casefold()
    lists = ("celestial", "stop", "title", "header", "function")
    return (
        low in language.months
        or low in language.weekdays
        or any(low in language.set(name) for name in lists)
    )


def _of_capitals(words: str) -> bool:
    return len(words.split()) > len("ab") and words.isupper()
