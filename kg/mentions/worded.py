"""A language's patterns of names: its words around the shapes that names have in all languages.

In the data files their keys begin with "mention-". What stands there in capitals between angle
brackets is a shape (`<COINED>`) or what the caller fills in (`<HEADS>`); in small letters, a macro,
which stands before those that it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.languages import load
from kg.mentions.capitals import LOWER, UPPER, WORD
from kg.mentions.coined import COINED

_SHAPES = {"<COINED>": COINED, "<WORD>": WORD, "<UPPER>": UPPER, "<LOWER>": LOWER}
_KEY = "mention-"


def source(code: str, name: str) -> str | None:
    """Return the pattern `name` of a language with its shapes still to be filled in, if it has one."""
    language = load(code)
    words = language.patterns.get(_KEY + name)
    return None if words is None else language.expand(words)


@cache
def text(code: str, name: str, **shapes: str) -> str:
    """Return the pattern `name` of a language, its shapes filled in, as a part of a longer one."""
    full = load(code).expand(load(code).patterns[_KEY + name])
    # What the caller fills in may hold shapes itself.
    for shape, value in ({f"<{k.upper()}>": v for k, v in shapes.items()} | _SHAPES).items():
        full = full.replace(shape, value)
    return full


@cache
def pattern(code: str, name: str, *, any_case: bool = False, **shapes: str) -> re.Pattern[str]:
    """Return the pattern `name` of a language, its shapes filled in."""
    return re.compile(text(code, name, **shapes), re.IGNORECASE if any_case else 0)


@cache
def optional(
    code: str, name: str, *, any_case: bool = False, **shapes: str
) -> re.Pattern[str] | None:
    """Return the pattern `name` of a language; None where it has no such way of saying it."""
    if _KEY + name not in load(code).patterns:
        return None
    return pattern(code, name, any_case=any_case, **shapes)


def matches(code: str, name: str, words: str) -> Iterator[re.Match[str]]:
    """Return the matches of the pattern `name` in a text; none where a language has none such."""
    found = optional(code, name)
    return iter(()) if found is None else found.finditer(words)


def named(code: str, prefix: str) -> Iterator[str]:
    """Yield the names of a language's patterns that begin so, in the order of its file."""
    for key in load(code).patterns:
        if key.startswith(_KEY + prefix):
            yield key.removeprefix(_KEY)


@cache
def heads(code: str, head: str) -> str:
    """Return the nouns of a class of names as alternatives, to be filled in."""
    return load(code).alternatives(f"{head}-head")
