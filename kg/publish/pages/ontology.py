"""The ontology's page: every term with its label and definition, each at its own anchor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from kg.publish.documents.document import Document
from kg.publish.pages.setting import Ref, Refs, Setting
from kg.publish.terms import DCT, DECLARED
from kg.store.base import Term
from kg.views.nodes import Node
from kg.vocab import OWL, RDF, RDFS, SKG, SKOS

# The kinds of terms, by the texts that head them; a term is of the first kind that fits.
KINDS: Final = (
    ("classes", (DECLARED.Class,)),
    ("relations", (DECLARED.ObjectProperty,)),
    ("values", (DECLARED.DatatypeProperty,)),
    ("annotations", (DECLARED.AnnotationProperty,)),
)
_LINKS: Final = (
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    RDFS.domain,
    RDFS.range,
    OWL.inverseOf,
    RDFS.seeAlso,
)


@dataclass(frozen=True, slots=True)
class Described:
    """A term: its anchor, labels and definitions by language, and what it is tied to."""

    anchor: str
    iri: str
    labels: tuple[tuple[str, str], ...]
    definitions: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, tuple[Ref, ...]], ...]


def prepare(document: Document, setting: Setting) -> Mapping[str, Any]:
    """Return the terms in their groups, and what the ontology says of itself."""
    nodes = _nodes(document)
    terms = [node for iri, node in nodes.items() if iri.startswith(SKG.iri) and iri != SKG.iri]
    refs = setting.refs(iri for node in terms for p in _LINKS for iri in node.all(p))
    groups: dict[str, list[Described]] = {n: [] for n in (*(name for name, _ in KINDS), "others")}
    for node in terms:
        groups[_kind(node)].append(_described(node, refs, setting))
    itself = nodes.get(document.about, Node(document.about))
    titles = dict(_by_language(itself, DCT.title, setting))
    told = _by_language(itself, DCT.description, setting)
    return {
        "heading": titles.get(setting.language, document.title),
        "description": next((text for _, text in told), ""),
        "version": itself.one(OWL.versionInfo),
        "groups": [(name, some) for name, some in groups.items() if some],
    }


def _nodes(document: Document) -> dict[str, Node]:
    found: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for triple in document.triples:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            found[triple.subject.value][triple.predicate.value].append(triple.object)
    return {iri: Node(iri, found[iri]) for iri in sorted(found)}


def _kind(node: Node) -> str:
    types = set(node.all(RDF.type))
    return next((name for name, kinds in KINDS if types & set(kinds)), "others")


def _described(node: Node, refs: Refs, setting: Setting) -> Described:
    links = ((p, tuple(refs[iri] for iri in node.all(p))) for p in _LINKS)
    return Described(
        anchor=node.iri.removeprefix(SKG.iri),
        iri=node.iri,
        labels=_by_language(node, RDFS.label, setting),
        definitions=_by_language(node, SKOS.definition, setting),
        links=tuple((p.rpartition("#")[2], some) for p, some in links if some),
    )


def _by_language(node: Node, property_: str, setting: Setting) -> tuple[tuple[str, str], ...]:
    """Return language and text of each value, the page's language first."""
    found = [(term.language or "", term.value) for term in node.said.get(property_, ())
             if isinstance(term, Literal)]  # fmt: skip
    return tuple(sorted(found, key=lambda told: (told[0] != setting.language, told)))
