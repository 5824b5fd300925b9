"""Terms by which datasets are described: VoID, DCAT 3, SPDX, vCard, ADMS, schema.org."""

from __future__ import annotations

from typing import Final

from kg.vocab import PREFIXES, Namespace

VOID: Final = Namespace(
    "void",
    PREFIXES["void"],
    "Dataset DatasetDescription triples entities classes properties distinctSubjects distinctObjects "
    "exampleResource uriSpace dataDump vocabulary sparqlEndpoint feature subset inDataset "
    "classPartition class propertyPartition property",
)
DCAT: Final = Namespace(
    "dcat",
    PREFIXES["dcat"],
    "Catalog Dataset Distribution DataService dataset distribution service servesDataset endpointURL "
    "endpointDescription accessURL downloadURL mediaType compressFormat byteSize keyword theme "
    "landingPage contactPoint version themeTaxonomy previousVersion hasCurrentVersion startDate endDate",
)
DCT: Final = Namespace(
    "dcterms",
    PREFIXES["dcterms"],
    "title description publisher creator license issued modified language conformsTo format temporal "
    "PeriodOfTime LicenseDocument Standard MediaType MediaTypeOrExtent Frequency LinguisticSystem "
    "bibliographicCitation accrualPeriodicity identifier accessRights RightsStatement",
)
SPDX: Final = Namespace(
    "spdx",
    "http://spdx.org/rdf/terms#",
    "Checksum ChecksumAlgorithm checksum algorithm checksumValue checksumAlgorithm_sha256",
)
VCARD: Final = Namespace(
    "vcard", "http://www.w3.org/2006/vcard/ns#", "Kind Organization fn hasEmail hasURL"
)
ADMS: Final = Namespace("adms", "http://www.w3.org/ns/adms#", "versionNotes")
SCHEMA: Final = Namespace(
    "schema",
    PREFIXES["schema"],
    "Dataset DataDownload DataCatalog Organization name description url license creator publisher "
    "keywords version dateModified datePublished distribution encodingFormat contentUrl contentSize "
    "sha256 inLanguage isAccessibleForFree includedInDataCatalog citation creditText releaseNotes "
    "temporalCoverage",
)
FOAF: Final = Namespace("foaf", PREFIXES["foaf"], "Agent Document name homepage page")
SKOS: Final = Namespace(
    "skos", PREFIXES["skos"], "Concept ConceptScheme prefLabel inScheme definition"
)
OWL: Final = Namespace("owl", PREFIXES["owl"], "versionInfo versionIRI priorVersion")

MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"
# The EU's authority tables, which DCAT-AP asks for.
AUTHORITY: Final = "http://publications.europa.eu/resource/authority/"
FORMATS: Final = "http://www.w3.org/ns/formats/"
