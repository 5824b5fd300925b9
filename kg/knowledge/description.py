"""What a store states of one thing, without the words that say so: quick, and one screen long."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import UnknownNameError
from kg.store.asking import ask
from kg.store.base import View
from kg.views import html, labels
from kg.views.labels import Labels
from kg.vocab import OWL, RDF, RDFS, SKG, SKOS

_OUT = "SELECT ?property ?value WHERE { ?it ?property ?value }"
_IN = "SELECT ?thing ?property WHERE { ?thing ?property ?it }"
_NAMES = frozenset({RDFS.label, SKOS.altLabel, SKG.contextualLabel})
_APART = _NAMES | {RDF.type, OWL.sameAs}


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A statement in words: labels where there are some, the text of a literal."""

    subject: str
    property: str
    object: str


@dataclass(frozen=True, slots=True)
class Description:
    """One thing: `facts` have it as subject or as object, the former first."""

    iri: str
    label: str
    names: tuple[str, ...]
    classes: tuple[str, ...]
    same_as: tuple[str, ...]
    facts: tuple[Fact, ...]

    def _repr_html_(self) -> str:
        rows = [(fact.subject, fact.property, fact.object) for fact in self.facts]
        head = html.heading(self.label, self.iri, self.classes)
        return head + html.table(("subject", "property", "object"), rows)


def describe(view: View, iri: str) -> Description:
    """Return what the default graph states of the thing (UnknownNameError if nothing)."""
    out, into = ask(view, _OUT, it=iri), ask(view, _IN, it=iri)
    if not out and not into:
        raise UnknownNameError(f"{view.where} holds nothing about <{iri}>", "Check its spelling.")
    called = labels.fetch(view, _iris(iri, out, into))
    own = [Fact(called[iri], called[p], _told(v, called)) for p, v in out if p not in _APART]
    others = [Fact(called[thing], called[p], called[iri]) for thing, p in into]
    return Description(
        iri=iri,
        label=called[iri],
        names=tuple(sorted({v for p, v in out if p in _NAMES})),
        classes=tuple(sorted({called[v] for p, v in out if p == RDF.type})),
        same_as=tuple(sorted({v for p, v in out if p == OWL.sameAs})),
        facts=(*sorted(set(own)), *sorted(set(others))),
    )


def _iris(iri: str, out: list[tuple[str, ...]], into: list[tuple[str, ...]]) -> set[str]:
    ends = {cell for row in (*out, *into) for cell in row if _is_iri(cell)}
    return ends | {iri}


def _told(text: str, called: Labels) -> str:
    return called[text] if _is_iri(text) else text


def _is_iri(text: str) -> bool:
    return text.startswith(("http://", "https://")) and " " not in text
