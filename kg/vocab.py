"""Namespaces and terms, as plain IRIs; a test compares them with `ontology/spacekg.ttl`.

Terms of the project's own vocabulary live in the fixed namespace `SKG`, whatever base a
publisher chooses: two graphs of two publishers share one vocabulary. Entities, events,
releases and graphs live under the base (`--base`, `SPACEKG_BASE`).
"""

from __future__ import annotations

from typing import Final

DEFAULT_BASE: Final = "https://w3id.org/spacekg/"


class Namespace:
    """A vocabulary: `SKG.Agency` is the IRI of a term; an unlisted term is an AttributeError."""

    def __init__(self, prefix: str, iri: str, terms: str) -> None:
        self.prefix, self.iri = prefix, iri
        self.terms = frozenset(terms.split())
        # As attributes of the instance, terms are found without a call.
        self.__dict__.update({name: iri + name for name in self.terms})

    def __getattr__(self, name: str) -> str:
        raise AttributeError(f"{self.prefix}:{name} is no term of <{self.iri}>")

    def __getitem__(self, name: str) -> str:
        """Return the IRI of `name`, which may be no Python identifier."""
        return str(getattr(self, name))


SKG: Final = Namespace(
    "skg",
    "https://w3id.org/spacekg/ontology#",
    # classes
    "Actor Person Organisation Agency Endeavour Mission Payload Programme Event Meeting Visit "
    "Launch AgreementSigning Milestone Place Site Country City LaunchVehicle Agreement Release "
    "Claim Topic Status "
    # between entities
    "affiliatedWith participatesIn leads contributes carries operatedBy builtBy customer partOf "
    "cooperatesWith agencyOf locatedIn memberStateOf succeededBy variantOf providedBy pressOfficer "
    "translationOf "
    # events and agreements
    "date datePrecision endDate participant witness place topic concerns payload vehicle site "
    "signs party status eventCode "
    # posts, names, time
    "title asOf since until demonym contextualLabel "
    # evidence
    "evidence extractedBy confidence textDigest sourceText mediaType note withdrawn ",
)
RDF: Final = Namespace(
    "rdf",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "type Statement subject predicate object langString",
)
RDFS: Final = Namespace(
    "rdfs",
    "http://www.w3.org/2000/01/rdf-schema#",
    "label comment subClassOf subPropertyOf domain range seeAlso",
)
OWL: Final = Namespace(
    "owl",
    "http://www.w3.org/2002/07/owl#",
    "sameAs Ontology versionInfo inverseOf SymmetricProperty TransitiveProperty FunctionalProperty",
)
SKOS: Final = Namespace(
    "skos",
    "http://www.w3.org/2004/02/skos/core#",
    "altLabel prefLabel definition broader inScheme Concept",
)
XSD: Final = Namespace(
    "xsd",
    "http://www.w3.org/2001/XMLSchema#",
    "date dateTime decimal double integer nonNegativeInteger string anyURI gYear boolean",
)
DCTERMS: Final = Namespace(
    "dcterms",
    "http://purl.org/dc/terms/",
    "title issued modified publisher identifier language source creator license isReplacedBy "
    "contributor date hasPart relation",
)
PROV: Final = Namespace("prov", "http://www.w3.org/ns/prov#", "wasDerivedFrom Entity Activity")
ORG: Final = Namespace("org", "http://www.w3.org/ns/org#", "Membership member organization")
NIF: Final = Namespace(
    "nif",
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "Phrase Context anchorOf beginIndex endIndex referenceContext isString",
)
ITSRDF: Final = Namespace("itsrdf", "http://www.w3.org/2005/11/its/rdf#", "taIdentRef")
FOAF: Final = Namespace("foaf", "http://xmlns.com/foaf/0.1/", "maker phone mbox")

NAMESPACES: Final = (SKG, RDF, RDFS, OWL, SKOS, XSD, DCTERMS, PROV, ORG, NIF, ITSRDF, FOAF)
PREFIXES: Final = {n.prefix: n.iri for n in NAMESPACES} | {
    "dcat": "http://www.w3.org/ns/dcat#",
    "schema": "https://schema.org/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "void": "http://rdfs.org/ns/void#",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
}

STATUSES: Final = ("discussed", "planned", "agreed", "underway", "completed", "ended")
EVENT_CODES: Final = ("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "AID")
TOPICS: Final = (
    "astronomy",
    "climate",
    "communications",
    "earth-observation",
    "education",
    "exploration",
    "human-spaceflight",
    "industry",
    "launch-vehicles",
    "life-sciences",
    "navigation",
    "oceanography",
    "policy-and-law",
    "science",
    "security-and-defence",
    "technology",
)

AUTHORITY: Final = "graph/authority"
ONTOLOGY: Final = "graph/ontology"
INFERRED: Final = "graph/inferred"


def facts_graph(base: str, publisher: str, key: str) -> str:
    """Return the IRI of the named graph of a release's facts."""
    return f"{base}graph/release/{publisher}/{key}"


def evidence_graph(base: str, publisher: str, key: str) -> str:
    """Return the IRI of the named graph of a release's evidence."""
    return f"{base}graph/evidence/{publisher}/{key}"
