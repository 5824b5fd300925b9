"""Persons, tied by the meetings that they attended and the agreements that they signed together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.views.agencies import MEETINGS, PRESENT
from kg.views.shared import Reader, Shared, by_events
from kg.views.spec import ViewSpec
from kg.vocab import SKG


def rows(reader: Reader) -> Iterator[Shared]:
    """Yield what ties persons; whoever only looks on does not sign."""
    persons = reader.instances(SKG.Person)
    yield from by_events(reader, "meetings", MEETINGS, PRESENT, persons)
    signing = (SKG.AgreementSigning,)
    yield from by_events(reader, "signings", signing, (SKG.participant,), persons)


VIEW: Final = ViewSpec(
    "persons",
    "Persons, tied by meetings and by agreements signed together.",
    ("meetings", "signings"),
    rows,
)
