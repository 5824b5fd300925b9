"""Statements as a page lists them: grouped by property, each with what stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import Literal, NamedNode, Triple

from kg.publish.pages.proof import Proof
from kg.publish.pages.setting import Ref, Refs
from kg.store.results import lexical


@dataclass(frozen=True, slots=True)
class Fact:
    """The other end of a statement, a thing or the text of a literal, and its proof."""

    thing: Ref | None
    text: str
    language: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Group:
    """The statements with one property, from the thing or to it."""

    property: Ref
    incoming: bool
    facts: tuple[Fact, ...]


def groups(
    triples: Iterable[Triple], about: str, refs: Refs, proofs: Mapping[Triple, Proof]
) -> tuple[Group, ...]:
    """Return the statements in groups, each group sorted by what things are called."""
    found = []
    for (incoming, property_), some in _grouped(triples, about):
        facts = [_fact(t, refs, proofs[t], incoming=incoming) for t in some]
        facts.sort(key=lambda f: (f.text.casefold(), f.thing.iri if f.thing else ""))
        found.append(Group(refs[property_], incoming, tuple(facts)))
    return tuple(found)


def ends(triples: Iterable[Triple]) -> set[str]:
    """Return the IRIs that need a label."""
    return {term.value for t in triples for term in (t.subject, t.predicate, t.object)
            if isinstance(term, NamedNode)}  # fmt: skip


def _grouped(
    triples: Iterable[Triple], about: str
) -> Sequence[tuple[tuple[bool, str], list[Triple]]]:
    def key(triple: Triple) -> tuple[bool, str]:
        return triple.subject != NamedNode(about), triple.predicate.value

    ordered = sorted(triples, key=lambda t: (key(t), str(t)))
    return [(group, list(some)) for group, some in groupby(ordered, key)]


def _fact(triple: Triple, refs: Refs, proof: Proof, *, incoming: bool) -> Fact:
    other = triple.subject if incoming else triple.object
    if isinstance(other, NamedNode):
        ref = refs[other.value]
        return Fact(ref, ref.label, ref.language, proof)
    assert isinstance(other, Literal)
    return Fact(None, lexical(other), other.language or "", proof)
