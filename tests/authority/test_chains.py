"""Chains of successors, variants, parts and places end; what ended did not begin later."""

from __future__ import annotations

import pytest

from kg.vocab import DCTERMS, FOAF, SKG
from tests.authority.reading import Individual, individuals, nodes, report


@pytest.mark.parametrize("term", ["succeededBy", "variantOf", "partOf", "locatedIn"])
def test_no_chain_comes_back_to_its_start(term: str) -> None:
    wrong = [one.key for one in individuals() if one.iri in _beyond(one, SKG[term])]
    assert not wrong, report(wrong)


def _beyond(start: Individual, predicate: str) -> set[str]:
    """Return all that `start` leads to by one or more steps of `predicate`."""
    reached: set[str] = set()
    edge = set(start.links(predicate))
    while edge:
        reached |= edge
        steps = [nodes()[iri].links(predicate) for iri in edge if iri in nodes()]
        edge = {iri for step in steps for iri in step} - reached
    return reached


def test_a_successor_is_of_a_kindred_class() -> None:
    wrong = [
        f"{one.key} -> {target}"
        for one in individuals()
        for target in one.links(SKG.succeededBy)
        if (end := nodes().get(target)) and not _kindred(one.kind, end.kind)
    ]
    assert not wrong, report(wrong)


def _kindred(one: str | None, other: str | None) -> bool:
    return one == other or {one, other} <= {"Agency", "Organisation"}


def test_nothing_ends_before_it_begins() -> None:
    wrong = [
        f"{node.key}: {since} to {until}"
        for node in nodes().values()
        for since in _years(node, SKG.since)
        for until in _years(node, SKG.until)
        if since > until
    ]
    assert not wrong, report(wrong)


@pytest.mark.parametrize(
    ("term", "subjects", "objects"),
    [
        (DCTERMS.contributor, {"Mission", "Programme", "Payload"}, {"Agency", "Organisation"}),
        (DCTERMS.hasPart, {"Mission"}, {"Payload"}),
        # A space centre that builds is a site here.
        (FOAF.maker, {"Mission", "Payload"}, {"Agency", "Organisation", "Site"}),
        (DCTERMS.relation, {"Mission", "Payload"}, {"LaunchVehicle", "Site"}),
    ],
)
def test_ties_join_what_can_be_tied(term: str, subjects: set[str], objects: set[str]) -> None:
    wrong = [
        f"{one.key} -> {target}"
        for one in individuals()
        for target in one.links(term)
        if one.kind not in subjects or target not in nodes() or nodes()[target].kind not in objects
    ]
    assert not wrong, report(wrong)


def _years(node: Individual, predicate: str) -> list[str]:
    return [o.value[:4] for o in node.literals(predicate)]
