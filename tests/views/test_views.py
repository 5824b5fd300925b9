"""The networks: who is tied to whom, how strongly, and where that is said."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest
from pyoxigraph import NamedNode

from kg import views
from kg.errors import UnknownNameError
from kg.vocab import DEFAULT_BASE, RDF, SKG
from tests.views.sample import founding, iri, release, store, told

CNES, ROSCOSMOS = iri("agency/cnes"), iri("agency/roscosmos")


def edge(graph: nx.Graph[str], a: str, b: str) -> dict[str, Any]:
    """Return the attributes of the edge between two keys."""
    found: dict[str, Any] = graph.edges[iri(a), iri(b)]
    return found


def test_agencies_are_tied_by_what_they_share() -> None:
    graph = views.build("agencies", store(founding()))
    assert list(graph) == [CNES, ROSCOSMOS]
    node = {k: v for k, v in graph.nodes[CNES].items() if k != "quotes"}
    assert node == {
        "iri": CNES,
        "label": "CNES",
        "class": "Agency",
        "first": "2020-02-14",
        "last": "2020-02-17",
        "releases": 1,
    }
    tie = edge(graph, "agency/cnes", "agency/roscosmos")
    told_apart = {k: v for k, v in tie.items() if k != "quotes"}
    assert told_apart == {
        "iri": f"{DEFAULT_BASE}tie/agencies/agency/cnes/agency/roscosmos",
        "label": "CNES – Roscosmos",
        "class": "programmes",
        "weight": 3.0,
        "programmes": 1,
        "missions": 1,
        "meetings": 1,
        "agreements": 0,
        "launches": 0,
        "disparity": 1.0,
        "shared": "Bion-M2; Label of meeting/2020-02-14-cnes-roscosmos; Soyuz at the CSG",
        "first": "2020-02-14",
        "last": "2020-02-17",
        "releases": 1,
    }
    assert [quote["release"] for quote in tie["quotes"]] == [release("pr025-2020")] * 3
    assert tie["quotes"][0] == {
        "text": "cnes on Bion-M2",
        "release": release("pr025-2020"),
        "issued": "2020-02-17",
    }


def test_a_meeting_of_many_ties_each_pair_weakly() -> None:
    release_ = told("pr1")
    agencies = ("agency/cnes", "agency/roscosmos", "agency/esa", "agency/asi")
    release_.event("meeting/all", "Meeting", "2019-01-01", "All met.", *agencies)
    release_.event("visit/two", "Visit", "2019-02-01", "Two met.", *agencies[:2])
    graph = views.build("agencies", store(release_))
    assert graph.number_of_edges() == 6
    assert edge(graph, "agency/cnes", "agency/roscosmos")["weight"] == pytest.approx(
        4 / 3, abs=1e-6
    )
    assert edge(graph, "agency/cnes", "agency/roscosmos")["meetings"] == 2
    assert edge(graph, "agency/esa", "agency/asi")["weight"] == pytest.approx(1 / 3, abs=1e-6)


@pytest.mark.parametrize(("status", "edges"), [("discussed", 0), ("planned", 1), ("completed", 1)])
def test_a_meeting_that_is_only_discussed_ties_nobody(status: str, edges: int) -> None:
    release_ = told("pr1")
    release_.event(
        "meeting/m", "Meeting", None, "They may meet.", "agency/cnes", "agency/esa", status=status
    )
    assert views.build("agencies", store(release_)).number_of_edges() == edges


def test_a_translation_is_no_independent_release() -> None:
    english, french = founding(), told("cp025-2020", translation_of="pr025-2020")
    later = told("pr100-2021", issued="2021-05-05")
    for one in (french, later):
        one.thing("mission/bion-m2", "Mission", "Bion-M2")
        for agency in ("cnes", "roscosmos"):
            one.claim(f"agency/{agency}", "leads", "mission/bion-m2", f"{one.key}: {agency}")
    tie = edge(
        views.build("agencies", store(english, french, later)), "agency/cnes", "agency/roscosmos"
    )
    assert (tie["releases"], tie["missions"]) == (2, 1)
    assert (tie["first"], tie["last"]) == ("2020-02-14", "2021-05-05")
    # Three releases, three quotes: none is shown twice while another is not shown.
    assert len({quote["release"] for quote in tie["quotes"]}) == 3


def test_a_sentence_that_names_both_is_preferred() -> None:
    release_ = told("pr1")
    release_.thing("mission/x", "Mission", "X")
    release_.claim("agency/cnes", "leads", "mission/x", "CNES leads X.")
    shared = release_.span("CNES and ESA fly X.")
    for agency in ("cnes", "esa"):
        release_.claim(f"agency/{agency}", "participatesIn", "mission/x", f"{agency} flies X.")
        claim = NamedNode(f"{release_.iri}/claim/agency/{agency}-participatesIn-mission/x")
        release_._say(claim, SKG.evidence, shared)
    tie = edge(views.build("agencies", store(release_)), "agency/cnes", "agency/esa")
    assert [quote["text"] for quote in tie["quotes"]] == ["CNES and ESA fly X."]


def test_a_tie_that_only_the_authority_states_has_no_release() -> None:
    release_ = told("pr1")
    release_.thing("programme/iss", "Programme", "ISS")
    for agency in ("cnes", "esa"):
        release_.fact(iri(f"agency/{agency}"), SKG.participatesIn, NamedNode(iri("programme/iss")))
    tie = edge(views.build("agencies", store(release_)), "agency/cnes", "agency/esa")
    assert (tie["releases"], tie["quotes"], tie["first"]) == (0, [], None)


def test_persons_are_tied_by_meeting_and_by_signing() -> None:
    release_ = founding()
    release_.event(
        "agreement-signing/a", "AgreementSigning", "2020-02-15", "They signed.",
        "person/le-gall", "person/rogozin",
    )  # fmt: skip
    release_.event(
        "agreement-signing/a", "AgreementSigning", "2020-02-15", "Levy saw it.",
        "person/levy", role="witness",
    )  # fmt: skip
    graph = views.build("persons", store(release_))
    assert graph.number_of_edges() == 3
    tie = edge(graph, "person/le-gall", "person/rogozin")
    assert (tie["weight"], tie["meetings"], tie["signings"]) == (1.5, 1, 1)
    assert edge(graph, "person/le-gall", "person/levy")["signings"] == 0


def test_agencies_and_programmes_make_two_modes() -> None:
    release_ = founding()
    release_.claim("mission/bion-m2", "partOf", "programme/bion", "Bion-M2 is part of Bion.")
    release_.thing("programme/bion", "Programme", "Bion")
    release_.claim("agency/roscosmos", "leads", "mission/bion-m2", "Roscosmos leads it.")
    graph = views.build("agency-programme", store(release_))
    assert nx.is_bipartite(graph)
    assert {graph.nodes[n]["class"]: graph.nodes[n]["bipartite"] for n in graph} == {
        "Agency": 0,
        "Mission": 1,
        "Programme": 1,
    }
    direct = edge(graph, "agency/roscosmos", "mission/bion-m2")
    assert (direct["weight"], direct["leads"], direct["participates"]) == (2.0, 1, 1)
    through = edge(graph, "agency/roscosmos", "programme/bion")
    assert (through["leads"], through["missions"], through["shared"]) == (0, 1, "Bion-M2")
    assert through["quotes"]


@pytest.mark.parametrize("name", views.VIEWS)
def test_an_empty_store_gives_an_empty_graph(name: str) -> None:
    graph = views.build(name, store())
    assert (graph.number_of_nodes(), graph.graph["name"]) == (0, name)


@pytest.mark.parametrize("name", views.VIEWS)
def test_a_view_cannot_be_changed_and_is_always_the_same(name: str) -> None:
    first, second = (views.build(name, store(founding())) for _ in range(2))
    assert nx.is_frozen(first)
    assert list(first.nodes(data=True)) == list(second.nodes(data=True))
    assert list(first.edges(data=True)) == list(second.edges(data=True))
    with pytest.raises(nx.NetworkXError):
        first.add_node("another")


def test_an_unknown_view_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="'agencys'") as caught:
        views.build("agencys", store())
    assert "Did you mean 'agencies'?" in caught.value.remedy


def test_things_without_a_label_are_called_by_their_iri() -> None:
    release_ = told("pr1")
    release_.fact(iri("agency/x%C3%A9"), RDF.type, NamedNode(SKG.Agency))
    release_.event("meeting/m", "Meeting", None, "They met.", "agency/cnes", "agency/x%C3%A9")
    graph = views.build("agencies", store(release_))
    assert graph.nodes[iri("agency/x%C3%A9")]["label"] == "xé"
