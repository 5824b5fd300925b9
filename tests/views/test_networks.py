"""Each view and each option, on a world of which the ties can be worked out on paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import networkx as nx
import pytest

from kg import views
from kg.errors import UnknownNameError, UsageError
from kg.views import asked
from kg.views.options import DEFAULT
from tests.views.sample import iri, release
from tests.views.world import world

Weights = Mapping[str, float]


def network(name: str, **given: Any) -> nx.Graph[str]:
    """Return a network of the world, with options as a user types them."""
    view = world()
    return views.build(name, view, asked.read(view, views.get(name), **given))


def weights(graph: nx.Graph[str]) -> dict[str, float]:
    """Return the weight of each tie by the names of its ends, "CNES NASA" or "ESA > NASA"."""
    label = nx.get_node_attributes(graph, "label")
    joint = " > " if graph.is_directed() else " "
    return {
        joint.join((label[a], label[b]) if graph.is_directed() else sorted((label[a], label[b]))): w
        for a, b, w in graph.edges(data="weight")
    }


# By view and options: what ties whom. CNES and NASA share InSight, the ISS, the agreement, the
# launch of InSight, and half a meeting of three.
CASES: dict[str, tuple[str, dict[str, Any], Weights]] = {
    "agencies": (
        "agencies", {}, {"CNES NASA": 4.5, "CNES ESA": 1.5, "ESA NASA": 1.5, "BNSC CNES": 1},
    ),
    "from a year on": (
        "agencies", {"since": "2018"}, {"CNES NASA": 2.5, "CNES ESA": 1.5, "ESA NASA": 1.5},
    ),
    "before a year": ("agencies", {"before": "2014"}, {"BNSC CNES": 1}),
    "the first day counts": ("agencies", {"since": "2008-06-01", "before": "2009"}, {"BNSC CNES": 1}),
    "the last does not": ("agencies", {"since": "2008", "before": "2008-06-01"}, {}),
    "a month": ("agencies", {"since": "2014-02", "before": "2014-03"}, {"CNES NASA": 2}),
    "about a topic": ("agencies", {"about": "exploration"}, {"CNES NASA": 2}),
    "about a mission": ("agencies", {"about": "InSight"}, {"CNES NASA": 3}),
    "about a programme": (
        "agencies", {"about": "ISS"}, {"CNES NASA": 1, "CNES ESA": 1, "ESA NASA": 1},
    ),
    "near one": ("agencies", {"focus": "BNSC"}, {"BNSC CNES": 1}),
    "near one in two steps": (
        "agencies", {"focus": "BNSC", "hops": 2},
        {"CNES NASA": 4.5, "CNES ESA": 1.5, "ESA NASA": 1.5, "BNSC CNES": 1},
    ),
    "near one without ties": ("agencies", {"focus": "UKSA"}, {}),
    "not below a weight": ("agencies", {"min_weight": 2}, {"CNES NASA": 4.5}),
    "one kind of tie": ("agencies", {"weight": "missions"}, {"CNES NASA": 1}),
    "two kinds, one doubled": (
        "agencies", {"weight": "meetings=2, programmes"},
        {"CNES NASA": 2, "CNES ESA": 2, "ESA NASA": 2, "BNSC CNES": 2},
    ),
    "what is only discussed": ("agencies", {"status": "discussed"}, {}),
    "what is underway": (
        "agencies", {"status": "underway"}, {"CNES NASA": 1, "CNES ESA": 1, "ESA NASA": 1},
    ),
    "all, the discussed too": (
        "agencies", {"status": "all", "weight": "missions"},
        {"CNES NASA": 1, "CNES ESA": 1, "ESA NASA": 1},
    ),
    "predecessors as today's": (
        "agencies", {"roll_up": "successors", "before": "2010"}, {"CNES UKSA": 1},
    ),
    "members as ESA": ("agencies", {"roll_up": "esa"}, {"ESA NASA": 5}),
    "ESA as its members then": (
        "agencies", {"roll_up": "member-states", "weight": "meetings", "since": "2018"},
        {"CNES NASA": 0.5, "CNES UKSA": 0.5, "NASA UKSA": 0.5},
    ),
    "countries": (
        "countries", {}, {"France USA": 4.5, "ESA France": 1.5, "ESA USA": 1.5, "France UK": 1},
    ),
    "countries, ESA in parts": (
        "countries", {"roll_up": "member-states", "since": "2018", "weight": "meetings"},
        {"France USA": 0.5, "France UK": 0.5, "UK USA": 0.5},
    ),
    "who takes part in what": (
        "agency-programme", {},
        {
            "CNES InSight": 1, "InSight NASA": 2, "CNES ISS": 1, "ISS NASA": 1, "ESA ISS": 2,
            "Columbus ESA": 1,
        },
    ),
    "persons": (
        "persons", {}, {"Bolden Le Gall": 1.5, "Bolden Dordain": 0.5, "Dordain Le Gall": 0.5},
    ),
    "persons who signed": ("persons", {"weight": "signings"}, {"Bolden Le Gall": 1}),
    "persons and agencies": ("person-agency", {}, {"CNES Le Gall": 1, "Bolden NASA": 1}),
    "missions": ("missions", {"status": "all"}, {"Columbus InSight": 1}),
    "missions without a common agency": ("missions", {}, {}),
    "who writes about whom": (
        "releases", {}, {"CNES > BNSC": 1, "CNES > NASA": 3, "NASA > CNES": 2, "NASA > ESA": 3},
    ),
    "supply": ("supply", {}, {"ESA > JPL": 1, "CNES > JPL": 1}),
    "supply by vehicles": ("supply", {"weight": "vehicles"}, {"ESA > JPL": 1}),
}  # fmt: skip


@pytest.mark.parametrize(("name", "given", "expected"), CASES.values(), ids=CASES.keys())
def test_a_view_ties_whom_it_should(name: str, given: dict[str, Any], expected: Weights) -> None:
    found = weights(network(name, **given))
    assert found == {pair: pytest.approx(weight, abs=1e-6) for pair, weight in expected.items()}


def test_all_views_have_a_case() -> None:
    assert {name for name, _, _ in CASES.values()} == set(views.VIEWS)


def test_a_tie_counts_each_kind_and_shows_its_words() -> None:
    tie = network("agencies").edges[iri("agency/cnes"), iri("agency/nasa")]
    counts = {kind: tie[kind] for kind in views.get("agencies").kinds}
    assert counts == {"programmes": 1, "missions": 1, "meetings": 1, "agreements": 1, "launches": 1}
    assert (tie["first"], tie["last"], tie["releases"]) == ("2014-02-09", "2018-05-20", 3)
    assert tie["label"] == "CNES – NASA"
    assert tie["iri"].endswith("/tie/agencies/agency/cnes/agency/nasa")
    assert [quote["release"] for quote in tie["quotes"]] == [
        release("pr014"), release("pr019"), release("r018", "nasa"),
    ]  # fmt: skip


def test_a_node_shows_its_own_words() -> None:
    node = network("agencies").nodes[iri("agency/esa")]
    assert (node["class"], node["first"], node["last"]) == ("Agency", "2018-05-18", "2018-05-20")
    assert {quote["text"] for quote in node["quotes"]} == {"agency/esa on the ISS.", "Three met."}


def test_a_post_goes_by_its_title() -> None:
    shared = {tie["label"]: tie["shared"] for *_, tie in network("person-agency").edges(data=True)}
    assert shared == {"Le Gall – CNES": "President", "Bolden – NASA": "NASA"}


def test_the_two_modes_are_told_apart() -> None:
    graph = network("agency-programme")
    assert {graph.nodes[n]["label"] for n in graph if graph.nodes[n]["bipartite"]} == {
        "InSight", "ISS", "Columbus",
    }  # fmt: skip
    assert nx.is_bipartite(graph)


@pytest.mark.parametrize(
    ("typed", "python"),
    [
        ({"since": "2008-06-01", "before": "2009"}, {"since": date(2008, 6, 1), "before": 2009}),
        ({"since": "2018-05-20"}, {"since": datetime(2018, 5, 20, 12, tzinfo=UTC)}),
        ({"status": "planned, underway"}, {"status": ["planned", "underway"]}),
        ({"status": "all"}, {"status": ("all",)}),
        ({"roll_up": "successors,esa"}, {"roll_up": ["esa", "successors"]}),
        ({"weight": "meetings=2,programmes"}, {"weight": {"meetings": 2, "programmes": 1}}),
        ({"weight": "meetings,programmes"}, {"weight": ["meetings", "programmes"]}),
        ({}, {"since": None, "about": None, "status": [], "weight": {}, "backbone": None}),
    ],
)
def test_values_of_python_mean_what_the_text_means(
    typed: dict[str, Any], python: dict[str, Any]
) -> None:
    view, spec = world(), views.get("agencies")
    assert asked.read(view, spec, **python) == asked.read(view, spec, **typed)
    assert bool(typed) == (asked.read(view, spec, **typed) != DEFAULT)


@pytest.mark.parametrize(
    ("given", "kind", "helps"),
    [
        ({"since": "2018-13"}, UsageError, "YYYY-MM"),
        ({"before": "soon"}, UsageError, "YYYY-MM"),
        ({"since": "2019", "before": "2018"}, UsageError, "--from 2018 --to 2020"),
        ({"about": "explorations"}, UnknownNameError, "Did you mean exploration"),
        ({"about": "CNES"}, UnknownNameError, "--focus"),
        ({"focus": "CNESS"}, UnknownNameError, "CNES"),
        ({"status": "real"}, UnknownNameError, "discussed, planned"),
        ({"roll_up": "europe"}, UnknownNameError, "member-states"),
        ({"roll_up": "esa,member-states"}, UsageError, "esa, or to"),
        ({"weight": "programs"}, UnknownNameError, "'programmes'"),
        ({"weight": "meetings=much"}, UsageError, "meetings=2"),
        ({"weight": "meetings=-1"}, UsageError, "above 0"),
        ({"weight": "meetings=nan"}, UsageError, "above 0"),
        ({"weight": {"meetings": 0}}, UsageError, "above 0"),
        ({"weight": {"programs": 1}}, UnknownNameError, "'programmes'"),
        ({"hops": 0}, UsageError, "from 1 on"),
        ({"min_weight": -1.0}, UsageError, "from 0 on"),
        ({"min_weight": float("nan")}, UsageError, "from 0 on"),
        ({"backbone": 0.0}, UsageError, "0.05"),
        ({"backbone": 1.5}, UsageError, "0.05"),
    ],
)
def test_a_bad_value_says_what_fits(
    given: dict[str, Any], kind: type[UsageError], helps: str
) -> None:
    with pytest.raises(kind) as caught:
        network("agencies", **given)
    assert helps in caught.value.remedy
    assert caught.value.exit_code == 2
