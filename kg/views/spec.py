"""What a view is: a name, the kinds of ties that it counts, and where its rows come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from kg.views.shared import Reader, Shared

ACTORS: Final = ("Person", "Organisation", "Agency")
PLACES: Final = ("Country", "Site")
ENDEAVOURS: Final = ("Payload", "Mission", "Programme")
# Those of which a thing may be several come in the order in which the later one tells more.
CLASSES: Final = (*PLACES, *ENDEAVOURS, *ACTORS)


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """A view: `kinds` are the edge attributes that count ties, `rows` reads what ties.

    A directed view leads from the members of a row to its others; a two-mode one ties them.
    `countries` says that its actors are countries: agencies count as theirs.
    """

    name: str
    summary: str
    kinds: tuple[str, ...]
    rows: Callable[[Reader], Iterable[Shared]]
    directed: bool = False
    two_mode: bool = False
    countries: bool = False
