"""The patterns of one reader of events, as the language's data file gives them."""

from __future__ import annotations

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
