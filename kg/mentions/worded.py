"""A language's patterns of names: its words around the shapes that names have in all languages.

In the data files their keys begin with "mention-". What stands there in capitals between angle
brackets is a shape (`<COINED>`) or what the caller fills in (`<HEADS>`); in small letters, a macro,
which stands before those that it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.gates import Gate
from kg.languages import load
from kg.patterns import name_gate, shut

_KEY = "mention-"


def source(code: str, name: str) -> str:
    """Return the pattern `name` of a language with its shapes still to be filled in."""
    language = load(code)
    return language.expand(language.patterns[_KEY + name])


def has(code: str, name: str) -> bool:
    """Tell whether a language has the pattern `name`."""
    return _KEY + name in load(code).patterns


@cache
def pattern(code: str, name: str, *, any_case: bool = False, **shapes: str) -> Gate:
    """Return the pattern `name` of a language, its shapes and what the caller has filled in.

    It matches nowhere where the language has no such way of saying it.
    """
    if not has(code, name):
        return shut(code)
    full = source(code, name)
    for key, value in shapes.items():
        full = full.replace(f"<{key.upper()}>", value)
    return name_gate(full, code, any_case=any_case)


def matches(code: str, name: str, words: str) -> Iterator[re.Match[str]]:
    """Return the matches of the pattern `name` in a text; none where a language has none such."""
    return pattern(code, name).finditer(words)


def named(code: str, prefix: str) -> Iterator[str]:
    """Yield the names of a language's patterns that begin so, in the order of its file."""
    for key in load(code).patterns:
        if key.startswith(_KEY + prefix):
            yield key.removeprefix(_KEY)


@cache
def heads(code: str, head: str) -> str:
    """Return the nouns of a class of names as alternatives, to be filled in."""
    return load(code).alternatives(f"{head}-head")
