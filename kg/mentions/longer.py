"""Names that go on where a known name begins or ends: "Iris-N", "Farside Sentinel"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Found, Span

_FLYING = {"Mission", "Payload", "Programme"}
_OPENS = re.compile(r"(?:^|[.!?:»\n])[ \n]*$")


def goes_on(text: str, span: Span, names: Sequence[Found]) -> bool:
    """Tell whether a name only begins or ends with a known one: "Iris-N", "Farside Sentinel"."""
    over = [n for n in names if n.span.begin < span.end and span.begin < n.span.end]
    if len(over) != 1 or over[0].kind not in _FLYING or _long(over[0].span) >= _long(span):
        return False
    known = over[0].span
    if known.begin == span.begin:
        return text[known.end] == "-"
    words = text[span.begin : span.end]
    # "Voici CHEOPS" opens a sentence: what is said once at such a place may be a capital's alone.
    opens = _OPENS.search(text[max(0, span.begin - 4) : span.begin]) is not None
    ends = known.end == span.end and text[known.begin - 1] == " "
    return ends and not (opens and text.count(words) == 1)


def _long(span: Span) -> int:
    return span.end - span.begin
