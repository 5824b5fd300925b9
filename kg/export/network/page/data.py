"""What the page's program knows of each node and tie, each sentence written once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from kg.export.network.columns import flatten, written
from kg.export.network.drawing.picture import Picture
from kg.export.plain import dump

SAID: Final = frozenset(("iri", "label", "class", "quotes"))
"""Attributes that have a place of their own; all others are shown as name and value."""

Quote = tuple[str, str, str]


def data(picture: Picture) -> str:
    """Return the data as JSON that may stand in a `script` element: no `<` in it."""
    graph, keys = picture.part.graph, [mark.key for mark in picture.marks]
    quotes: dict[Quote, int] = {}
    nodes = [
        {"name": mark.name, "class": mark.class_, **_told(graph.nodes[mark.key], quotes)}
        for mark in picture.marks
    ]
    ties = [
        {
            "ends": [line.source, line.target],
            **_told(graph.edges[keys[line.source], keys[line.target]], quotes),
        }
        for line in picture.lines
    ]
    told = {"directed": picture.is_directed, "nodes": nodes, "ties": ties, "quotes": list(quotes)}
    return dump(told).replace("<", "\\u003c")


def _told(values: Mapping[str, Any], quotes: dict[Quote, int]) -> dict[str, Any]:
    return {
        "iri": str(values.get("iri") or ""),
        "facts": facts(values),
        "quotes": [quotes.setdefault(quote, len(quotes)) for quote in said(values)],
    }


def facts(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return what is told of a node or tie beside its name and its sentences."""
    given = flatten({name: value for name, value in values.items() if name not in SAID})
    return [
        (name.replace("_", " "), f"{value:g}" if isinstance(value, float) else written(value))
        for name, value in given.items()
        if value != ""
    ]


def said(values: Mapping[str, Any]) -> list[Quote]:
    """Return the sentences of a node or tie: the words, the IRI of the release, its day."""
    return [
        (str(q.get("text", "")), str(q.get("release", "")), str(q.get("issued", "")))
        for q in values.get("quotes") or ()
    ]
