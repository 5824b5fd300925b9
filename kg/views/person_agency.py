"""Persons and the agencies and other organisations that they work for: a two-mode network.

A post is one as of the day of the release that names it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.views.shared import Reader, Shared, by_facts
from kg.views.spec import ViewSpec
from kg.vocab import ORG, SKG


def rows(reader: Reader) -> Iterator[Shared]:
    """Yield whom persons belong to, and the posts that they hold."""
    persons = reader.instances(SKG.Person)
    bodies = (SKG.Organisation, SKG.Agency)
    for shared in by_facts(reader, "affiliations", bodies, (SKG.affiliatedWith,), persons):
        for person, sources in sorted(shared.members.items()):
            yield Shared("affiliations", shared.thing, {person: sources}, {shared.thing: sources})
    where, told = dict(sorted(reader.links(ORG.organization))), reader.tellings(ORG.Membership)
    for post, person in sorted(reader.links(ORG.member)):
        if person in persons and post in where:
            sources = frozenset(told.get(post, ()))
            yield Shared("posts", post, {person: sources}, {where[post]: sources})


VIEW: Final = ViewSpec(
    "person-agency",
    "Persons and the agencies and organisations that they work for (two-mode).",
    ("affiliations", "posts"),
    rows,
    two_mode=True,
)
