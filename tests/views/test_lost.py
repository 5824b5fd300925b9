"""What would be lost, as a network that can be drawn and exported."""

from __future__ import annotations

import json

import networkx as nx
import pytest

from kg.views import lost, what_if
from tests.export.networks import exported
from tests.views.sample import iri, release
from tests.views.world import world


def without(name: str) -> nx.Graph[str]:
    view = world()
    gone = what_if.removed(f"without:{name}", view)
    return lost.network(view, gone, what_if.losses(view, gone))


def test_what_is_lost_is_tied_to_what_it_loses_and_that_to_whose_it_is() -> None:
    graph = without("ESA")
    assert {tie["label"]: tie["class"] for *_, tie in graph.edges(data=True)} == {
        "InSight → Ariane 5": "launcher", "Ariane 5 → ESA": "provider", "Columbus → ESA": "member",
    }  # fmt: skip
    assert {node["label"]: (node["class"], node.get("left")) for node in graph.nodes.values()} == {
        "InSight": ("Mission", "JPL"), "Columbus": ("Mission", None), "ESA": ("Agency", None),
        "Ariane 5": ("LaunchVehicle", None),
    }  # fmt: skip
    assert graph.name == "Without ESA"
    with pytest.raises(nx.NetworkXError, match="Frozen"):
        graph.add_node("x")


def test_a_loss_shows_its_words_and_a_provider_none() -> None:
    graph = without("ESA")
    vehicle = iri("launch-vehicle/ariane-5")
    tie = graph.edges[iri("mission/insight"), vehicle]
    assert (tie["first"], tie["last"], tie["releases"]) == ("2018-05-06", "2018-05-06", 1)
    assert tie["quotes"] == [
        {"text": "Ariane 5 took InSight up.", "release": release("pr019"), "issued": "2018-05-06"}
    ]
    assert tie["iri"].endswith("/tie/what-if/mission/insight/launch-vehicle/ariane-5")
    provider = graph.edges[vehicle, iri("agency/esa")]
    assert (provider["releases"], provider["quotes"]) == (0, [])


def test_nothing_lost_is_an_empty_network() -> None:
    graph = without("UKSA")
    assert not graph.nodes
    assert json.loads(exported(graph, "json"))["graph"] == {"name": "Without UKSA"}


def test_what_is_gone_may_itself_be_the_launcher() -> None:
    graph = without("Ariane 5")
    assert [tie["label"] for *_, tie in graph.edges(data=True)] == ["InSight → Ariane 5"]
