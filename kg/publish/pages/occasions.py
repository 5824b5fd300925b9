"""Events and posts that point at a thing, as its page tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from kg.publish.pages.proof import Proof, quotes, sources
from kg.publish.pages.setting import Ref, Refs, Setting
from kg.store.asking import PROLOGUE, batches, values
from kg.store.base import Term
from kg.store.results import lexical
from kg.views.explain import EVENTS
from kg.views.nodes import Node
from kg.views.statements import ROLES
from kg.vocab import ORG, RDF, SKG

_NODES: Final = "SELECT ?it ?property ?value WHERE {{ {things} ?it ?property ?value }}"


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its day as text, what it is, who and what had which part in it."""

    thing: Ref
    kind: Ref
    date: str
    day: str
    statuses: tuple[str, ...]
    roles: tuple[tuple[Ref, tuple[Ref, ...]], ...]
    proof: Proof


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a person holds as of a day."""

    person: Ref
    organisation: Ref | None
    title: str
    as_of: str
    proof: Proof


def read(setting: Setting, iris: Iterable[str]) -> list[Node]:
    """Return what the default graph says of each of these."""
    found: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for batch in batches(iris):
        query = PROLOGUE + _NODES.format(things=values("it", batch))
        for it, property_, value in sorted(setting.store.view.select(query).rows, key=str):
            assert it is not None
            assert property_ is not None
            assert value is not None
            found[lexical(it)][lexical(property_)].append(value)
    return [Node(iri, found[iri]) for iri in sorted(found)]


def kind(node: Node) -> str:
    """Return the narrowest class of an event; "" if the node is none."""
    classes = node.all(RDF.type)
    return next((class_ for class_ in reversed(EVENTS) if class_ in classes), "")


def is_post(node: Node) -> bool:
    """Tell whether the node is a post that somebody holds."""
    return ORG.Membership in node.all(RDF.type) and bool(node.one(ORG.member))


def ends(found: Iterable[Node]) -> set[str]:
    """Return the IRIs that need a label."""
    links = (*ROLES, RDF.type, ORG.member, ORG.organization)
    return {iri for node in found for iri in (node.iri, *links, *(i for p in links for i in node.all(p)))}  # fmt: skip


def tell(
    setting: Setting, found: Sequence[Node], refs: Refs
) -> tuple[tuple[Event, ...], tuple[Post, ...]]:
    """Return events, the newest first, and posts by person."""
    behind = _proofs(setting, found)
    events = [_event(setting, node, refs, behind) for node in found if kind(node)]
    posts = [_post(setting, node, refs, behind) for node in found if is_post(node)]
    return (
        tuple(sorted(events, key=lambda e: (e.date, e.thing.iri), reverse=True)),
        tuple(sorted(posts, key=lambda p: (p.person.label, p.title, p.as_of))),
    )


def _proofs(setting: Setting, found: Sequence[Node]) -> dict[str, Proof]:
    """Return the words that show each node; of what shows none, who states its class."""
    spans = {node.iri: node.all(SKG.evidence) for node in found}
    silent = {
        node.iri: Triple(NamedNode(node.iri), NamedNode(RDF.type), NamedNode(node.one(RDF.type)))
        for node in found
        if not spans[node.iri]
    }
    said = sources(setting, list(silent.values()))
    told = quotes(setting, (span for some in spans.values() for span in some),
                  (release for _, release in said.values() if release))  # fmt: skip
    return {
        iri: told.proof((span, "") for span in some) if some else told.stated(*said[silent[iri]])
        for iri, some in spans.items()
    }


def _event(setting: Setting, node: Node, refs: Refs, proof: Mapping[str, Proof]) -> Event:
    date = node.one(SKG.date)
    parts = [(refs[role], tuple(refs[iri] for iri in node.all(role))) for role in ROLES]
    return Event(
        thing=refs[node.iri],
        kind=refs[kind(node)],
        date=date,
        day=setting.day(date, node.one(SKG.datePrecision)),
        statuses=node.all(SKG.status),
        roles=tuple(part for part in parts if part[1]),
        proof=proof[node.iri],
    )


def _post(setting: Setting, node: Node, refs: Refs, proof: Mapping[str, Proof]) -> Post:
    organisation = node.one(ORG.organization)
    titles = {
        term.language: term.value
        for term in node.said.get(SKG.title, ())
        if isinstance(term, Literal)
    }
    best = next((titles[lang] for lang in setting.languages() if lang in titles), "")
    return Post(
        person=refs[node.one(ORG.member)],
        organisation=refs[organisation] if organisation else None,
        title=best or node.one(SKG.title),
        as_of=node.one(SKG.asOf),
        proof=proof[node.iri],
    )
