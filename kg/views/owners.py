"""Whose a mission, payload or programme is.

It is its customers' and operators'; where none is told, of those that lead it, else of those that
take part.
"""

from __future__ import annotations

from collections.abc import Collection

from kg.views.agencies import FLIES_FOR
from kg.views.shared import Reader
from kg.vocab import SKG


class Owners:
    """Tells whose an endeavour is."""

    def __init__(self, reader: Reader) -> None:
        bodies = reader.instances(SKG.Organisation, SKG.Agency)
        for_whom = reader.facts(*FLIES_FOR)
        leaders, members = (
            {(thing, who) for who, thing in reader.facts(*roles)}
            for roles in ((SKG.leads,), (SKG.participatesIn, SKG.contributes))
        )
        self._steps = [_by_thing(pairs, bodies) for pairs in (for_whom, leaders, members)]

    def of(self, endeavour: str) -> set[str]:
        """Return the organisations whose it is, none where nothing is told."""
        return next((step[endeavour] for step in self._steps if endeavour in step), set())


def _by_thing(pairs: Collection[tuple[str, str]], bodies: Collection[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for thing, who in pairs:
        if who in bodies:
            found.setdefault(thing, set()).add(who)
    return found
