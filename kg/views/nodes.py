"""Nodes that point at a thing (events, posts, claims) with all that they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import NamedNode

from kg.store.asking import PROLOGUE, ask, batches, values
from kg.store.base import Term, View
from kg.store.results import lexical

_POINTING: Final = """
SELECT DISTINCT ?node ?property ?value WHERE {{
  {roles}
  ?node ?role ?it ; ?property ?value .
}}"""
_ITSELF: Final = """
SELECT DISTINCT ?it ?property ?value WHERE { ?it ?property ?value }"""
_CLAIMS: Final = """
SELECT DISTINCT ?node ?property ?value WHERE {{
  GRAPH ?graph {{ ?node {role} ?it ; a skg:Claim ; ?property ?value . }}
}}"""
_QUOTES: Final = """
SELECT DISTINCT ?span ?quote WHERE {{
  {spans}
  GRAPH ?graph {{ ?span nif:anchorOf ?quote }}
}}"""


@dataclass(frozen=True, slots=True)
class Node:
    """A node and what it says, its values sorted."""

    iri: str
    said: Mapping[str, list[Term]] = field(default_factory=dict)

    def all(self, property_: str) -> tuple[str, ...]:
        """Return the values of a property as text."""
        return tuple(lexical(term) for term in self.said.get(property_, ()))

    def one(self, property_: str) -> str:
        """Return the first value of a property as text, or "" where there is none."""
        return next(iter(self.all(property_)), "")


def itself(view: View, iri: str) -> Node:
    """Return the thing as a node, from the default graph."""
    return next(iter(_nodes(view, _ITSELF, iri)), Node(iri))


def pointing(view: View, iri: str, roles: Iterable[str]) -> list[Node]:
    """Return the nodes of the default graph that have the thing in one of these roles."""
    return _nodes(view, _POINTING.format(roles=values("role", roles)), iri)


def claims(view: View, iri: str, role: str) -> list[Node]:
    """Return the claims that have the thing as their `role`, from the evidence graphs."""
    return _nodes(view, _CLAIMS.format(role=NamedNode(role)), iri)


def quotes(view: View, spans: Iterable[str]) -> dict[str, str]:
    """Return the words at each of these text spans."""
    rows = (
        row
        for batch in batches(spans)
        for row in ask(view, _QUOTES.format(spans=values("span", batch)))
    )
    return {row[0]: row[1] for row in rows}


def _nodes(view: View, query: str, iri: str) -> list[Node]:
    found: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    rows = view.select(PROLOGUE + query, {"it": NamedNode(iri)}).rows
    for node, property_, value in sorted(rows, key=str):
        if node is not None and property_ is not None and value is not None:
            found[lexical(node)][lexical(property_)].append(value)
    return [Node(node, found[node]) for node in sorted(found)]
