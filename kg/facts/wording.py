"""The patterns of one reader of events or facts, as the language's data file gives them."""

from __future__ import annotations

import re
from functools import cache

from kg.gates import Gate
from kg.languages import load
from kg.patterns import gate


@cache
def shapes(code: str, reader: str) -> dict[str, Gate]:
    """Return the compiled patterns whose names begin with `reader`, by the rest of their names."""
    start = f"{reader}-"
    language = load(code)
    return {
        name.removeprefix(start): gate(language.expand(text), code)
        for name, text in language.patterns.items()
        if name.startswith(start)
    }


def held(match: re.Match[str], letter: str) -> str:
    """Return what a pattern's group of this letter holds; alternatives tell theirs apart: "p", "po"."""
    return next((v for k, v in match.groupdict().items() if k[0] == letter and v), "")
