"""Countries, tied by what their agencies share, and by what they take part in themselves.

A body of several countries, as ESA, stays one actor, unless it is rolled up to its member states.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.views import agencies
from kg.views.shared import Reader, Shared
from kg.views.spec import ViewSpec
from kg.vocab import SKG


def rows(reader: Reader) -> Iterator[Shared]:
    """Yield what ties agencies and countries; agencies are rolled up later, by the day."""
    return agencies.shared_by(reader, reader.instances(SKG.Agency, SKG.Country))


VIEW: Final = ViewSpec(
    "countries",
    "Countries, tied by what their agencies share; ESA and its like stay one actor.",
    agencies.KINDS,
    rows,
    countries=True,
)
