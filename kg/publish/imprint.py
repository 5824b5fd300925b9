"""What the publisher of a site says of it, which no store can know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who publishes, where to write to, where questions are answered, what was there before.

    `contact` is a web or mail address, `endpoint` that of a SPARQL service, `previous` the
    address of the dataset's previous version; None where there is none.
    """

    publisher: str = "The spacekg authors"
    contact: str | None = None
    endpoint: str | None = None
    previous: str | None = None
