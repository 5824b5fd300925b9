"""Agencies and the programmes and missions that they take part in: a two-mode network.

An edge counts in which roles the agency takes part, and the missions and payloads of the
programme that it takes part in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.views.about import wholes
from kg.views.agencies import TAKES_PART
from kg.views.shared import Members, Reader, Shared, by_facts
from kg.views.spec import ViewSpec
from kg.vocab import SKG

_ROLES: Final = (
    ("leads", SKG.leads),
    ("participates", SKG.participatesIn),
    ("contributes", SKG.contributes),
)
_THINGS: Final = (SKG.Mission, SKG.Programme)


def rows(reader: Reader) -> Iterator[Shared]:
    """Yield what agencies take part in, and the programmes that it is part of."""
    agencies = reader.instances(SKG.Agency)
    for kind, role in _ROLES:
        for shared in by_facts(reader, kind, (*_THINGS, SKG.Payload), (role,), agencies):
            yield _tied(shared, kind, shared.thing)
    above, programmes = wholes(reader), reader.instances(SKG.Programme)
    parts = (SKG.Mission, SKG.Programme, SKG.Payload)
    for shared in by_facts(reader, "missions", parts, TAKES_PART, agencies):
        for whole in sorted(above.get(shared.thing, set()) & programmes.keys()):
            yield _tied(shared, "missions", whole)


def _tied(shared: Shared, kind: str, to: str) -> Shared:
    sources = frozenset().union(*shared.members.values())
    others: Members = {to: sources}
    return Shared(kind, shared.thing, shared.members, others)


VIEW: Final = ViewSpec(
    "agency-programme",
    "Agencies and the programmes and missions that they take part in (two-mode).",
    ("leads", "participates", "contributes", "missions"),
    rows,
    two_mode=True,
)
