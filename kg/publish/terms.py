"""Terms that documents and metadata use, but no stored graph: of FOAF, VoID and their like."""

from __future__ import annotations

from typing import Final

from kg.vocab import PREFIXES, Namespace

FOAF: Final = Namespace("foaf", PREFIXES["foaf"], "Document primaryTopic")
VOID: Final = Namespace("void", PREFIXES["void"], "Dataset inDataset")
ALTR: Final = Namespace(
    "altr", "http://www.w3.org/ns/dx/connegp/altr#", "hasRepresentation hasToken"
)
DCT: Final = Namespace("dcterms", PREFIXES["dcterms"], "conformsTo description format title")
# The kinds of terms that an ontology declares.
DECLARED: Final = Namespace(
    "owl", PREFIXES["owl"], "Class ObjectProperty DatatypeProperty AnnotationProperty"
)
