"""Plain names of what flies that wording alone introduces: "the satellite, named Ondine", "its twin, Ondine".

Such a name has the shape of any capitalised word, so that each way of saying it names the noun too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.anchors import plain
from kg.capitals import LOWER, UPPER
from kg.languages import Language
from kg.mentions import worded
from kg.mentions.coined import free, head_anchors, name_like
from kg.mentions.given import is_given
from kg.mentions.kinds import KINDS
from kg.mentions.taken import Taken
from kg.model import Found, Span

_NAME = (
    rf"[{UPPER}](?<![\w’'.&-].)(?:[{LOWER}]{{2,}}|[\w]*[{UPPER}\d][\w]*)(?:-[\w]+)*"
    rf"(?:[ ](?:[IVX]{{1,4}}|\d{{1,2}}[A-Z]?)(?![\w-]))?"
)
"""One capitalised word, which a number may follow."""


def find(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield the names of missions and instruments that are told to be called so."""
    code, low = language.code, plain(text)
    stop = frozenset().union(
        *map(language.set, ("celestial", "function", "generic", "stop", "never-called")),
        language.months,
        language.weekdays,
    )
    for head in ("mission", "payload"):
        if not any(True for _ in head_anchors(code, head).starts(low)):
            continue
        for name in worded.named(code, f"called-{head}"):
            pattern = worded.pattern(code, name, one=_NAME, heads=worded.heads(code, head))
            for match in pattern.finditer(text):
                for group in range(1, (pattern.regex.groups or 0) + 1):
                    if match[group] and _may_be(match[group], stop):
                        span = Span(*match.span(group))
                        if free(span, taken) and not _ends(text, span.begin, stop):
                            yield Found(span, KINDS[head], match[group], (), "called")


_BEFORE = re.compile(rf"([{UPPER}][\w-]{{2,}}) $")
_REACH = 30


def _ends(text: str, at: int, stop: frozenset[str]) -> bool:
    """Tell whether a name only ends a longer one: "Nano Camera"."""
    before = _BEFORE.search(text, max(0, at - _REACH), at)
    return before is not None and before[1].casefold() not in stop


def _may_be(words: str, stop: frozenset[str]) -> bool:
    first = words.split(maxsplit=1)[0]
    return name_like(first, stop) and not is_given(first) and not first.casefold().endswith("ly")
