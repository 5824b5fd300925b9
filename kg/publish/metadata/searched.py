"""The dataset for search engines: schema.org/Dataset, which its page carries as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.publish.documents.document import LICENCE, Store
from kg.publish.metadata import counts, dumps, names
from kg.publish.metadata.saying import Value, day, links, said, text, texts
from kg.publish.metadata.terms import SCHEMA
from kg.vocab import RDF, XSD


def statements(store: Store) -> Iterator[Triple]:
    """Yield the dataset and its downloads in the words of schema.org."""
    first, last = counts.days(store)
    publisher = names.part(store, "publisher")
    yield from said(names.dataset(store), {
        RDF.type: links(SCHEMA.Dataset),
        SCHEMA["name"]: texts(**names.TITLES),
        SCHEMA.description: texts(**names.DESCRIPTIONS),
        SCHEMA.url: links(names.dataset(store)),
        SCHEMA.license: links(LICENCE),
        SCHEMA.creator: links(publisher),
        SCHEMA.publisher: links(publisher),
        SCHEMA.keywords: [Literal(w, language=k) for k, ws in names.KEYWORDS.items() for w in ws],
        SCHEMA.version: text(names.version(store)),
        SCHEMA.dateModified: day(last),
        SCHEMA.temporalCoverage: text(f"{first}/{last}") if first else [],
        SCHEMA.inLanguage: [*text("en"), *text("fr")],
        SCHEMA.isAccessibleForFree: _true(),
        SCHEMA.creditText: text(names.citation(store)),
        SCHEMA.includedInDataCatalog: links(names.part(store, "catalogue")),
        SCHEMA.distribution: links(*(names.distribution(store, d) for d in dumps.of(store).all)),
    })  # fmt: skip
    yield from said(names.part(store, "catalogue"), {
        RDF.type: links(SCHEMA.DataCatalog), SCHEMA["name"]: texts(**names.TITLES),
    })  # fmt: skip
    yield from said(publisher, {
        RDF.type: links(SCHEMA.Organization), SCHEMA["name"]: text(store.imprint.publisher),
    })  # fmt: skip
    for dump in dumps.of(store).all:
        yield from said(names.distribution(store, dump), {
            RDF.type: links(SCHEMA.DataDownload),
            SCHEMA.contentUrl: links(store.addresses.url(dump.path)),
            SCHEMA.encodingFormat: text(dump.content_type),
            SCHEMA.contentSize: text(f"{dump.size} B"),
            SCHEMA.sha256: text(dump.digest),
        })  # fmt: skip


def _true() -> list[Value]:
    return [Literal("true", datatype=NamedNode(XSD.boolean))]
