"""The command `network`: its options, its tables, and what it refuses."""

from __future__ import annotations

import csv
from pathlib import Path

import networkx as nx
import pytest

from kg.store.embedded import EmbeddedStore
from tests.cli.conftest import Program
from tests.views.world import bnsc, given, insight, launch, station


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small store whose networks are known."""
    folder = tmp_path_factory.mktemp("world") / "store"
    with EmbeddedStore.open(folder, create=True) as store:
        for told in (given(), bnsc(), insight(), station(), launch()):
            store.admit(told.graph())
    return folder


def rows(text: str) -> list[list[str]]:
    """Return the cells of a table as it is shown, without its line of dashes."""
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("--")]
    return [line for line in lines if not all(set(cell) == {"-"} for cell in line)]


def test_options_narrow_a_network_down(spacekg: Program, world: Path) -> None:
    result = spacekg(
        "network", "agencies", "--store", world, "-f", "csv", "--from", "2014", "--to", "2018-06",
        "--about", "InSight", "--weight", "missions,agreements=2", "--min-weight", "3",
        "--focus", "CNES", "--hops", "2", "--status", "all", "--roll-up", "successors",
    )  # fmt: skip
    assert result.exit_code == 0, result.stderr
    (tie,) = csv.DictReader(result.stdout.splitlines())
    assert (tie["label"], tie["weight"]) == ("CNES – NASA", "3.0")


def test_the_backbone_has_a_usual_level(spacekg: Program, world: Path) -> None:
    result = spacekg("network", "agencies", "--store", world, "-f", "csv", "--backbone", "1")
    assert len(result.stdout.splitlines()) == 5
    result = spacekg("network", "agencies", "--store", world, "-f", "csv", "--backbone")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1


def test_measures_are_shown_as_a_table_the_first_at_the_top(spacekg: Program, world: Path) -> None:
    result = spacekg("network", "agencies", "--store", world, "--measure", "degree,betweenness")
    assert result.exit_code == 0
    assert rows(result.stdout) == [
        ["degree", "betweenness"],
        ["CNES", "3", "0.667"],
        ["ESA", "2", "0.000"],
        ["NASA", "2", "0.000"],
        ["BNSC", "1", "0.000"],
    ]


def test_the_least_constrained_comes_first(spacekg: Program, world: Path) -> None:
    result = spacekg("network", "agencies", "--store", world, "--measure", "constraint")
    names = [line[0] for line in rows(result.stdout)[1:]]
    assert names == ["CNES", "NASA", "BNSC", "ESA"]


def test_measures_become_attributes_of_a_file(
    spacekg: Program, world: Path, tmp_path: Path
) -> None:
    out = tmp_path / "agencies.graphml"
    result = spacekg(
        "network", "agencies", "--store", world, "--measure", "degree,community",
        "--stability", "10", "-o", out,
    )  # fmt: skip
    assert (result.exit_code, result.stdout) == (0, "")
    found = {n["label"]: n for _, n in nx.read_graphml(out).nodes(data=True)}
    assert found["CNES"]["degree"] == 3
    assert found["CNES"]["degree_low"] <= 3
    assert found["CNES"]["community"] == 1


def test_intervals_stand_beside_the_measures(spacekg: Program, world: Path) -> None:
    result = spacekg(
        "network", "agencies", "--store", world, "--measure", "strength,community",
        "--stability", "20",
    )  # fmt: skip
    first = rows(result.stdout)[0]
    assert first == ["strength", "95", "%", "rank", "community"]
    assert " to " in result.stdout


def test_what_would_be_lost(spacekg: Program, world: Path) -> None:
    result = spacekg("network", "supply", "--store", world, "--what-if", "without:ESA")
    assert result.exit_code == 0
    assert "Without ESA, 1 would lose their only launcher:" in result.stdout
    assert "InSight  Ariane 5  JPL          1" in result.stdout
    result = spacekg("network", "supply", "--store", world, "--what-if", "without:UKSA")
    assert "Nothing is known" in result.stdout


def test_what_would_be_lost_goes_into_a_file(spacekg: Program, world: Path, tmp_path: Path) -> None:
    typed = ("network", "agencies", "--store", world, "--what-if")
    out = tmp_path / "lost.graphml"
    result = spacekg(*typed, "without:ESA", "-o", out)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    kinds = {tie["label"]: tie["class"] for *_, tie in nx.read_graphml(out).edges(data=True)}
    assert kinds["InSight → Ariane 5"] == "launcher"
    result = spacekg(*typed, "without:UKSA", "-f", "csv")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)
    assert "nothing that would be lost" in result.stderr


def test_each_period_is_measured(spacekg: Program, world: Path) -> None:
    result = spacekg(
        "network", "agencies", "--store", world, "--slices", "5y", "--measure", "degree,strength"
    )
    told = result.stdout.partition("2015, 2020:\n")[2]
    assert rows(told)[0] == ["degree", "strength"]
    # All three share the station and half a meeting; CNES and NASA launched InSight as well.
    assert rows(told)[1:] == [["CNES", "2", "4.000"], ["ESA", "2", "3.000"], ["NASA", "2", "4.000"]]


def test_slices_show_what_changed_and_write_a_file_each(
    spacekg: Program, world: Path, tmp_path: Path
) -> None:
    out = tmp_path / "agencies.nodes.csv"
    result = spacekg(
        "network", "agencies", "--store", world, "--slices", "5y", "-o", out,
        "--measure", "degree",
    )  # fmt: skip
    assert result.exit_code == 0, result.stderr
    assert [line[:6] for line in rows(result.stdout)[1:4]] == [
        ["2005,", "2010", "2", "1", "0", "0"],
        ["2010,", "2015", "2", "1", "1", "1"],
        ["2015,", "2020", "3", "3", "2", "0"],
    ]
    assert "2010, 2015, lost: BNSC – CNES" in result.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"agencies.{years}.nodes.csv" for years in ("2005-2010", "2010-2015", "2015-2020")
    ]
    with (tmp_path / "agencies.2015-2020.nodes.csv").open(encoding="utf-8") as file:
        assert [row["degree"] for row in csv.DictReader(file)] == ["2", "2", "2"]


@pytest.mark.parametrize(
    ("options", "helps"),
    [
        (["--from", "someday"], "YYYY-MM-DD"),
        (["--to", "2020-31-01"], "YYYY-MM-DD"),
        (["--from", "2020", "--to", "2020"], "--from 2018 --to 2020"),
        (["--about", "nothing at all"], "Topics: astronomy"),
        (["--focus", "no such agency"], "knows no entity"),
        (["--hops", "0"], "x>=1"),
        (["--min-weight", "-1"], "x>=0"),
        (["--weight", "friendship"], "programmes, missions"),
        (["--status", "perhaps"], "discussed, planned"),
        (["--roll-up", "nato"], "esa, member-states, successors"),
        (["--backbone", "1.5"], "0<x<=1"),
        (["--measure", "fame"], "Measures: degree"),
        (["--stability", "10"], "goes with --measure"),
        (["--measure", "degree", "--stability", "1"], "x>=2"),
        (["--measure", "degree", "--stability", "5", "--slices", "1y"], "not with --slices"),
        (["--slices", "5"], "5y, 1y, 6m"),
        (["--slices", "5y", "-f", "csv"], "name one with -o"),
        (["--what-if", "roscosmos"], "without:NAME"),
        (["--what-if", "without:no such agency"], "knows no entity"),
        (["--what-if", "without:ESA", "--measure", "degree"], "stands alone"),
    ],
)
def test_a_bad_value_ends_with_2_and_says_what_fits(
    spacekg: Program, world: Path, options: list[str], helps: str
) -> None:
    result = spacekg("network", "agencies", "--store", world, *options)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert helps in " ".join(result.stderr.split())


def test_no_period_is_an_empty_file(spacekg: Program, world: Path, tmp_path: Path) -> None:
    out = tmp_path / "agencies.graphml"
    result = spacekg(
        "network", "agencies", "--store", world, "--to", "1950", "--slices", "5y", "-o", out
    )
    assert (result.exit_code, result.stdout) == (0, "")
    assert "has no ties" in result.stderr
    assert not nx.read_graphml(out).nodes


@pytest.mark.parametrize("options", [["--measure", "degree"], ["--slices", "1y"], ["-f", "csv"]])
def test_a_network_without_ties_is_told(spacekg: Program, world: Path, options: list[str]) -> None:
    result = spacekg("network", "agencies", "--store", world, "--to", "1950", *options)
    assert result.exit_code == 0
    assert "has no ties for the network agencies with these options" in result.stderr
