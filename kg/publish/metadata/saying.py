"""Statements about one thing, written as a table of properties and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from kg.vocab import XSD

Value: TypeAlias = NamedNode | Literal


def said(it: str, told: Mapping[str, Sequence[Value]]) -> Iterator[Triple]:
    """Yield a statement for each value."""
    for property_, values in told.items():
        for value in values:
            yield Triple(NamedNode(it), NamedNode(property_), value)


def links(*iris: str | None) -> list[Value]:
    """Return IRIs as values; None is none."""
    return [NamedNode(iri) for iri in iris if iri is not None]


def texts(**by_language: str) -> list[Value]:
    """Return texts as values, each with its language."""
    return [Literal(text, language=language) for language, text in by_language.items()]


def text(value: str) -> list[Value]:
    """Return a text of no language."""
    return [Literal(value)]


def number(value: int, datatype: str = XSD.integer) -> list[Value]:
    """Return a count."""
    return [Literal(str(value), datatype=NamedNode(datatype))]


def day(value: date | None) -> list[Value]:
    """Return a day; None is none."""
    return [] if value is None else [Literal(value.isoformat(), datatype=NamedNode(XSD.date))]
