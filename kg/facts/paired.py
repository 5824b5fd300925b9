"""Words that tell apart two things named together: "X and Y, the former built by A, the latter by B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.encoding import Mark, free
from kg.model import Span
from kg.patterns import expression

_SORTS = {"M": "M", "Y": "Y", "A": "B", "O": "B"}
_WIDE = 60


def told_apart(
    text: str, span: Span, here: Sequence[Mark], before: Sequence[Sequence[Mark]], code: str
) -> Iterator[Mark]:
    """Yield marks for "the former" and "the latter" where a sentence says both of two things."""
    first = expression(code, "anaphor-former", any_case=True).search(text, span.begin, span.end)
    if first is None:
        yield from _later_turn(text, span, here, before, code)
        return
    earlier = [m for m in here if m.span.end <= first.start()]
    pair = _pair(text, earlier, code) or _pair(text, before[-1] if before else (), code)
    if pair is None:
        return
    second = expression(code, "anaphor-second", any_case=True)
    found = second.search(text, first.end(), span.end)
    for match, meant in ((first, pair[0]), (found, pair[1])):
        if match is not None and free(Span(*match.span()), here):
            yield Mark(Span(*match.span()), meant.code, meant.number)


def _later_turn(
    text: str, span: Span, here: Sequence[Mark], before: Sequence[Sequence[Mark]], code: str
) -> Iterator[Mark]:
    """Yield a mark for "the latter" of which the sentence before told "the former": the pair stands before that."""
    found = expression(code, "anaphor-second", any_case=True).search(text, span.begin, span.end)
    if found is None or len(before) < len(("pair", "former")):
        return
    pair, former = _pair(text, before[-2], code), expression(code, "anaphor-former", any_case=True)
    words = Span(*found.span())
    told = pair is not None and any(
        m.number == pair[0].number and former.match(text, m.span.begin) for m in before[-1]
    )
    if pair is not None and told and free(words, here):
        yield Mark(words, pair[1].code, pair[1].number)


def latter(
    text: str, span: Span, here: Sequence[Mark], before: Sequence[Sequence[Mark]], code: str
) -> Iterator[Mark]:
    """Yield marks for "ce dernier" and "celle-ci": what was named last before them."""
    pattern = expression(code, "anaphor-latter", any_case=True)
    for match in pattern.finditer(text, span.begin, span.end):
        words = Span(*match.span())
        earlier = [m for m in here if m.span.end <= words.begin] or [*before[-1:], []][0]
        named = [m for m in earlier if m.code in "AOPMYG"] or [m for m in earlier if m.code == "V"]
        if named and free(words, here):
            yield Mark(words, named[-1].code, named[-1].number)


def _pair(text: str, marks: Sequence[Mark], code: str) -> tuple[Mark, Mark] | None:
    """Return the last two things of a sort that are named as "X and Y"."""
    joint = expression(code, "anaphor-joint")
    for one, other in reversed([*pairwise(marks)]):
        alike = one.number != other.number and _SORTS.get(one.code) == _SORTS.get(other.code, "")
        near = other.span.begin - one.span.end <= _WIDE
        if alike and near and joint.fullmatch(text, one.span.end, other.span.begin):
            return one, other
    return None
