"""A reasoner draws the conclusions that are meant, and finds no contradiction."""

from __future__ import annotations

import owlrl
import pytest
from rdflib import FOAF, ORG, OWL, PROV, RDF, SDO, SKOS, Graph, Literal, Namespace, URIRef

from kg import resources
from kg.vocab import SKG
from tests.shapes.graphs import valid

ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
ID = Namespace("https://w3id.org/spacekg/id/")
TERM = Namespace(SKG.iri)


def _errors(graph: Graph) -> list[str]:
    """Close a graph under the rules of OWL RL and return the contradictions."""
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return sorted(str(message) for message in graph.objects(None, ERROR))


def _release() -> Graph:
    lines = (f"{t.subject} {t.predicate} {t.object} ." for t in valid())
    return Graph().parse(data="\n".join(lines), format="nt")


@pytest.fixture
def small(ontology: Graph) -> Graph:
    return ontology + _release()


def test_ontology_alone_holds_no_contradiction(ontology: Graph) -> None:
    assert _errors(ontology) == []


def test_release_holds_no_contradiction(small: Graph) -> None:
    assert _errors(small) == []


def test_reasoner_concludes_what_is_meant(small: Graph) -> None:
    small.add((ID["programme/copernicus"], TERM.partOf, ID["programme/eu"]))
    _errors(small)
    cnes, imbp = ID["agency/cnes"], ID["organisation/imbp"]
    bion, cheops = ID["mission/bion-m2"], ID["mission/cheops"]
    jane, meeting = ID["person/jane-doe"], ID["meeting/2020-02-14-cnes-imbp"]
    launch = ID["launch/2019-12-01-soyuz-csg"]
    expected = {
        (imbp, TERM.cooperatesWith, cnes),
        (cnes, TERM.participatesIn, cheops),
        (bion, TERM.partOf, ID["programme/eu"]),
        (bion, PROV.wasAssociatedWith, cnes),
        (launch, TERM.place, ID["site/guiana-space-centre"]),
        (ID["visit/2020-01-01-cnes"], TERM.participant, jane),
        (meeting, SDO.attendee, jane),
        (meeting, RDF.type, PROV.Activity),
        (jane, RDF.type, FOAF.Person),
        (jane, ORG.memberOf, cnes),
        (cnes, RDF.type, ORG.Organization),
        (ID["programme/eu"], RDF.type, TERM.Programme),
        (ID["topic/climate"], RDF.type, SKOS.Concept),
    }
    assert expected - set(small) == set()


def test_post_of_two_different_persons_is_a_contradiction(small: Graph) -> None:
    post = URIRef("https://w3id.org/spacekg/release/cnes/pr001-2020/post/jane-doe-head")
    john = ID["person/john-doe"]
    small.add((post, ORG.member, john))
    small.parse(
        data=f"<{john}> <http://www.w3.org/2002/07/owl#differentFrom> <{ID['person/jane-doe']}> .",
        format="turtle",
    )
    assert _errors(small)


def test_authority_holds_no_contradiction_and_gives_nothing_two_names(ontology: Graph) -> None:
    for path in resources.files("ontology/authority", ".ttl"):
        ontology += _contradictable(Graph().parse(path))
    assert _errors(ontology) == []
    equal = {(s, o) for s, o in ontology.subject_objects(OWL.sameAs) if s != o}
    assert {(s, o) for s, o in equal if str(s).startswith(ID) and str(o).startswith(ID)} == set()


def _contradictable(authority: Graph) -> Graph:
    """Return what may contradict: identities, functional properties and typed literals."""
    graph = Graph()
    for s, p, o in authority:
        is_typed = isinstance(o, Literal) and not o.language
        if is_typed or p in {OWL.sameAs, ORG.member, ORG.organization}:
            graph.add((s, p, o))
    return graph
