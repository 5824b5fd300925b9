"""A reasoner draws the conclusions that are meant, and finds no contradiction."""

from __future__ import annotations

import owlrl
import pytest
from rdflib import FOAF, ORG, PROV, RDF, SDO, SKOS, Graph, Literal, Namespace, URIRef

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


def test_text_with_two_digests_is_a_contradiction(small: Graph) -> None:
    text = URIRef("https://w3id.org/spacekg/release/cnes/pr001-2020/text")
    small.add((text, TERM.textDigest, Literal("1" * 64)))
    found = _errors(small)
    same = {
        (s, o) for s, o in small.subject_objects(URIRef("http://www.w3.org/2002/07/owl#sameAs"))
    }
    digests = {str(o) for o in small.objects(text, TERM.textDigest)}
    assert found or any({str(s), str(o)} == digests for s, o in same)


@pytest.mark.slow
def test_authority_holds_no_contradiction(ontology: Graph) -> None:
    files = [p for p in resources.files("ontology", ".ttl") if p.parent.name == "authority"]
    if not files:
        pytest.skip("no authority yet")
    for path in files:
        ontology.parse(path)
    # Names contradict nothing, and are nine tenths of the authority.
    names = [t for t in ontology if isinstance(t[2], Literal) and t[2].language]
    for triple in names:
        ontology.remove(triple)
    assert _errors(ontology) == []
