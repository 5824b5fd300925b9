"""Plain names of what flies that wording alone introduces: "the satellite, named Ondine", "its twin, Ondine".

Such a name has the shape of any capitalised word, so that each way of saying it names the noun too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.anchors import plain
from kg.capitals import LOWER, UPPER
from kg.gates import Gate
from kg.languages import Language, load
from kg.mentions import worded
from kg.mentions.coined import free, head_anchors, name_like, nameless
from kg.mentions.given import is_given
from kg.mentions.kinds import KINDS
from kg.mentions.taken import Taken
from kg.model import Found, Span

_NOUNS = ("<HEADS>", "<craft>", "<tool>")
_NAME = (
    rf"[{UPPER}](?<![\w’'.&-].)(?:[{LOWER}]{{2,}}|[\w]*[{UPPER}\d][\w]*)(?:-[\w]+)*"
    rf"(?:[ ](?:[IVX]{{1,4}}|\d{{1,2}}[A-Z]?)(?![\w-]))?"
)
"""One capitalised word, which a number may follow."""


_BACK, _ON = 110, 170
"""How far a name with what is said of it reaches before and after the noun of what it names."""


def find(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield the names of missions and instruments that are told to be called so."""
    code, low = language.code, plain(text)
    stop = _stop(code)
    for head in ("mission", "payload"):
        near = head_anchors(code, head).windows(low, _BACK, _ON)
        for pattern, beside in _ways(code, head) if near else ():
            for begin, end in near if beside else ((0, len(text)),):
                for span in _named(pattern, text, begin, end):
                    words = text[slice(*span)]
                    alone = not _ends(text, span.begin, stop)
                    if alone and _may_be(words, stop) and free(span, taken):
                        yield Found(span, KINDS[head], words, (), "called")


def _named(pattern: Gate, text: str, begin: int, end: int) -> Iterator[Span]:
    for match in pattern.finditer(text, begin, end):
        yield from (Span(*match.span(n)) for n in range(1, pattern.regex.groups + 1) if match[n])


@cache
def _ways(code: str, head: str) -> tuple[tuple[Gate, bool], ...]:
    """Return the patterns of a class of names, each with whether its words are beside the class's nouns."""
    told = load(code).patterns
    return tuple(
        (
            worded.pattern(code, name, one=_NAME, heads=worded.heads(code, head)),
            any(noun in told[f"mention-{name}"] for noun in _NOUNS),
        )
        for name in worded.named(code, f"called-{head}")
    )


@cache
def _stop(code: str) -> frozenset[str]:
    """Return the words that are no names of what flies."""
    language = load(code)
    words = ("function", "generic", "stop", "never-called")
    lists = (*map(language.set, words), language.months, language.weekdays)
    return nameless(code).union(*lists)


_BEFORE = re.compile(rf"([{UPPER}][\w-]{{2,}}) $")
_REACH = 30


def _ends(text: str, at: int, stop: frozenset[str]) -> bool:
    """Tell whether a name only ends a longer one: "Nano Camera"."""
    before = _BEFORE.search(text, max(0, at - _REACH), at)
    return before is not None and before[1].casefold() not in stop


def _may_be(words: str, stop: frozenset[str]) -> bool:
    first = words.split(maxsplit=1)[0]
    return name_like(first, stop) and not is_given(first) and not first.casefold().endswith("ly")
