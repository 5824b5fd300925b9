"""Further occurrences of names that the document has introduced once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Found, Span

_SHORTEST = 2
_LEGAL = re.compile(
    r",? (?:AB|AG|SA|SAS|SE|NV|BV|GmbH|Inc|LLC|Ltd|Limited|Corp|Corporation|Oy|AS)\.?$"
)
"""What a company's full name adds to the one that it goes by."""


def repeats(text: str, names: Sequence[Found]) -> Iterator[Found]:
    """Yield the other places where an unknown name, or an acronym given in the text, stands."""
    forms: dict[str, Found] = {}
    for name in names:
        words = text[name.span.begin : name.span.end]
        if name.method != "lexicon" and name.kind != "Person" and len(words) >= _SHORTEST:
            forms.setdefault(words, name)
            short = _LEGAL.sub("", words)
            if name.kind == "Organisation" and short != words:
                forms.setdefault(short, name)
    for words in sorted(forms):
        found = forms[words]
        for begin in _places(text, words):
            span = Span(begin, begin + len(words))
            yield Found(span, found.kind, found.name, found.keys, "repeat")


def _places(text: str, words: str) -> Iterator[int]:
    """Yield where `words` stand in `text` as whole words."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (_joins(text[at - 1 : at]) or _joins(text[end : end + 1])):
            yield at
        at = text.find(words, end)


def _joins(char: str) -> bool:
    return char.isalnum() or char in ("-", "_")
