"""What the user says of a release, where its source is silent or wrong."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date

from kg.model import Release


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of every release of a run; None leaves the source's own word."""

    publisher: str | None = None
    issued: date | None = None
    language: str | None = None
    source: str | None = None
    number: str | None = None

    def put_on(self, release: Release) -> Release:
        """Return `release` with what is given in place of what its source says."""
        said = {name: value for name, value in asdict(self).items() if value is not None}
        return replace(release, **said)
