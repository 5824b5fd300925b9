"""What a mapped release says, asked of its graph as an analyst would, each with its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from kg.model import Release, ReleaseGraph
from kg.pipeline import Mapper
from kg.vocab import DEFAULT_BASE, NIF, ORG, RDF, SKG

_OFFSETS = re.compile(r"/text#char=(\d+),(\d+)$")
Index = dict[str, dict[str, list[str]]]


def value(term: object) -> str:
    """Return an IRI below the base without it, a literal without its type."""
    assert isinstance(term, NamedNode | Literal)
    return term.value.removeprefix(f"{DEFAULT_BASE}id/")


@dataclass(frozen=True)
class Claim:
    """A claim: how real it is said to be, and the words that say it."""

    status: str
    words: str


class Said:
    """The graph of one release, with its text beside it."""

    def __init__(self, text: str, graph: ReleaseGraph) -> None:
        self.text = text
        self.graph = graph

    @cached_property
    def facts(self) -> Index:
        return _index(self.graph.facts)

    @cached_property
    def evidence(self) -> Index:
        return _index(self.graph.evidence)

    @property
    def release(self) -> dict[str, list[str]]:
        return self.facts[self.graph.release]

    def of(self, subject: str, predicate: str) -> set[str]:
        return set(self.facts.get(subject, {}).get(predicate, ()))

    def typed(self, kind: str) -> set[str]:
        return {s for s, said in self.facts.items() if SKG[kind] in said.get(RDF.type, ())}

    def words(self, span: str) -> str:
        """Return the words of a span, after checking that its offsets give just these."""
        phrase = self.evidence[span]
        (quoted,), (begin,), (end,) = (
            phrase[p] for p in (NIF.anchorOf, NIF.beginIndex, NIF.endIndex)
        )
        match = _OFFSETS.search(span)
        assert match is not None
        assert match.groups() == (begin, end)
        assert self.text[int(begin) : int(end)] == quoted
        return quoted

    def quotes(self, node: str) -> list[str]:
        """Return the words that show an event or a post."""
        return [self.words(s) for s in self.facts[node][SKG.evidence]]

    def claim(self, subject: str, predicate: str, object_: str) -> Claim:
        """Return the one claim of this statement."""
        wanted = (subject, SKG[predicate], object_)
        found = [c for c in self.evidence.values() if _statement(c) == wanted]
        assert len(found) == 1, f"{len(found)} claims of {wanted}"
        (status,), (span,) = found[0][SKG.status], found[0][SKG.evidence]
        return Claim(status, self.words(span))

    def statements(self, *predicates: str) -> set[tuple[str, str, str]]:
        """Return the direct statements of these properties."""
        return {
            (s, p, o)
            for s, said in self.facts.items()
            for p in predicates
            for o in said.get(SKG[p], ())
        }

    def posts(self) -> dict[str, list[tuple[str, str]]]:
        """Return for each person the titles held, each with its organisation or nothing."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for said in self.facts.values():
            if ORG.Membership in said.get(RDF.type, ()):
                body = said.get(ORG.organization, [""])[0]
                found[said[ORG.member][0]].append((said[SKG.title][0], body))
        return dict(found)

    def post_node(self, person: str) -> str:
        (node,) = [s for s, said in self.facts.items() if said.get(ORG.member) == [person]]
        return node


def _statement(claim: dict[str, list[str]]) -> tuple[str, str, str] | None:
    if SKG.Claim not in claim.get(RDF.type, ()):
        return None
    return claim[RDF.subject][0], claim[RDF.predicate][0], claim[RDF.object][0]


def _index(triples: Iterable[Triple]) -> Index:
    index: Index = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        index[value(triple.subject)][triple.predicate.value].append(value(triple.object))
    return {s: dict(said) for s, said in index.items()}


def text_of(path: Path) -> str:
    """Return the text of an example, less the line that names its source."""
    text = path.read_text(encoding="utf-8")
    return text.split("\n", 2)[2] if text.startswith("SOURCE:") else text


def map_text(mapper: Mapper, text: str, publisher: str | None = "agency/cnes") -> Said:
    """Map a text as a release of CNES, or of nobody in particular."""
    mapping = mapper.map(Release(text=text, origin="test", publisher=publisher))
    return Said(text, mapper.graph(mapping))
