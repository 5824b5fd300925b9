"""What the checks look at: a thing of the site, its document, the endpoint, the dataset."""

from __future__ import annotations

from functools import cached_property
from typing import Final
from urllib.parse import urldefrag, urljoin

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Triple

from kg.publish.check.client import Answer, Client
from kg.publish.check.model import Failed, demand, need
from kg.publish.metadata.terms import VOID
from kg.publish.terms import FOAF
from kg.vocab import RDF

TURTLE: Final = "text/turtle"
HTML: Final = "text/html"
BROWSER: Final = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_EXAMPLES: Final = 20
# Media types of RDF, each with the format that reads it.
SYNTAXES: Final = {
    TURTLE: ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/trig": ox.RdfFormat.TRIG,
    "application/n-quads": ox.RdfFormat.N_QUADS,
}


class Subject:
    """A site at `url`, which the world may know under another address (`public`)."""

    def __init__(
        self, url: str, client: Client, public: str | None = None, thing: str | None = None
    ) -> None:
        self.url = url if url.endswith("/") else f"{url}/"
        self.client = client
        self._public = public
        self._thing = thing

    def ask(self, iri: str, accept: str | None = None, method: str = "GET", **more: str) -> Answer:
        """Ask for an IRI of the site where the site is under check."""
        headers = {**more, **({"Accept": accept} if accept else {})}
        return self.client.get(self.here(iri), method, **headers)

    def here(self, iri: str) -> str:
        """Return where an IRI of the site is found under check: a path is one below the site."""
        for base in (self.public, self._naming):
            if base and iri.startswith(base):
                return self.url + iri.removeprefix(base)
        return urljoin(self.url, iri)

    def is_ours(self, iri: str) -> bool:
        """Tell whether an IRI is one of the site."""
        return any(base and iri.startswith(base) for base in (self.url, self.public, self._naming))

    def graph(self, iri: str, accept: str = TURTLE, **more: str) -> set[Triple]:
        """Return what the site says in answer to an IRI; Failed where it says nothing readable."""
        return triples(self.landed(iri, accept, **more))

    def landed(self, iri: str, accept: str, **more: str) -> Answer:
        """Return the answer at the end of a few redirects."""
        answer = self.ask(iri, accept, **more)
        for _ in range(5):
            if answer.status not in (301, 302, 303, 307, 308):
                break
            answer = self.ask(answer.location, accept, **more)
        return answer

    @cached_property
    def public(self) -> str:
        """Return the address under which the site says it is known: that of its dataset, less its name."""
        if self._public is not None:
            return self._public
        for triple in self._described:
            is_dataset = triple.predicate.value == VOID.dataDump
            subject = urldefrag(_iri(triple.subject))[0]
            if is_dataset and subject.endswith("/dataset"):
                return subject.removesuffix("dataset")
        return self.url

    @cached_property
    def _described(self) -> set[Triple]:
        """Return the description of the dataset, as it is found without knowing the public address."""
        for path in (".well-known/void", "dataset"):
            answer = self.client.get(self.url + path, Accept=TURTLE)
            if answer.status == 200:
                try:
                    return triples(answer)
                except Failed:
                    continue
        return set()

    @cached_property
    def _naming(self) -> str:
        """Return the base under which things are named, which may be a permanent identifier's."""
        for triple in self._described:
            if triple.predicate.value == VOID.uriSpace and isinstance(triple.object, Literal):
                return triple.object.value.removesuffix("id/")
        return ""

    @cached_property
    def description(self) -> set[Triple]:
        """Return the description of the dataset; Failed where there is none."""
        demand(self._described, f"neither {self.url}.well-known/void nor dataset gives Turtle")
        return self._described

    @cached_property
    def dataset(self) -> str:
        """Return the IRI of the dataset: that which tells of an example."""
        found = sorted({_iri(t.subject) for t in self.description
                        if t.predicate.value == VOID.exampleResource})  # fmt: skip
        demand(found, "no dataset has void:exampleResource")
        return found[0]

    def told(self, property_: str, it: str | None = None) -> list[str]:
        """Return the values of a property of the dataset, or of what it tells of, sorted."""
        return values(self.description, it or self.dataset, property_)

    @cached_property
    def thing(self) -> str:
        """Return the IRI of a thing: the user's, or one that the dataset gives as an example."""
        if self._thing:
            return self._thing
        examples = self.told(VOID.exampleResource)
        need(examples, "no thing is known: give one by --thing")
        return max(examples[:_EXAMPLES], key=self._richness)

    def _richness(self, iri: str) -> tuple[bool, int]:
        """Tell how much can be looked at: what points at the thing first, then how much is said."""
        answer = self.landed(iri, TURTLE)
        if answer.status != 200 or answer.media_type != TURTLE:
            return False, 0
        return any(
            t.object == NamedNode(iri) and t.predicate.value != FOAF.primaryTopic
            for t in triples(answer)
        ), len(answer.body)

    @cached_property
    def document(self) -> str:
        """Return the IRI of the document about the thing."""
        answer = self.ask(self.thing, TURTLE)
        demand(answer.status == 303, f"{self.thing} answers {answer.status}, not 303")
        where = answer.location
        if where.startswith(self.url):
            # A host that redirects within itself: the document is named under the public address.
            return self.public + where.removeprefix(self.url)
        return where

    @cached_property
    def endpoint(self) -> str:
        """Return the address of the SPARQL endpoint; Inapplicable where none is told."""
        found = [
            values(self._described, _iri(t.subject), VOID.sparqlEndpoint) for t in self._described
        ]
        told = sorted({iri for iris in found for iri in iris if self.is_ours(iri)})
        need(told, "the dataset tells of no SPARQL endpoint of the site")
        return told[0]

    @cached_property
    def page(self) -> Answer:
        """Return the page of the thing."""
        answer = self.ask(self.document, HTML)
        demand(answer.status == 200 and answer.media_type == HTML, f"{self.document} has no page")
        return answer


def triples(answer: Answer) -> set[Triple]:
    """Return the statements of an answer, whatever graphs they stand in."""
    return {quad.triple for quad in quads(answer)}


def quads(answer: Answer) -> list[ox.Quad]:
    """Return the statements of an answer with their graphs; Failed where it cannot be read."""
    demand(answer.status == 200, f"{answer.url} answers {answer.status}")
    form = SYNTAXES.get(answer.media_type)
    demand(form, f"{answer.url} has the media type {answer.media_type or 'of nobody'}")
    try:
        return list(ox.parse(answer.body, form, base_iri=answer.url))
    except (SyntaxError, ValueError) as error:
        raise Failed(f"{answer.url} is no {answer.media_type}: {error}") from error


def same(one: set[Triple], other: set[Triple]) -> bool:
    """Tell whether two graphs say the same, however they call their blank nodes."""
    return _canonical(one) == _canonical(other)


def _canonical(graph: set[Triple]) -> ox.Dataset:
    dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in graph)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return dataset


def values(graph: set[Triple], it: str, property_: str) -> list[str]:
    """Return the values that a property of a thing has, sorted."""
    wanted = NamedNode(property_)
    return sorted(
        t.object.value
        for t in graph
        if t.predicate == wanted
        and _iri(t.subject) == it
        and isinstance(t.object, NamedNode | Literal)
    )


def of_class(graph: set[Triple], class_: str) -> list[str]:
    """Return the things of a class, sorted."""
    wanted = NamedNode(class_)
    return sorted(
        _iri(t.subject) for t in graph if t.predicate.value == RDF.type and t.object == wanted
    )


def _iri(node: object) -> str:
    return node.value if isinstance(node, NamedNode) else ""
