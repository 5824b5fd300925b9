"""One way to break the valid graph."""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """Triples to add and to take away, and the constraint and words that must follow."""

    shape: str
    component: str
    words: str
    plus: str = ""
    minus: str = ""
