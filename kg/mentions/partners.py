"""Unknown bodies that lists name beside known ones: "de l'ESA, de Zodiac Aerospace et d'Intespace"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.capitals import LOWER, UPPER
from kg.languages import Language
from kg.mentions import worded
from kg.mentions.coined import name_like
from kg.mentions.given import is_given
from kg.mentions.taken import Taken
from kg.model import Found, Span

_BODIES = {"Agency", "Organisation"}
_WORD = rf"(?:[{UPPER}\d][{UPPER}{LOWER}\d&’'-]*[{UPPER}{LOWER}\d])"
_REACH = 12
_SHORTEST = 3


def find(text: str, names: Sequence[Found], language: Language) -> Iterator[Found]:
    """Yield the names that a list goes on with after a body, led in by the same kind of word."""
    if not worded.has(language.code, "partner-next"):
        return
    following = worded.pattern(language.code, "partner-next", partner=_WORD)
    before = worded.pattern(language.code, "partner-before")
    taken = Taken(n.span for n in names)
    stop = language.set("celestial") | language.set("stop") | language.set("function")
    for name in names:
        if name.kind not in _BODIES:
            continue
        link = _sort(before.search(text[max(0, name.span.begin - _REACH) : name.span.begin]))
        at = name.span.end
        while (item := following.match(text, at)) is not None:
            span, words = Span(*item.span("name")), item["name"]
            told = (
                len(words) >= _SHORTEST
                and name_like(words, stop)
                and not is_given(words.split()[0])
            )
            if not told or _sort(item) != link or not taken.free(span.begin, span.end):
                break
            yield Found(span, "Organisation", words, (), "listed")
            at = span.end


def _sort(link: re.Match[str] | None) -> str:
    """Return the kind of word that leads a name in: the first letter of "de", "par", an article."""
    words = link["link"] if link is not None else ""
    return "l" if words.startswith("l") else words[:1]
