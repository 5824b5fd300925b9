"""Which releases say the same in two languages: same publisher and day, shared entities and events.

Of two versions the one whose language code comes later is called the translation of the other
("fr" of "en"): so the link stands in one graph, whichever of the two is admitted first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode, Triple

from kg.model import ReleaseGraph
from kg.store.base import View
from kg.store.graphs import Graphs
from kg.vocab import DCTERMS, RDF, SKG

_LINK = NamedNode(SKG.translationOf)
_THINGS = {SKG[kind] for kind in ("Actor", "Endeavour", "LaunchVehicle", "Place")}
# Two short releases of one day may share their publisher and its country, and nothing else.
_FEWEST = 4
_VERSIONS = f"""
SELECT DISTINCT ?other ?language WHERE {{
  ?other <{DCTERMS.issued}> ?issued ; <{DCTERMS.publisher}> ?publisher .
  ?other <{DCTERMS.language}> ?language .
}}
"""


@dataclass(frozen=True, slots=True)
class Content:
    """What a release is about, whatever its language."""

    release: NamedNode
    language: str
    issued: Literal | None
    publisher: NamedNode | None
    things: frozenset[str]
    events: frozenset[str]


def content(release: str, facts: Iterable[Triple]) -> Content:
    """Return what the facts of a release are about."""
    things, events = set(), set()
    header: dict[str, NamedNode | Literal] = {}
    for triple in facts:
        subject, other = triple.subject, triple.object
        if not isinstance(subject, NamedNode) or not isinstance(other, NamedNode | Literal):
            continue
        if subject.value == release:
            header[triple.predicate.value] = other
        elif triple.predicate.value == RDF.type and other.value in _THINGS:
            things.add(subject.value)
        elif triple.predicate.value == RDF.type and other.value == SKG.Event:
            events.add(subject.value)
    issued, publisher = header.get(DCTERMS.issued), header.get(DCTERMS.publisher)
    return Content(
        release=NamedNode(release),
        language=header[DCTERMS.language].value if DCTERMS.language in header else "",
        issued=issued if isinstance(issued, Literal) else None,
        publisher=publisher if isinstance(publisher, NamedNode) else None,
        things=frozenset(things),
        events=frozenset(events),
    )


def agree(one: Content, other: Content) -> bool:
    """Tell whether two releases of one publisher and day say the same in two languages."""
    if one.language == other.language or (one.issued, one.publisher) != (
        other.issued,
        other.publisher,
    ):
        return False
    shared = len(one.things & other.things)
    if shared < _FEWEST or 2 * shared < max(len(one.things), len(other.things)):
        return False
    return bool(one.events & other.events) or not (one.events or other.events)


def linked(graph: ReleaseGraph, view: View) -> ReleaseGraph:
    """Return the graph of a release with links to those that it is a translation of."""
    own = content(graph.release, graph.facts)
    originals = (o for o in _versions(own, view) if o.language < own.language and agree(own, o))
    return _with_links(graph, originals)


def translated(graph: ReleaseGraph, view: View) -> Iterator[ReleaseGraph]:
    """Yield the graphs that have to change because `graph` is now in the store as it is."""
    own = content(graph.release, graph.facts)
    for other in _versions(own, view):
        if other.language > own.language:
            stored = _stored(other.release, view)
            now = linked(stored, view)
            if now != stored:
                yield now


def _versions(own: Content, view: View) -> list[Content]:
    """Return the releases of the same publisher and day in other languages, sorted by IRI."""
    if own.issued is None or own.publisher is None:
        return []
    rows = view.select(_VERSIONS, {"issued": own.issued, "publisher": own.publisher}).rows
    found = sorted(
        other.value
        for other, language in rows
        if isinstance(other, NamedNode) and language != Literal(own.language)
    )
    return [content(release, _facts(NamedNode(release), view)) for release in found]


def _facts(release: NamedNode, view: View) -> list[Triple]:
    return [q.triple for q in view.quads(Graphs(view.base).facts(release.value))]


def _stored(release: NamedNode, view: View) -> ReleaseGraph:
    graphs = Graphs(view.base)
    facts, evidence = graphs.facts(release.value), graphs.evidence(release.value)
    return ReleaseGraph(
        release=release.value,
        facts_graph=facts.value,
        evidence_graph=evidence.value,
        facts=_sorted(q.triple for q in view.quads(facts)),
        evidence=_sorted(q.triple for q in view.quads(evidence)),
    )


def _with_links(graph: ReleaseGraph, originals: Iterable[Content]) -> ReleaseGraph:
    kept = (t for t in graph.facts if t.predicate != _LINK)
    links = (Triple(NamedNode(graph.release), _LINK, o.release) for o in originals)
    return replace(graph, facts=_sorted((*kept, *links)))


def _sorted(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    return tuple(sorted(triples, key=str))
