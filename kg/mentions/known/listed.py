"""Names that count because others do: listed with ones that count, or counted elsewhere in the text."""

from __future__ import annotations

from collections.abc import Sequence

from kg.anchors import plain
from kg.authority import Hit
from kg.mentions.known.occurrence import Occurrence
from kg.patterns import expression


def with_listed(every: Sequence[Occurrence], counted: Sequence[Hit]) -> list[Hit]:
    """Return what counts of all names: what does already, and those that are let count with it."""
    told = {s.key for hit in counted for s in hit.senses}
    sure = list(counted)
    for order in (range(1, len(every)), range(len(every) - 2, -1, -1)):
        for i in order:
            if not sure[i].senses:
                sure[i] = _joined(every[i], sure[i - order.step], told)
    return sure


def _joined(one: Occurrence, beside: Hit, told: set[str]) -> Hit:
    """Return a name with the senses that have counted, or that fly as what it is listed with does."""
    if plain(one.words) in one.language.set("celestial"):
        return one.hit._replace(senses=())
    listed = _listed(one, beside)
    senses = (s for s in one.hit.senses if s.key in told or (listed and one.flies(s)))
    return one.hit._replace(senses=tuple(senses))


def _listed(one: Occurrence, beside: Hit) -> bool:
    """Tell whether a name is listed with one that flies."""
    if not any(one.flies(s) for s in beside.senses):
        return False
    begin, end = min(one.hit.end, beside.end), max(one.hit.begin, beside.begin)
    between = expression(one.language.code, "mention-known-listed").fullmatch(one.text, begin, end)
    return between is not None and between[0] != " "
