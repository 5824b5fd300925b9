"""The dataset in VoID (W3C, "Describing Linked Datasets with the VoID Vocabulary", 2011).

The dataset is what the default graph states, and its counts are what SPARQL counts there. The
graphs that tell who said what hold more, and are a dataset of which the first is a part.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from pyoxigraph import Triple

from kg.publish.documents.document import LICENCE, Store
from kg.publish.formats import FORMS, PAGE
from kg.publish.metadata import counts, dumps, names
from kg.publish.metadata.counts import Counts
from kg.publish.metadata.saying import links, number, said, text, texts
from kg.publish.metadata.terms import DCT, FORMATS, VOID
from kg.publish.terms import FORMATS as NAMED
from kg.vocab import RDF


def statements(store: Store) -> Iterator[Triple]:
    """Yield what VoID says of the dataset and of the graphs behind it."""
    counted = counts.count(store)
    it, told = names.dataset(store), names.part(store, "graphs")
    files = dumps.of(store)
    url = store.addresses.url
    yield from said(it, {
        RDF.type: links(VOID.Dataset),
        DCT.license: links(LICENCE),
        DCT.creator: links(names.part(store, "publisher")),
        VOID.triples: number(counted.triples),
        VOID.entities: number(counted.entities),
        VOID.classes: number(len(counted.classes)),
        VOID.properties: number(len(counted.properties)),
        VOID.distinctSubjects: number(counted.subjects),
        VOID.distinctObjects: number(counted.objects),
        VOID.uriSpace: text(f"{store.view.base}id/"),
        VOID.exampleResource: links(*counts.examples(store)),
        VOID.vocabulary: links(*counted.vocabularies),
        VOID.dataDump: links(*(url(dump.path) for dump in files.stated)),
        VOID.sparqlEndpoint: links(store.imprint.endpoint),
        VOID.feature: links(*(NAMED.get(f.suffix, FORMATS) for f in FORMS if f is not PAGE)),
    })  # fmt: skip
    yield from said(told, {
        RDF.type: links(VOID.Dataset),
        DCT.title: texts(en="All graphs, with who said what", fr="Tous les graphes, avec qui dit quoi"),
        DCT.license: links(LICENCE),
        VOID.subset: links(it),
        VOID.triples: number(files.told.statements),
        VOID.dataDump: links(url(files.told.path)),
    })  # fmt: skip
    yield from _partitions(store, counted)


def _partitions(store: Store, counted: Counts) -> Iterator[Triple]:
    it = names.dataset(store)
    for class_, count in counted.classes:
        name = names.part(store, f"class={quote(class_, safe='')}")
        yield from said(it, {VOID.classPartition: links(name)})
        yield from said(name, {VOID["class"]: links(class_), VOID.entities: number(count)})
    for property_, count in counted.properties:
        name = names.part(store, f"property={quote(property_, safe='')}")
        yield from said(it, {VOID.propertyPartition: links(name)})
        yield from said(name, {VOID.property: links(property_), VOID.triples: number(count)})
