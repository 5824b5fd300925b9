"""Our conclusions equal those of owlrl, the reference in Python, on the packaged examples."""

from __future__ import annotations

import owlrl
import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, Graph
from rdflib.term import Literal, Node

from kg import resources
from kg.inference import Memory, Schema, conclude
from kg.pipeline import Mapper, ontology_quads
from kg.releases import discover, read
from kg.vocab import DEFAULT_BASE

# What these speak of is outside the features at hand: the vocabulary itself, all things there are.
LANGUAGE = (str(RDF), str(RDFS), str(OWL), "http://www.w3.org/2001/XMLSchema#")

Row = tuple[str, str, str]


@pytest.fixture(scope="module")
def stated() -> set[ox.Triple]:
    """Return the ontology and what the examples say."""
    mapper, found = Mapper(), {quad.triple for quad in ontology_quads(DEFAULT_BASE)}
    for source in discover([str(resources.folder("examples") / "releases")]):
        for release in read(source):
            assert not isinstance(release, Exception)
            found |= set(mapper.graph(mapper.map(release)).facts)
    return found


def _ours(stated: set[ox.Triple]) -> set[Row]:
    ontology = {quad.triple for quad in ontology_quads(DEFAULT_BASE)}
    return {
        (str(t.subject), str(t.predicate), str(t.object))
        for t in conclude(stated, Schema.read(ontology), Memory(stated))
        if str(t.predicate).strip("<>") not in (str(RDFS.subClassOf), str(RDFS.subPropertyOf))
        and not str(t.object).strip("<>").startswith(LANGUAGE)
    }


def _theirs(stated: set[ox.Triple]) -> set[Row]:
    graph = Graph().parse(data="\n".join(f"{t} ." for t in stated), format="nt")
    given = set(graph)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return {(s.n3(), p.n3(), o.n3()) for s, p, o in set(graph) - given if _is_ours(s, p, o)}


def _is_ours(subject: Node, predicate: Node, object_: Node) -> bool:
    if isinstance(subject, Literal) or predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
        return False
    if predicate == OWL.sameAs:
        return subject != object_ and not isinstance(object_, Literal)
    said_of = [str(subject), str(predicate).replace(str(RDF.type), ""), str(object_)]
    return not any(term.startswith(LANGUAGE) for term in said_of)


@pytest.mark.slow
def test_conclusions_from_the_examples_equal_those_of_owlrl(stated: set[ox.Triple]) -> None:
    ours, theirs = _ours(stated), _theirs(stated)
    assert len(ours) > 1000
    assert ours - theirs == set()
    assert theirs - ours == set()
