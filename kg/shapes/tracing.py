"""Finds the words of a release that a result is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import Triple

from kg.model import Span
from kg.shapes import source
from kg.shapes.results import Finding, Result, Term
from kg.vocab import ITSRDF, NIF, RDF, SKG


def trace(triples: Iterable[Triple], results: Iterable[Result]) -> tuple[Finding, ...]:
    """Return the results with their messages and, where there are such, the words they are about."""
    words, messages = _Words(triples), source.messages()
    return tuple(
        Finding(result, messages[result.shape], *(words.about(result) or ())) for result in results
    )


class _Words:
    """Finds the spans of a graph: those that show a claim, an event, a post or an entity."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._objects: dict[str, dict[Term, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, node in triples:
            self._objects[predicate.value][subject].append(node)
        self._mentions = self._inverse(ITSRDF.taIdentRef)
        self._claims = self._inverse(RDF.subject)

    def about(self, result: Result) -> tuple[Span, str] | None:
        """Return the closest words: the claim's, else the focus's own, else where it is named."""
        claims = self._claims.get(result.focus, ())
        sources: tuple[Iterable[Term], ...] = (
            self._shown(claim for claim in claims if self._says(claim, result)),
            [result.focus],
            [result.value] if result.value else (),
            self._shown([result.focus]),
            self._mentions.get(result.focus, ()),
            self._shown(claims),
        )
        found = (min(filter(None, map(self._words, nodes)), default=None) for nodes in sources)
        return next(filter(None, found), None)

    def _inverse(self, predicate: str) -> dict[Term, list[Term]]:
        subjects: dict[Term, list[Term]] = defaultdict(list)
        for subject, objects in self._objects[predicate].items():
            for node in objects:
                subjects[node].append(subject)
        return subjects

    def _says(self, claim: Term, result: Result) -> bool:
        return result.path in self._of(claim, RDF.predicate) and (
            result.value is None or result.value in self._of(claim, RDF.object)
        )

    def _shown(self, nodes: Iterable[Term]) -> Iterator[Term]:
        return chain.from_iterable(self._of(node, SKG.evidence) for node in nodes)

    def _of(self, node: Term, predicate: str) -> list[Term]:
        return self._objects[predicate].get(node, [])

    def _words(self, node: Term) -> tuple[Span, str] | None:
        wanted = (NIF.beginIndex, NIF.endIndex, NIF.anchorOf)
        begin, end, quote = ("".join(t.value for t in self._of(node, p)[:1]) for p in wanted)
        if not (begin.isdecimal() and end.isdecimal() and quote):
            return None
        return Span(int(begin), int(end)), quote
