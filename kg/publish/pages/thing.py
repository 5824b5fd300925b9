"""The page of a thing: what is said of it, by whom, and in which words.

All that it shows is bounded: a page of the statements from it, a page of those to it, a few
sentences of each. So the page of a hub costs no more than that of others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Triple

from kg.publish.documents.document import Document
from kg.publish.pages import facts, occasions, proof
from kg.publish.pages.facts import Group
from kg.publish.pages.neighbours import Picture, picture
from kg.publish.pages.setting import Refs, Setting
from kg.store.asking import PROLOGUE
from kg.views.nodes import Node
from kg.views.statements import NAMES, ROLES
from kg.vocab import ORG, OWL, RDF, RDFS, SKG

# Told in the head of the page, with events or with posts.
APART: Final = frozenset((RDF.type, OWL.sameAs, SKG.evidence, *NAMES))
ANY_NAME: Final = frozenset(NAMES)
_MOST: Final = 50
_WIDE: Final = (SKG.Meeting, SKG.Organisation, SKG.Actor, SKG.Endeavour, SKG.Event, SKG.Place)
_DISCUSSED: Final = f"""
SELECT DISTINCT ?subject ?predicate ?object WHERE {{
  GRAPH ?graph {{
    {{ ?claim rdf:subject ?it }} UNION {{ ?claim rdf:object ?it }}
    ?claim skg:status "discussed" ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object
  }}
  FILTER NOT EXISTS {{ ?subject ?predicate ?object }}
}} ORDER BY ?predicate ?subject ?object LIMIT {_MOST}"""


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The statements of a document by where the page tells them."""

    own: list[Triple]
    facts: list[Triple]
    names: list[Triple]
    nodes: list[Node]


def prepare(document: Document, setting: Setting) -> Mapping[str, Any]:
    """Return what the template needs beyond the document."""
    it = _sorted(document, setting)
    considered = _discussed(document, setting) if document.context["page"] == 1 else []
    told = [*it.facts, *it.names]
    refs = setting.refs(
        {document.about, *_values(it.own, RDF.type)}
        | facts.ends([*told, *considered])
        | occasions.ends(it.nodes)
    )
    behind = proof.proofs(setting, document.about, [*told, *considered])
    groups = facts.groups(it.facts, document.about, refs, behind)
    events, posts = occasions.tell(setting, it.nodes, refs)
    ref = refs[document.about]
    return {
        "heading": ref.label,
        "ref": ref,
        "names": _names(it.names, ref.label, behind),
        "kinds": _kinds(it.own, refs),
        "same_as": sorted(_values(it.own, OWL.sameAs)),
        "groups_of": groups,
        "events": events,
        "posts": posts,
        "discussed": facts.groups(considered, document.about, refs, behind),
        "picture": _picture(groups, events, ref.label),
    }


def _sorted(document: Document, setting: Setting) -> _Sorted:
    about = NamedNode(document.about)
    own = [t for t in document.triples if t.subject == about]
    others = [
        t for t in document.triples if t.object == about and not _is_frame(t, document, setting)
    ]
    pointing = {t.subject.value for t in others if t.predicate.value in _OF_NODES
                and isinstance(t.subject, NamedNode)}  # fmt: skip
    found = occasions.read(setting, pointing)
    apart = [node for node in found if occasions.kind(node) or occasions.is_post(node)]
    elsewhere = {node.iri for node in apart}
    return _Sorted(
        own=own,
        facts=[t for t in own if t.predicate.value not in APART]
        + [t for t in others if not (_subject(t) in elsewhere and t.predicate.value in _OF_NODES)],
        names=[t for t in own if t.predicate.value in ANY_NAME],
        nodes=apart,
    )


_OF_NODES: Final = frozenset((*ROLES, ORG.member, ORG.organization))


def _is_frame(triple: Triple, document: Document, setting: Setting) -> bool:
    """Tell whether the document says it of itself."""
    return _subject(triple) == setting.store.addresses.url(document.path)


def _subject(triple: Triple) -> str:
    return triple.subject.value if isinstance(triple.subject, NamedNode) else ""


def _values(own: Iterable[Triple], property_: str) -> list[str]:
    return [t.object.value for t in own if t.predicate.value == property_
            and isinstance(t.object, NamedNode)]  # fmt: skip


def _names(
    triples: Iterable[Triple], heading: str, behind: Mapping[Triple, proof.Proof]
) -> list[tuple[str, str, proof.Proof]]:
    """Return the names with their languages and sources, each once, the usual ones first."""
    found: dict[tuple[str, str], tuple[bool, proof.Proof]] = {}
    for t in triples:
        if isinstance(t.object, Literal):
            key = (t.object.value, t.object.language or "")
            usual = t.predicate.value == RDFS.label
            if key not in found or usual:
                found[key] = (not usual, behind[t])
    ordered = sorted(found.items(), key=lambda item: (item[1][0], item[0]))
    return [(text, language, how) for (text, language), (_, how) in ordered]


def _kinds(own: Iterable[Triple], refs: Refs) -> list[tuple[str, str]]:
    """Return the classes of the ontology with their labels, the narrowest one first."""
    classes = [iri for iri in _values(own, RDF.type) if iri.startswith(SKG.iri)]
    return [(refs[iri].label, iri) for iri in sorted(classes, key=_width)]


def _width(class_: str) -> tuple[int, str]:
    """Sort classes from the narrowest on: these have others below them."""
    return _WIDE.index(class_) + 1 if class_ in _WIDE else 0, class_


def _picture(
    groups: Iterable[Group], events: Iterable[occasions.Event], label: str
) -> Picture | None:
    named = [fact.thing for group in groups for fact in group.facts if fact.thing is not None]
    present = [ref for event in events for _, some in event.roles for ref in some]
    return picture(label, [*named, *present])


def _discussed(document: Document, setting: Setting) -> list[Triple]:
    """Return what releases only consider: claims that no fact stands for."""
    if not proof.is_claimed(setting, document.about):
        return []
    rows = setting.store.view.select(PROLOGUE + _DISCUSSED, {"it": NamedNode(document.about)}).rows
    return [
        Triple(subject, predicate, object_)
        for subject, predicate, object_ in rows
        if isinstance(subject, NamedNode)
        and isinstance(predicate, NamedNode)
        and isinstance(object_, NamedNode | Literal)
    ]
