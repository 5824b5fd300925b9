"""What a test needs to know of a server, and how to set its content without our own client."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pyoxigraph import Quad


@dataclass(frozen=True)
class Engine:
    """A running server: its addresses, and who may write to it.

    `load` replaces all that the tests put there by these quads.
    """

    name: str
    query: str
    update: str
    graph_store: str
    load: Callable[[Iterable[Quad]], None] = field(repr=False)
    user: str = ""
    password: str = ""
