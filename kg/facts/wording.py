"""The patterns of one reader of events, as the language's data file gives them."""

from __future__ import annotations

import re
from functools import cache

from kg.encoding import compile_pattern
from kg.languages import load


@cache
def shapes(code: str, reader: str) -> dict[str, re.Pattern[str]]:
    """Return the compiled patterns whose names begin with `reader`, by the rest of their names."""
    start = f"{reader}-"
    language = load(code)
    return {
        name.removeprefix(start): compile_pattern(language.expand(text))
        for name, text in language.patterns.items()
        if name.startswith(start)
    }
