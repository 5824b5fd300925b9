"""Terms that documents and metadata use, but no stored graph: of FOAF, VoID and their like."""

from __future__ import annotations

from typing import Final

from kg.vocab import PREFIXES, Namespace

FOAF: Final = Namespace("foaf", PREFIXES["foaf"], "Document primaryTopic")
VOID: Final = Namespace("void", PREFIXES["void"], "Dataset inDataset triples")
ALTR: Final = Namespace(
    "altr", "http://www.w3.org/ns/dx/connegp/altr#", "hasRepresentation hasToken"
)
DCT: Final = Namespace("dcterms", PREFIXES["dcterms"], "conformsTo description format title")
SH: Final = Namespace("sh", "http://www.w3.org/ns/shacl#", "SPARQLSelectExecutable select")
SD: Final = Namespace(
    "sd",
    "http://www.w3.org/ns/sparql-service-description#",
    "Service Dataset Graph NamedGraph SPARQL11Query endpoint supportedLanguage resultFormat "
    "defaultDataset defaultGraph namedGraph name graph",
)
XHV: Final = Namespace("xhv", "http://www.w3.org/1999/xhtml/vocab#", "next prev")

_FORMATS: Final = "http://www.w3.org/ns/formats/"
# The W3C's names for the forms of answers, by our suffixes.
FORMATS: Final = {
    "json": f"{_FORMATS}SPARQL_Results_JSON",
    "xml": f"{_FORMATS}SPARQL_Results_XML",
    "csv": f"{_FORMATS}SPARQL_Results_CSV",
    "tsv": f"{_FORMATS}SPARQL_Results_TSV",
    "ttl": f"{_FORMATS}Turtle",
    "nt": f"{_FORMATS}N-Triples",
    "jsonld": f"{_FORMATS}JSON-LD",
    "rdf": f"{_FORMATS}RDF_XML",
    "trig": f"{_FORMATS}TriG",
    "nq": f"{_FORMATS}N-Quads",
}
# The kinds of terms that an ontology declares.
DECLARED: Final = Namespace(
    "owl", PREFIXES["owl"], "Class ObjectProperty DatatypeProperty AnnotationProperty"
)
