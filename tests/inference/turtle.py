"""Triples written short, for the tests of this room."""

from __future__ import annotations

from pyoxigraph import RdfFormat, Triple, parse

PREFIXES = """
@prefix : <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


def triples(turtle: str) -> frozenset[Triple]:
    """Return the triples of a piece of Turtle."""
    return frozenset(q.triple for q in parse(PREFIXES + turtle, RdfFormat.TURTLE))
