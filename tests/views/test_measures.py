"""The measures: what they say of small networks, and that networkx and igraph say the same."""

from __future__ import annotations

import os
import subprocess
import sys
from random import Random

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from kg import views
from kg.errors import UnknownNameError, UsageError
from kg.views import measured
from kg.views.measures import LARGE, MEASURES, by_networkx, measure
from kg.views.measures.weighted import Weighted
from tests.views.world import world

STAR = {("a", "b"): 1.0, ("a", "c"): 1.0, ("a", "d"): 1.0}
# Two triangles with a tie from c to d between them.
BOW = {
    ("a", "b"): 1.0, ("b", "c"): 1.0, ("a", "c"): 1.0, ("c", "d"): 1.0, ("d", "e"): 1.0,
    ("e", "f"): 1.0, ("d", "f"): 1.0,
}  # fmt: skip


def made(weights: dict[tuple[str, str], float], *, directed: bool = False) -> Weighted:
    nodes = {end for pair in weights for end in pair}
    return Weighted.made(nodes, weights, directed=directed)


# By measure: of the star from its middle, of the two triangles from one end to the other.
KNOWN: dict[str, tuple[list[float], list[float]]] = {
    "degree": ([3, 1, 1, 1], [2, 2, 3, 3, 2, 2]),
    "strength": ([3, 1, 1, 1], [2, 2, 3, 3, 2, 2]),
    "betweenness": ([1, 0, 0, 0], [0, 0, 0.6, 0.6, 0, 0]),
    "eigenvector": ([1, 3**-0.5, 3**-0.5, 3**-0.5], [0.707107, 0.707107, 1, 1, 0.707107, 0.707107]),
    "kcore": ([1, 1, 1, 1], [2, 2, 2, 2, 2, 2]),
    "community": ([1, 1, 1, 1], [1, 1, 1, 2, 2, 2]),
    "constraint": ([1 / 3, 1, 1, 1], [1.006944, 1.006944, 0.611111, 0.611111, 1.006944, 1.006944]),
    "pagerank": ([0.479730, 0.173423, 0.173423, 0.173423], [0.145985, 0.145985, 0.208029, 0.208029, 0.145985, 0.145985]),
}  # fmt: skip


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_of_a_small_network(name: str) -> None:
    star, bow = KNOWN[name]
    assert measure(made(STAR), [name])[name] == pytest.approx(star, abs=1e-5)
    assert measure(made(BOW), [name])[name] == pytest.approx(bow, abs=1e-5)


WEIGHTS = st.dictionaries(
    st.tuples(st.sampled_from("abcdefghij"), st.sampled_from("abcdefghij")).filter(
        lambda pair: pair[0] < pair[1]
    ),
    st.sampled_from([1.0, 2.0, 0.5, 1 / 3, 7.0]),
    min_size=1,
    max_size=30,
)


@settings(deadline=None, max_examples=60)
@given(WEIGHTS, st.booleans(), st.booleans())
def test_networkx_and_igraph_measure_the_same(
    weights: dict[tuple[str, str], float], directed: bool, back: bool
) -> None:
    by_igraph = pytest.importorskip("kg.views.measures.by_igraph", exc_type=ImportError)
    if directed and back:
        weights |= {(other, one): weight + 1 for (one, other), weight in weights.items()}
    network = made(weights, directed=directed)
    for name, work in by_networkx.MEASURES.items():
        try:
            expected = work(network)
        except UsageError:
            # Parts of a network may be too much alike for an eigenvector: that is said, and not measured.
            reject()
        assert by_igraph.MEASURES[name](network) == pytest.approx(expected, abs=1e-9), name


@pytest.mark.parametrize("engine", ["networkx", "igraph"])
def test_a_large_network_is_measured(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ring of 1,001 nodes: what is left to networkx below the limit, igraph has beyond it."""
    pytest.importorskip("igraph")
    if engine == "networkx":
        monkeypatch.setattr("kg.views.measures.LARGE", 2000)
    names = [f"n{number:04}" for number in range(1001)]
    ring = {(min(a, b), max(a, b)): 1.0 for a, b in zip(names, names[1:] + names[:1], strict=True)}
    found = measure(made(ring), ["pagerank", "kcore", "eigenvector"])
    assert found["pagerank"] == pytest.approx([1 / 1001] * 1001)
    assert found["kcore"] == [2.0] * 1001
    assert found["eigenvector"] == pytest.approx([1.0] * 1001)


@pytest.mark.slow
@pytest.mark.parametrize("directed", [False, True])
def test_a_large_network_is_measured_alike_by_both(
    directed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond the limit igraph works; without it networkx gives the same."""
    pytest.importorskip("igraph")
    random = Random(5)
    ends = [min(int(random.paretovariate(0.8)), 1050) for _ in range(5000)]
    weights = {
        (f"n{one:04}", f"n{number % 1050:04}"): random.choice((0.5, 1.0, 3.0))
        for number, one in enumerate(ends)
        if one < number % 1050
    }
    network = made(weights, directed=directed)
    assert len(network.nodes) > LARGE
    names = [name for name in MEASURES if name != "community"]
    by_igraph = measure(network, names)
    monkeypatch.setattr("kg.views.measures.LARGE", 2000)
    for name, values in measure(network, names).items():
        assert by_igraph[name] == pytest.approx(values, abs=1e-9), name


def test_the_empty_network_has_no_measures() -> None:
    empty = Weighted.made((), {}, directed=False)
    assert measure(empty, list(MEASURES)) == {name: [] for name in MEASURES}


def test_measures_become_attributes_of_nodes_that_cannot_be_changed() -> None:
    graph = measured.measured(views.build("agencies", world()), ["degree", "betweenness"])
    told = {node["label"]: (node["degree"], node["betweenness"]) for node in graph.nodes.values()}
    assert told == {
        "CNES": (3, pytest.approx(2 / 3)), "NASA": (2, 0), "ESA": (2, 0), "BNSC": (1, 0),
    }  # fmt: skip
    with pytest.raises(Exception, match="Frozen"):
        graph.add_node("x")


def test_an_unknown_measure_is_named_with_the_nearest() -> None:
    assert measured.names("degree, degree,kcore") == ["degree", "kcore"]
    with pytest.raises(UnknownNameError, match="'page rank'") as caught:
        measured.names("page rank")
    assert "'pagerank'" in caught.value.remedy


PRINT = """
from kg import views
from kg.views import measured
from kg.views.measures import MEASURES
from tests.views.world import world
graph = views.study("agencies", world())
told = measured.with_intervals(graph, list(MEASURES), 5)
print(sorted(told.nodes.items()), list(told.edges(data=True)))
"""


@pytest.mark.slow
def test_the_same_input_gives_the_same_output_in_each_process() -> None:
    def run(seed: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", PRINT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert run("1") == run("2")
