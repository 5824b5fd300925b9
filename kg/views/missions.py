"""Missions, tied through the agencies that take part in both.

An agency of n missions ties each two of them by 1/(n-1): what the largest agencies do is no
family of missions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from kg.views.agencies import TAKES_PART
from kg.views.shared import Members, Reader, Shared
from kg.views.spec import ViewSpec
from kg.vocab import SKG


def rows(reader: Reader) -> Iterator[Shared]:
    """Yield the agencies, each with its missions."""
    agencies, missions = reader.instances(SKG.Agency), reader.instances(SKG.Mission)
    found: dict[str, Members] = defaultdict(dict)
    for (agency, mission), sources in reader.facts(*TAKES_PART).items():
        if agency in agencies and mission in missions:
            found[agency][mission] = sources
    for agency in sorted(found):
        yield Shared("agencies", agency, found[agency], spread=True)


VIEW: Final = ViewSpec(
    "missions", "Missions, tied through the agencies that take part in both.", ("agencies",), rows
)
