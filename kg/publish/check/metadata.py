"""Checks of metadata: the dataset, its dumps, the catalogue, the ontology (50 to 61)."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from typing import Final
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pyoxigraph as ox

from kg.publish.check.model import Failed, check, demand, need
from kg.publish.check.pages import _DATA
from kg.publish.check.sparql import count
from kg.publish.check.subject import HTML, TURTLE, Subject, of_class, triples, values
from kg.publish.metadata.terms import DCAT, DCT, OWL, SCHEMA, SKOS, SPDX, VCARD, VOID
from kg.vocab import PREFIXES, RDFS

_SITEMAP: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_VANN: Final = "http://purl.org/vocab/vann/"


def sitemap(site: Subject) -> list[tuple[str, str]]:
    """Return the addresses in the sitemap with their lastmod, the parts of an index joined."""
    found: list[tuple[str, str]] = []
    waiting = ["sitemap.xml"]
    while waiting:
        root = _xml(site, waiting.pop())
        if root.tag == f"{_SITEMAP}sitemapindex":
            waiting += [loc.text or "" for loc in root.iter(f"{_SITEMAP}loc")][:10]
            continue
        found += [(url.findtext(f"{_SITEMAP}loc") or "", url.findtext(f"{_SITEMAP}lastmod") or "")
                  for url in root.iter(f"{_SITEMAP}url")]  # fmt: skip
    return found


def _xml(site: Subject, path: str) -> ET.Element:
    answer = site.ask(path)
    demand(answer.status == 200, f"{path} answers {answer.status}")
    # A document type could make the parser expand entities without end.
    demand(b"<!DOCTYPE" not in answer.body, f"{path} has a document type")
    try:
        return ET.fromstring(answer.body)  # noqa: S314
    except ET.ParseError as error:
        raise Failed(f"{path} is no XML: {error}") from error


def _distributions(site: Subject) -> list[str]:
    found = site.told(DCAT.distribution)
    demand(found, "the dataset has no dcat:distribution")
    return found


@check(50, "/.well-known/void gives Turtle", "Serve the description of the dataset there.")
def well_known_is_there(site: Subject) -> None:
    answer = site.landed(".well-known/void", TURTLE)
    demand(answer.status == 200, f"it answers {answer.status}")
    demand(answer.media_type == TURTLE, f"it is {answer.media_type or 'of no type'}")
    demand(of_class(triples(answer), VOID.Dataset), "it describes no void:Dataset")


@check(51, "VoID's counts are SPARQL's", "Count by SPARQL when the description is written.")
def counts_are_right(site: Subject) -> None:
    queries = {
        VOID.triples: "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }",
        VOID.classes: "SELECT (COUNT(DISTINCT ?c) AS ?n) WHERE { ?s a ?c }",
        VOID.properties: "SELECT (COUNT(DISTINCT ?p) AS ?n) WHERE { ?s ?p ?o }",
    }
    demand(site.told(VOID.triples), "the dataset has no void:triples")
    for property_, query in queries.items():
        for told in site.told(property_):
            counted = count(site, query)
            demand(int(told) == counted, f"{property_} is {told}, SPARQL counts {counted}")


@check(
    52, "Documents name the dataset, and it tells its way", "State void:inDataset in each document."
)
def dataset_is_told(site: Subject) -> None:
    named = values(site.graph(site.document), site.document, VOID.inDataset)
    demand(site.dataset in named, f"{site.document} is in {named or 'no dataset'}")
    for property_ in (VOID.exampleResource, VOID.uriSpace, VOID.dataDump, VOID.vocabulary):
        demand(site.told(property_), f"the dataset has no {property_}")


@check(
    53, "Dumps parse, have VoID's count and DCAT's SHA-256", "Describe the bytes that are served."
)
def dumps_are_whole(site: Subject) -> None:
    dumps = site.told(VOID.dataDump)
    demand(dumps, "the dataset has no void:dataDump")
    for dump in dumps:
        body = site.ask(dump).body
        stated = site.told(VOID.triples)
        counted = _count(dump, body)
        demand([str(counted)] == stated, f"{dump} has {counted} statements, VoID says {stated}")
    for it in _distributions(site):
        _checksum(site, it)


def _count(dump: str, body: bytes) -> int:
    stem = dump.removesuffix(".gz")
    form = ox.RdfFormat.from_extension(stem.rpartition(".")[2])
    if form is None:
        raise Failed(f"{dump}: the name tells no format of RDF")
    try:
        content = gzip.decompress(body) if dump.endswith(".gz") else body
        return len({quad.triple for quad in ox.parse(content, form)})
    except (OSError, EOFError, SyntaxError, ValueError) as error:
        raise Failed(f"{dump} does not parse: {error}") from error


def _checksum(site: Subject, it: str) -> None:
    address = values(site.description, it, DCAT.downloadURL)
    sums = values(site.description, it, SPDX.checksum)
    demand(address and sums, f"{it} has no downloadURL or no checksum")
    told = values(site.description, sums[0], SPDX.checksumValue)
    digest = hashlib.sha256(site.ask(address[0]).body).hexdigest()
    demand([value.lower() for value in told] == [digest], f"{address[0]} has the SHA-256 {digest}")


@check(54, "The catalogue has what DCAT-AP demands", "See https://semiceu.github.io/DCAT-AP/.")
def catalogue_is_whole(site: Subject) -> None:
    needed = {
        DCAT.Catalog: (DCT.title, DCT.description, DCT.publisher, DCAT.dataset),
        DCAT.Dataset: (DCT.title, DCT.description),
        DCAT.Distribution: (DCAT.accessURL,),
    }
    for class_, properties in needed.items():
        found = of_class(site.description, class_)
        demand(found, f"no {class_} is described")
        for it in found:
            for property_ in properties:
                demand(values(site.description, it, property_), f"{it} has no {property_}")


@check(55, "Distributions have byteSize, checksum and conformsTo", "State them for each.")
def distributions_are_described(site: Subject) -> None:
    for it in _distributions(site):
        for property_ in (DCAT.byteSize, SPDX.checksum, DCT.conformsTo):
            demand(values(site.description, it, property_), f"{it} has no {property_}")
        size = values(site.description, it, DCAT.byteSize)[0]
        body = site.ask(values(site.description, it, DCAT.downloadURL)[0]).body
        demand(int(size) == len(body), f"{it} says {size} bytes, has {len(body)}")


@check(
    56, "Version IRI, previous version and changelog resolve", "Keep versions at their addresses."
)
def versions_resolve(site: Subject) -> None:
    told = [
        *site.told(OWL.versionIRI),
        *site.told(DCAT.previousVersion),
        *site.told(DCAT.hasCurrentVersion),
    ]
    demand(told, "the dataset has no version IRI")
    changes = values(site.description, site.dataset, PREFIXES["foaf"] + "page")
    demand(changes, "no changelog is linked (foaf:page)")
    for iri in (*told, *changes):
        if site.is_ours(iri):
            demand(site.landed(iri, TURTLE).status == 200, f"{iri} does not resolve")


@check(57, "The dataset's page has schema.org/Dataset JSON-LD", "Embed schema:Dataset in the page.")
def search_engines_are_told(site: Subject) -> None:
    page = site.landed(site.dataset, HTML)
    scripts = _DATA.findall(page.text)
    demand(scripts, "the page has no JSON-LD")
    json.loads(scripts[0])
    found = {quad.triple for quad in ox.parse(scripts[0], ox.RdfFormat.JSON_LD, base_iri=page.url)}
    demand(of_class(found, SCHEMA.Dataset), "no schema:Dataset")
    for name in ("name", "description", "license"):
        demand(values(found, site.dataset, SCHEMA[name]), f"schema:{name} is missing")


@check(
    58,
    "Sitemap with lastmod, robots.txt points to it",
    "List each page with the day of its sources.",
)
def crawlers_are_told(site: Subject) -> None:
    robots = site.ask("robots.txt")
    demand(robots.status == 200, f"robots.txt answers {robots.status}")
    named = re.findall(r"^Sitemap:\s*(\S+)", robots.text, re.MULTILINE | re.IGNORECASE)
    demand(named, "robots.txt names no sitemap")
    pages = dict(sitemap(site))
    document = urljoin(site.public, site.document)
    demand(
        document in pages or site.document in pages, f"the sitemap does not list {site.document}"
    )
    demand(any(pages.values()), "no page has a lastmod")


@check(
    59, "The ontology has licence, version, prefix, labels and definitions", "Describe every term."
)
def ontology_is_documented(site: Subject) -> None:
    ours = [iri for iri in site.told(VOID.vocabulary) if site.is_ours(iri)]
    need(ours, "the dataset uses no vocabulary of the site")
    graph = site.graph(ours[0].rstrip("#"))
    it = ours[0].rstrip("#")
    for property_ in (DCT.license, OWL.versionIRI, f"{_VANN}preferredNamespacePrefix"):
        demand(values(graph, it, property_), f"the ontology has no {property_}")
    terms = {str(t.subject)[1:-1] for t in graph if str(t.subject)[1:-1].startswith(ours[0])}
    for term in sorted(terms):
        for property_ in (RDFS.label, SKOS.definition):
            demand(
                values(graph, term, property_) or values(graph, term, RDFS.comment),
                f"{term} has no {property_}",
            )
    demand(site.landed(it, HTML).media_type == HTML, "the ontology has no page")


@check(60, "A contact or issue link", "State dcat:contactPoint with an address.")
def contact_is_told(site: Subject) -> None:
    points = site.told(DCAT.contactPoint)
    demand(points, "the dataset has no dcat:contactPoint")
    told = [
        v
        for p in points
        for k in (VCARD.hasEmail, VCARD.hasURL)
        for v in values(site.description, p, k)
    ]
    demand(told, "the contact has neither mail nor web address")


@check(61, "How to cite", "State dcterms:bibliographicCitation, and show it.")
def citation_is_told(site: Subject) -> None:
    demand(site.told(DCT.bibliographicCitation), "the dataset has no dcterms:bibliographicCitation")
