"""Further occurrences of names that the document has introduced once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Found, Span

_SHORTEST = 2


def repeats(text: str, names: Sequence[Found]) -> Iterator[Found]:
    """Yield the other places where an unknown name, or an acronym given in the text, stands."""
    forms: dict[str, Found] = {}
    for name in names:
        words = text[name.span.begin : name.span.end]
        if name.method != "lexicon" and name.kind != "Person" and len(words) >= _SHORTEST:
            forms.setdefault(words, name)
    for words in sorted(forms):
        found = forms[words]
        for match in re.finditer(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text):
            yield Found(Span(*match.span()), found.kind, found.name, found.keys, "repeat")
