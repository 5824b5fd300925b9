"""The shapes that ship with the package, as one text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pyoxigraph import RdfFormat, parse

from kg import resources
from kg.shapes.results import SH


@cache
def text() -> str:
    """Return all shapes as one Turtle document; each file declares its own prefixes."""
    return "\n".join(p.read_text(encoding="utf-8") for p in resources.files("shapes", ".ttl"))


@cache
def messages() -> Mapping[str, str]:
    """Return the message of each named shape."""
    return {
        triple.subject.value: triple.object.value
        for triple in parse(text(), format=RdfFormat.TURTLE)
        if triple.predicate.value == f"{SH}message"
    }
