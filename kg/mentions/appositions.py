"""Coined names that what follows tells to be an instrument's or a satellite's.

"RAMIS, a radiation detector", "ESAIL, built by LuxSpace", "PowerCell, contributed by Ames".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.capitals import COINED, UPPER
from kg.gates import Gate
from kg.languages import Language, load
from kg.mentions import worded
from kg.mentions.coined import nameless
from kg.mentions.endeavours import near_flight
from kg.mentions.kinds import KINDS
from kg.mentions.taken import Taken
from kg.model import Found, Span

_FLYING = {"Mission", "Payload", "Programme", "LaunchVehicle"}
_NAME = re.compile(rf"(?=[{UPPER}\d])(?<![\w/.@'’-])(?:[{UPPER}][a-z]+ )?{COINED}(?![\w-])")
_AFTER = 120
_BACK = 200


def find(text: str, names: Sequence[Found], language: Language) -> Iterator[Found]:
    """Yield the coined names that nobody has found, where the text speaks of flight."""
    taken = Taken(n.span for n in names)
    known = {text[n.span.begin : n.span.end] for n in names if n.kind in _FLYING}
    known |= nameless(language.code)
    governing = language.set("phrase-preposition")
    for begin, end in near_flight(text, language.code):
        for match in _NAME.finditer(text, begin, end):
            words, span = match[0], Span(*match.span())
            if not taken.free(span.begin, span.end) or {words, words.casefold()} & known:
                continue
            if " " in words and words.split()[0].casefold() in governing:
                # "On X, the Y radiometer": what follows tells what Y is.
                continue
            kind = _kind(text[span.end : span.end + _AFTER], language.code)
            if kind == "Mission" and not _said_to_fly(text, span, language.code):
                kind = "Payload"
            if kind is not None:
                yield Found(span, kind, words, (), "apposition")


def _said_to_fly(text: str, span: Span, code: str) -> bool:
    """Tell whether no list of instruments is under way: "its two radars, SWIM, ..., and SCAT, built by"."""
    line = text[text.rfind("\n", 0, span.begin) + 1 : span.begin]
    before = line[-_BACK:].rpartition(". ")[2]
    return _listing(code).search(before) is None


@cache
def _listing(code: str) -> Gate:
    """Return what announces a list of instruments."""
    heads = load(code).words["payload-head"]
    many = "|".join(re.escape(w) for w in heads if w.endswith("s"))
    return worded.pattern(code, "listing", any_case=True, many=many)


def _kind(after: str, code: str) -> str | None:
    """Return the class that the words after a name tell, if they tell one."""
    return next((kind for kind, pattern in _patterns(code) if pattern.match(after)), None)


@cache
def _patterns(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what may follow a name of each class; a language without such patterns has none."""
    language = load(code)
    found = []
    for name, words in sorted(language.patterns.items()):
        if name.startswith("apposed-"):
            head = name.split("-")[1]
            nouns = language.alternatives(f"{head}-head")
            after = language.expand(words).replace("{head}", f"(?:{nouns})")
            found.append((KINDS[head], re.compile(after, re.IGNORECASE)))
    return tuple(found)
