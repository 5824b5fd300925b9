"""The dataset in a catalogue: DCAT 3 as DCAT-AP 3.0.1 profiles it (SEMIC, 2024)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from kg.publish.documents.document import LICENCE, Store
from kg.publish.metadata import counts, dumps, names
from kg.publish.metadata.dumps import Dump
from kg.publish.metadata.saying import Value, day, links, number, said, text, texts
from kg.publish.metadata.terms import (
    ADMS,
    AUTHORITY,
    DCAT,
    DCT,
    FOAF,
    MEDIA_TYPES,
    OWL,
    SKOS,
    SPDX,
    VCARD,
)
from kg.vocab import RDF, SKG, XSD

_HEX: Final = "http://www.w3.org/2001/XMLSchema#hexBinary"
_FILE_TYPES: Final = {"ttl": "RDF_TURTLE", "jsonld": "JSON_LD", "nq": "RDF_N_QUADS"}
_LANGUAGES: Final = tuple(f"{AUTHORITY}language/{code}" for code in ("ENG", "FRA"))
_PUBLIC: Final = f"{AUTHORITY}access-right/PUBLIC"
_IRREGULAR: Final = f"{AUTHORITY}frequency/IRREG"
_THEMES: Final = (("TECH", "Science and technology"), ("INTR", "International issues"))
_ONTOLOGY: Final = SKG.iri.rstrip("#")
_PROTOCOL: Final = "https://www.w3.org/TR/sparql11-protocol/"


def statements(store: Store) -> Iterator[Triple]:
    """Yield the catalogue, the dataset, its distributions and the endpoint."""
    yield from _catalogue(store)
    yield from _dataset(store)
    for dump in dumps.of(store).all:
        yield from _distribution(store, dump)
    yield from _service(store)
    yield from _publisher(store)
    yield from _named(store)


def _catalogue(store: Store) -> Iterator[Triple]:
    yield from said(names.part(store, "catalogue"), {
        RDF.type: links(DCAT.Catalog),
        DCT.title: texts(**names.TITLES),
        DCT.description: texts(**names.DESCRIPTIONS),
        DCT.publisher: links(names.part(store, "publisher")),
        DCT.license: links(LICENCE),
        DCT.language: links(*_LANGUAGES),
        DCT.issued: day(counts.days(store)[1]),
        DCT.modified: day(counts.days(store)[1]),
        DCAT.themeTaxonomy: links(f"{AUTHORITY}data-theme"),
        FOAF.homepage: links(store.addresses.public),
        DCAT.dataset: links(names.dataset(store)),
        DCAT.service: links(names.part(store, "sparql") if store.imprint.endpoint else None),
    })  # fmt: skip


def _dataset(store: Store) -> Iterator[Triple]:
    first, last = counts.days(store)
    version = store.addresses.url(names.version_path(store))
    contact = names.part(store, "contact") if store.imprint.contact else None
    period = names.part(store, "period") if first else None
    yield from said(names.dataset(store), {
        RDF.type: links(DCAT.Dataset),
        DCT.title: texts(**names.TITLES),
        DCT.description: texts(**names.DESCRIPTIONS),
        DCT.publisher: links(names.part(store, "publisher")),
        DCT.identifier: text(names.dataset(store)),
        DCT.language: links(*_LANGUAGES),
        DCT.accessRights: links(_PUBLIC),
        DCT.accrualPeriodicity: links(_IRREGULAR),
        DCT.conformsTo: links(_ONTOLOGY),
        DCT.issued: day(last),
        DCT.modified: day(last),
        DCT.temporal: links(period),
        DCT.bibliographicCitation: text(names.citation(store)),
        DCAT.contactPoint: links(contact),
        DCAT.keyword: [Literal(w, language=k) for k, ws in names.KEYWORDS.items() for w in ws],
        DCAT.theme: links(*(f"{AUTHORITY}data-theme/{code}" for code, _ in _THEMES)),
        DCAT.landingPage: links(store.addresses.public),
        DCAT.distribution: links(*(names.distribution(store, d) for d in dumps.of(store).all)),
        DCAT.version: text(names.version(store)),
        DCAT.hasCurrentVersion: links(version),
        DCAT.previousVersion: links(store.imprint.previous),
        OWL.versionInfo: text(names.version(store)),
        OWL.versionIRI: links(version),
        ADMS.versionNotes: texts(en=f"What came in with which release: {_changes(store)}"),
        FOAF.page: links(_changes(store)),
    })  # fmt: skip
    if period:
        told = {DCAT.startDate: day(first), DCAT.endDate: day(last)}
        yield from said(period, {RDF.type: links(DCT.PeriodOfTime), **told})


def _changes(store: Store) -> str:
    return store.addresses.url(names.CHANGES)


def _distribution(store: Store, dump: Dump) -> Iterator[Triple]:
    it = names.distribution(store, dump)
    url = store.addresses.url(dump.path)
    packed = _media("application/gzip") if dump.compressed else None
    what = "All graphs, with who said what" if dump.suffix == "nq" else "What is stated"
    yield from said(it, {
        RDF.type: links(DCAT.Distribution),
        DCT.title: texts(en=f"{what}: {dump.path.rpartition('/')[2]}"),
        DCT.description: texts(en=f"{what}, {dump.statements} statements as {dump.media_type}."),
        DCT.license: links(LICENCE),
        DCT.modified: day(counts.days(store)[1]),
        DCT.conformsTo: links(_ONTOLOGY),
        DCT.format: links(f"{AUTHORITY}file-type/{_FILE_TYPES[dump.suffix]}"),
        DCAT.accessURL: links(url),
        DCAT.downloadURL: links(url),
        DCAT.mediaType: links(_media(dump.media_type)),
        DCAT.compressFormat: links(packed),
        DCAT.byteSize: number(dump.size, XSD.nonNegativeInteger),
        SPDX.checksum: links(f"{it}.sha256"),
    })  # fmt: skip
    yield from said(f"{it}.sha256", {
        RDF.type: links(SPDX.Checksum),
        SPDX.algorithm: links(SPDX.checksumAlgorithm_sha256),
        SPDX.checksumValue: [Literal(dump.digest, datatype=NamedNode(_HEX))],
    })  # fmt: skip


def _media(name: str) -> str:
    return MEDIA_TYPES + name


def _service(store: Store) -> Iterator[Triple]:
    endpoint = store.imprint.endpoint
    if endpoint is None:
        return
    yield from said(names.part(store, "sparql"), {
        RDF.type: links(DCAT.DataService),
        DCT.title: texts(en="SPARQL 1.1 endpoint, read-only", fr="Point d'accès SPARQL 1.1, en lecture"),
        DCT.license: links(LICENCE),
        DCT.conformsTo: links(_PROTOCOL),
        DCT.publisher: links(names.part(store, "publisher")),
        DCAT.endpointURL: links(endpoint),
        DCAT.endpointDescription: links(endpoint),
        DCAT.servesDataset: links(names.dataset(store)),
    })  # fmt: skip
    yield from said(_PROTOCOL, {RDF.type: links(DCT.Standard)})


def _publisher(store: Store) -> Iterator[Triple]:
    yield from said(names.part(store, "publisher"), {
        RDF.type: links(FOAF.Agent),
        FOAF.name: text(store.imprint.publisher),
    })  # fmt: skip
    contact = store.imprint.contact
    if contact:
        how = VCARD.hasEmail if contact.startswith("mailto:") else VCARD.hasURL
        told: dict[str, list[Value]] = {
            how: links(contact),
            VCARD.fn: text(store.imprint.publisher),
        }
        yield from said(names.part(store, "contact"), {RDF.type: links(VCARD.Kind), **told})


def _named(store: Store) -> Iterator[Triple]:
    """Yield the kinds of what others define, for validators that cannot look them up."""
    yield from said(_ONTOLOGY, {RDF.type: links(DCT.Standard)})
    yield from said(LICENCE, {RDF.type: links(DCT.LicenseDocument)})
    yield from said(store.addresses.public, {RDF.type: links(FOAF.Document)})
    yield from said(_changes(store), {RDF.type: links(FOAF.Document)})
    yield from said(SPDX.checksumAlgorithm_sha256, {RDF.type: links(SPDX.ChecksumAlgorithm)})
    yield from _coded(_PUBLIC, DCT.RightsStatement)
    yield from _coded(_IRREGULAR, DCT.Frequency)
    for language in _LANGUAGES:
        yield from _coded(language, DCT.LinguisticSystem)
    table = {RDF.type: links(SKOS.ConceptScheme), DCT.title: texts(en="Data theme")}
    yield from said(f"{AUTHORITY}data-theme", table)
    for code, label in _THEMES:
        theme = f"{AUTHORITY}data-theme/{code}"
        yield from _coded(theme, SKOS.Concept)
        yield from said(theme, {SKOS.prefLabel: texts(en=label)})
    for dump in dumps.of(store).all:
        yield from _coded(f"{AUTHORITY}file-type/{_FILE_TYPES[dump.suffix]}", DCT.MediaTypeOrExtent)
        for media in {dump.media_type, dump.content_type}:
            yield from said(_media(media), {RDF.type: links(DCT.MediaType)})


def _coded(it: str, class_: str) -> Iterator[Triple]:
    """Yield the kind of an entry of an authority table, and the table."""
    return said(it, {RDF.type: links(class_), SKOS.inScheme: links(it.rpartition("/")[0])})
