"""Statements 50 to 61: what the site says of its data as a whole."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import warnings
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VOID, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from starlette.testclient import TestClient

from kg.publish import site as sites
from kg.publish.addresses import Addresses
from kg.publish.documents import Document, Store
from kg.publish.imprint import Imprint
from kg.publish.metadata import counts, dumps, sitemap
from kg.publish.server import application
from kg.publish.static import files, write
from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE, SKG
from tests.publish.conftest import PUBLIC
from tests.suites import suite
from tests.views.sample import founding
from tests.views.sample import store as made

DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
SCHEMA = Namespace("https://schema.org/")
VANN = Namespace("http://purl.org/vocab/vann/")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
DATASET = URIRef(f"{PUBLIC}dataset")
CONTACT = "https://example.org/issues"
IMPRINT = Imprint(publisher="A publisher", contact=CONTACT, previous=f"{PUBLIC}old/dataset")


@pytest.fixture(scope="module")
def asked(published: EmbeddedStore) -> Iterator[TestClient]:
    application_ = application(published, PUBLIC, imprint=IMPRINT)
    with TestClient(application_, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="module")
def described(asked: TestClient) -> Graph:
    return Graph().parse(data=asked.get("/dataset.ttl").text)


def path(iri: object) -> str:
    """Return where the site's own address leads on the test's server."""
    assert str(iri).startswith(PUBLIC), iri
    return "/" + str(iri).removeprefix(PUBLIC)


def count(graph: Graph, property_: URIRef, it: URIRef = DATASET) -> int:
    return int(str(graph.value(it, property_)))


def test_50_the_well_known_address_gives_turtle(asked: TestClient, described: Graph) -> None:
    answer = asked.get("/.well-known/void")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/turtle")
    assert isomorphic(Graph().parse(data=answer.text), described)


COUNTED = {
    VOID.triples: "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    VOID.classes: "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }",
    VOID.properties: "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
    VOID.distinctSubjects: "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    VOID.distinctObjects: "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }",
    VOID.entities: 'SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c FILTER(STRSTARTS(STR(?s), "https://w3id.org/spacekg/id/")) }',
}


@pytest.mark.parametrize("property_", COUNTED, ids=lambda p: p.rpartition("#")[2])
def test_51_its_counts_are_those_of_sparql(
    asked: TestClient, described: Graph, property_: URIRef
) -> None:
    answer = asked.get("/sparql", params={"query": COUNTED[property_]})
    expected = int(answer.json()["results"]["bindings"][0]["n"]["value"])
    assert count(described, property_) == expected > 0


def test_51_each_partition_counts_right(asked: TestClient, described: Graph) -> None:
    for part in described.objects(DATASET, VOID.classPartition):
        class_ = described.value(part, VOID["class"])
        query = f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a <{class_}> }}"
        found = asked.get("/sparql", params={"query": query}).json()
        expected = int(found["results"]["bindings"][0]["n"]["value"])
        assert count(described, VOID.entities, URIRef(str(part))) == expected
    triples = [count(described, VOID.triples, URIRef(str(part)))
               for part in described.objects(DATASET, VOID.propertyPartition)]  # fmt: skip
    assert sum(triples) == count(described, VOID.triples)


def test_52_each_document_is_in_the_dataset(published: EmbeddedStore) -> None:
    store = Store(published, Addresses(published.base, PUBLIC))
    for found in sites.paths(store):
        document = sites.find(store, found)
        assert isinstance(document, Document)
        said = {(t.predicate.value, str(t.object)[1:-1]) for t in document.triples}
        assert (str(VOID.inDataset), str(DATASET)) in said, found


def test_52_the_dataset_says_how_to_find_its_way(asked: TestClient, described: Graph) -> None:
    (space,) = described.objects(DATASET, VOID.uriSpace)
    examples = [str(iri) for iri in described.objects(DATASET, VOID.exampleResource)]
    assert examples
    for example in examples:
        assert example.startswith(str(space))
        where = example.removeprefix("https://w3id.org/spacekg")
        assert asked.get(where).status_code == 303, example
    assert URIRef(SKG.iri) in set(described.objects(DATASET, VOID.vocabulary))
    assert URIRef(f"{PUBLIC}sparql") in set(described.objects(DATASET, VOID.sparqlEndpoint))


def statements(body: bytes, address: str) -> int:
    """Count the distinct statements of a dump."""
    packed, stem = address.endswith(".gz"), address.removesuffix(".gz")
    form = ox.RdfFormat.from_extension(stem.rpartition(".")[2])
    assert form is not None
    return len(set(ox.parse(gzip.decompress(body) if packed else body, form)))


def test_53_each_dump_parses_and_has_the_count_of_void(asked: TestClient, described: Graph) -> None:
    seen = 0
    for it, dump in described.subject_objects(VOID.dataDump):
        body = asked.get(path(dump)).content
        assert statements(body, str(dump)) == count(described, VOID.triples, URIRef(str(it)))
        seen += 1
    assert seen == 3


def test_53_the_digest_and_the_size_are_those_of_the_bytes(
    asked: TestClient, described: Graph
) -> None:
    distributions = list(described.objects(DATASET, DCAT.distribution))
    assert len(distributions) == 3
    for it in distributions:
        answer = asked.get(path(described.value(it, DCAT.downloadURL)))
        checksum = described.value(it, SPDX.checksum)
        told = described.value(checksum, SPDX.checksumValue)
        assert isinstance(told, Literal)
        assert str(told).lower() == hashlib.sha256(answer.content).hexdigest()
        assert described.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256
        assert int(str(described.value(it, DCAT.byteSize))) == len(answer.content)
        packed = described.value(it, DCAT.compressFormat)
        media = str(packed or described.value(it, DCAT.mediaType)).partition("media-types/")[2]
        assert answer.headers["Content-Type"] == media


def test_53_a_dump_bears_no_clock(published: EmbeddedStore) -> None:
    store = Store(published, Addresses(published.base, PUBLIC))
    first, second = dumps.Dumps(store), dumps.Dumps(store)
    assert [d.digest for d in first.all] == [d.digest for d in second.all]
    assert [d.file for d in first.all] != [d.file for d in second.all]
    # RFC 1952, 2.3: no flags, so no name; no time.
    assert first.told.file.read_bytes()[3:8] == b"\0" * 5


@pytest.mark.parametrize("shapes", ["shapes.ttl", "range.ttl"])
def test_54_the_catalogue_conforms_to_dcat_ap(described: Graph, shapes: str) -> None:
    folder = suite("dcat-ap", "releases/3.0.1/html/shacl of https://github.com/SEMICeu/DCAT-AP")
    rules = Graph().parse(folder / shapes)
    conforms, _, text = pyshacl.validate(described, shacl_graph=rules)
    assert conforms, text


def test_54_what_dcat_ap_demands_is_there(described: Graph) -> None:
    """Hold without the shapes to what they make mandatory."""
    needed = {
        DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset),
        DCAT.Dataset: (DCTERMS.title, DCTERMS.description),
        DCAT.Distribution: (DCAT.accessURL,),
        DCAT.DataService: (DCTERMS.title, DCAT.endpointURL),
        SPDX.Checksum: (SPDX.algorithm, SPDX.checksumValue),
    }
    for class_, properties in needed.items():
        found = list(described.subjects(RDF.type, class_))
        assert found, class_
        for it in found:
            for property_ in properties:
                assert (it, property_, None) in described, (it, property_)


def test_55_each_distribution_says_how_large_and_of_what_kind(described: Graph) -> None:
    for it in described.objects(DATASET, DCAT.distribution):
        for property_ in (
            DCAT.byteSize,
            SPDX.checksum,
            DCTERMS.conformsTo,
            DCAT.mediaType,
            DCTERMS.license,
        ):
            assert (it, property_, None) in described


def test_56_versions_and_changes_resolve(asked: TestClient, described: Graph) -> None:
    (version,) = described.objects(DATASET, OWL.versionIRI)
    for address in (version, described.value(DATASET, DCAT.hasCurrentVersion), f"{PUBLIC}changes"):
        assert asked.get(path(address), headers={"Accept": "text/turtle"}).status_code == 200
    assert asked.get("/dataset/1999-01-01.00000000").status_code == 404
    assert described.value(DATASET, DCAT.previousVersion) == URIRef(IMPRINT.previous or "")
    changes = Graph().parse(data=asked.get("/changes.ttl").text)
    assert len(set(changes.subjects(DCTERMS.issued))) == 2


def test_56_the_ontology_has_a_version_that_resolves(asked: TestClient) -> None:
    graph = Graph().parse(data=asked.get("/ontology.ttl").text)
    ontology = URIRef(SKG.iri.rstrip("#"))
    version = str(graph.value(ontology, OWL.versionIRI))
    where = version.removeprefix("https://w3id.org/spacekg")
    answer = asked.get(where, headers={"Accept": "text/turtle"})
    assert answer.status_code == 200
    assert (ontology, OWL.versionIRI, URIRef(version)) in Graph().parse(data=answer.text)
    assert asked.get("/ontology/9.9.9").status_code == 404


def test_57_the_page_tells_search_engines(asked: TestClient) -> None:
    page = asked.get("/dataset.html").text
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    json.loads(script)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        graph = Graph().parse(data=script, format="json-ld")
    assert (DATASET, RDF.type, SCHEMA.Dataset) in graph
    for property_ in ("name", "description", "license", "creator", "distribution", "version"):
        assert (DATASET, SCHEMA[property_], None) in graph
    lengths = [len(str(text)) for text in graph.objects(DATASET, SCHEMA.description)]
    assert all(50 <= length <= 5000 for length in lengths)
    for download in graph.objects(DATASET, SCHEMA.distribution):
        assert asked.get(path(graph.value(download, SCHEMA.contentUrl))).status_code == 200


NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(text: str, item: str = "url") -> dict[str, str | None]:
    root = ET.fromstring(text)
    return {str(e.findtext(f"{NS}loc")): e.findtext(f"{NS}lastmod") for e in root.iter(NS + item)}


def test_58_the_sitemap_lists_each_page_with_the_day_of_its_sources(
    asked: TestClient, published: EmbeddedStore
) -> None:
    store = Store(published, Addresses(published.base, PUBLIC))
    answer = asked.get("/sitemap.xml")
    assert answer.headers["Content-Type"] == "application/xml"
    pages = listed(answer.text)
    documents = {store.addresses.url(p): p for p in sites.paths(store)
                 if p.startswith("doc/") and not p.startswith("doc/class")}  # fmt: skip
    assert documents.keys() <= pages.keys()
    for url, where in documents.items():
        document = sites.find(store, where)
        assert isinstance(document, Document)
        assert pages[url] == (document.modified.isoformat() if document.modified else None), where


def test_58_robots_are_told_where_it_is(asked: TestClient) -> None:
    text = asked.get("/robots.txt").text
    (where,) = re.findall(r"^Sitemap: (.*)$", text, re.MULTILINE)
    assert asked.get(path(where)).status_code == 200
    assert "Disallow: /space/sparql\n" in text


def test_58_a_large_sitemap_is_split(published: EmbeddedStore) -> None:
    store = Store(published, Addresses(published.base, PUBLIC))
    whole = listed(sitemap.parts(store)["sitemap.xml"])
    parts = sitemap.parts(store, most=5)
    index = listed(parts.pop("sitemap.xml"), "sitemap")
    assert {path(url)[1:] for url in index} == set(parts)
    assert all(len(listed(text)) <= 5 for text in parts.values())
    joined: dict[str, str | None] = {}
    for text in parts.values():
        joined |= listed(text)
    assert joined == whole


def test_59_the_ontology_says_whose_it_is_and_what_each_term_means(asked: TestClient) -> None:
    graph = Graph().parse(data=asked.get("/ontology.ttl").text)
    ontology = URIRef(SKG.iri.rstrip("#"))
    for property_ in (DCTERMS.license, OWL.versionIRI, DCTERMS.title, DCTERMS.creator):
        assert (ontology, property_, None) in graph
    assert str(graph.value(ontology, VANN.preferredNamespacePrefix)) == "skg"
    assert str(graph.value(ontology, VANN.preferredNamespaceUri)) == SKG.iri
    page = unescape(asked.get("/ontology.html").text)
    for name in SKG.terms:
        term = URIRef(SKG.iri + name)
        assert (term, RDFS.label, None) in graph, name
        definitions = list(graph.objects(term, SKOS.definition))
        assert definitions, name
        assert any(str(text) in page for text in definitions), name


def test_60_there_is_somebody_to_write_to(asked: TestClient, described: Graph) -> None:
    contact = described.value(DATASET, DCAT.contactPoint)
    assert described.value(contact, VCARD.hasURL) == URIRef(CONTACT)
    assert f'href="{CONTACT}"' in asked.get("/dataset.html").text


def test_60_a_mail_address_is_one(published: EmbeddedStore) -> None:
    told = Imprint(contact="mailto:data@example.org")
    with TestClient(application(published, PUBLIC, imprint=told)) as client:
        graph = Graph().parse(data=client.get("/dataset.ttl").text)
    assert URIRef("mailto:data@example.org") in set(graph.objects(None, VCARD.hasEmail))


def test_61_it_says_how_to_cite(asked: TestClient, described: Graph) -> None:
    citation = str(described.value(DATASET, DCTERMS.bibliographicCitation))
    version = str(described.value(DATASET, DCAT.version))
    assert "A publisher" in citation
    assert version in citation
    assert citation in unescape(asked.get("/dataset.html").text)


def test_the_static_site_has_the_same_files(
    published: EmbeddedStore, tmp_path: Path, asked: TestClient
) -> None:
    told = Imprint(IMPRINT.publisher, CONTACT, f"{PUBLIC}sparql", IMPRINT.previous)
    write(tmp_path, files(Store(published, Addresses(published.base, PUBLIC), told)))
    for name in ("dataset.ttl", "dataset.html", "changes.html", "robots.txt", "sitemap.xml",
                 "context.jsonld", ".well-known/void", "dump/spacekg.nq.gz", "dump/spacekg.ttl",
                 "dump/spacekg.jsonld"):  # fmt: skip
        assert (tmp_path / name).read_bytes() == asked.get(f"/{name}").content, name


def test_without_endpoint_and_contact_none_is_told(published: EmbeddedStore) -> None:
    store = Store(published, Addresses(published.base, PUBLIC))
    document = sites.find(store, "dataset")
    assert isinstance(document, Document)
    said = {triple.predicate.value for triple in document.triples}
    assert not said & {str(VOID.sparqlEndpoint), str(DCAT.contactPoint), str(DCAT.previousVersion)}


def test_an_empty_store_describes_itself_too() -> None:
    with made() as empty, TestClient(application(empty, PUBLIC)) as client:
        for name in (
            "dataset.ttl",
            "dataset.html",
            "changes.html",
            "sitemap.xml",
            "dump/spacekg.nq.gz",
        ):
            assert client.get(f"/{name}").status_code == 200, name


@pytest.mark.parametrize("name", ["robots.txt", "dump/spacekg.ttl", ".well-known/void"])
def test_18_a_validator_spares_a_file(asked: TestClient, name: str) -> None:
    first = asked.get(f"/{name}")
    again = asked.get(f"/{name}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = asked.head(f"/{name}")
    assert dict(head.headers) == dict(first.headers)


def test_52_examples_are_things_that_releases_tell_of() -> None:
    known = f"{DEFAULT_BASE}id/agency/aaa"
    line = f"<{known}> <{RDF.type}> <{SKG.Agency}> <{DEFAULT_BASE}graph/authority> ."
    with made(founding()) as view:
        view.load_base((), ox.parse(line, ox.RdfFormat.N_QUADS))
        found = counts.examples(Store(view, Addresses(view.base, PUBLIC)))
    agencies = [iri for iri in found if "/agency/" in iri]
    assert agencies
    assert known not in agencies
