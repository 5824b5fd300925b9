"""What is asked of a network as a whole: its stability, its slices, and what would be lost."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import views
from kg.errors import UsageError
from kg.store.base import View
from kg.views import labels, measured, slices, what_if
from kg.views.measures.weighted import Weighted
from kg.views.options import Options, Period
from kg.views.stability import intervals, ranks, samples
from tests.views.sample import store
from tests.views.world import told, world


def many(count: int) -> View:
    """Return CNES and ESA in one mission by as many releases, and once in another with NASA."""
    releases = [told(f"pr{number:03}", "2015-01-01") for number in range(count)]
    for release in releases:
        for agency in ("agency/cnes", "agency/esa"):
            release.claim(agency, "participatesIn", "mission/insight", f"{agency} flies.")
    for agency in ("agency/cnes", "agency/nasa"):
        releases[0].claim(agency, "participatesIn", "mission/columbus", f"{agency} flies too.")
    return store(*releases)


def test_what_many_releases_say_is_stable_and_what_one_says_is_not() -> None:
    study = views.study("agencies", many(12))
    network = Weighted.of(study.network())
    found = intervals(study, network, ["strength"], 200)["strength"]
    cnes, esa, nasa = (found[network.nodes.index(it)] for it in sorted(network.nodes))
    assert (esa.low, esa.high) == (1, 1)
    assert nasa.low == 0
    assert nasa.high > 1
    assert (nasa.best, nasa.worst) == (2, 3)
    assert cnes.worst == 1


def test_samples_weigh_on_average_what_the_whole_weighs() -> None:
    study = views.study("agencies", many(6))
    whole = {pair: tie.weight for pair, tie in study.ties(study.rows).ties.items()}
    drawn = list(samples(study, 600))
    for pair, weight in whole.items():
        mean = sum(sample.get(pair, 0) for sample in drawn) / len(drawn)
        assert mean == pytest.approx(weight, abs=0.15)
    assert drawn == list(samples(study, 600))


def test_a_release_and_its_translation_are_drawn_as_one() -> None:
    english, french = told("pr1", "2015-01-01"), told("cp1", "2015-01-01", of="pr1")
    for release in (english, french):
        for agency in ("agency/cnes", "agency/nasa"):
            release.claim(agency, "participatesIn", "mission/insight", f"{agency} flies.")
    study = views.study("agencies", store(english, french))
    assert all(list(sample.values()) == [1.0] for sample in samples(study, 20))


def test_what_only_the_authority_says_does_not_vary() -> None:
    study = views.study("supply", world())
    graph = measured.with_intervals(study, ["degree", "community"], 10)
    node = next(iter(graph.nodes.values()))
    assert {"degree_low", "degree_high", "degree_rank", "degree_best", "degree_worst"} <= set(node)
    assert "community_low" not in node


@pytest.mark.parametrize(
    ("values", "name", "expected"),
    [
        ([3, 1, 2], "degree", [1, 3, 2]),
        ([2, 2, 1], "degree", [1, 1, 3]),
        ([0.3, 0.1, 0.2], "constraint", [3, 1, 2]),
        ([0.1 + 0.2, 0.3], "pagerank", [1, 1]),
        ([], "degree", []),
    ],
)
def test_equal_values_share_the_better_rank(
    values: list[float], name: str, expected: list[int]
) -> None:
    assert ranks(values, name) == expected


def test_slices_tell_what_is_new_and_what_is_lost() -> None:
    study = views.study("agencies", world())
    found = slices.slices(study, slices.length("5y"))
    assert [(it.period.since, it.period.before) for it in found] == [
        ("2005-01-01", "2010-01-01"), ("2010-01-01", "2015-01-01"), ("2015-01-01", "2020-01-01"),
    ]  # fmt: skip
    assert [it.graph.number_of_edges() for it in found] == [1, 1, 3]
    called = labels.fetch(world(), {n for it in found for n in it.graph})
    changes = [[" ".join(called[end] for end in pair) for pair in it.new] for it in found]
    assert changes == [[], ["CNES NASA"], ["CNES ESA", "ESA NASA"]]
    assert [len(it.lost) for it in found] == [0, 1, 0]


def test_a_slice_says_in_its_graph_what_is_new_and_lost() -> None:
    first, second, third = slices.slices(views.study("agencies", world()), 60)
    assert first.graph.graph == {
        "name": "agencies", "from": "2005-01-01", "before": "2010-01-01", "brokers": "",
    }  # fmt: skip
    assert [tie.get("new") for *_, tie in first.graph.edges(data=True)] == [None]
    assert second.graph.graph["lost"] == "BNSC – CNES"
    assert [tie["new"] for *_, tie in second.graph.edges(data=True)] == [True]
    assert {tie["label"]: tie["new"] for *_, tie in third.graph.edges(data=True)} == {
        "CNES – NASA": False, "CNES – ESA": True, "ESA – NASA": True,
    }  # fmt: skip
    assert third.graph.graph["lost"] == ""
    assert nx.is_frozen(third.graph)


def test_slices_start_and_end_where_the_period_does() -> None:
    options = Options(period=Period("2008-05-01", "2019-02-01"))
    found = list(slices.periods(views.study("agencies", world(), options), 72))
    assert found == [Period("2008-05-01", "2014-05-01"), Period("2014-05-01", "2019-02-01")]
    assert slices.slices(views.study("agencies", store()), 12) == []


@settings(deadline=None)
@given(st.integers(1, 120), st.integers(1990, 2030), st.integers(1, 12), st.integers(1, 28))
def test_slices_leave_no_day_out(months: int, year: int, month: int, day: int) -> None:
    start = f"{year}-{month:02}-{day:02}"
    end = slices.later(start, months)
    assert start < end
    assert slices.later(end, months) > end
    assert slices.later(start, 12) == f"{year + 1}-{month:02}-{day:02}"


@pytest.mark.parametrize("text", ["5", "y", "0y", "-1y", "5 years", "5d", ""])
def test_a_bad_length_says_what_fits(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        slices.length(text)
    assert "5y, 1y, 6m" in caught.value.remedy


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ESA", {("launcher", "InSight", "Ariane 5", "JPL"), ("member", "Columbus", "ESA", "")}),
        ("CNES", {("site", "InSight", "ELA-3", "JPL"), ("partner", "InSight", "CNES", "NASA")}),
        ("NASA", {("partner", "InSight", "NASA", "CNES")}),
        ("Ariane 5", {("launcher", "InSight", "Ariane 5", "JPL")}),
        ("UKSA", set()),
    ],
)
def test_what_is_lost_without_somebody(name: str, expected: set[tuple[str, ...]]) -> None:
    gone = what_if.removed(f"without:{name}", world())
    found = what_if.losses(world(), gone)
    told_ = {
        (it.kind, it.endeavour.label, *(", ".join(t.label for t in side) for side in (it.who, it.left)))
        for it in found
    }  # fmt: skip
    assert told_ == expected
    assert found == sorted(found)


@pytest.mark.parametrize("text", ["roscosmos", "with:esa", "without:", "without"])
def test_another_question_is_refused(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        what_if.removed(text, world())
    assert "without:NAME" in caught.value.remedy
