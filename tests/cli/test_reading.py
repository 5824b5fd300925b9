"""Export, network, explain and info: what a store is asked besides queries."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import DefaultGraph, RdfFormat, parse

from kg.cli import export, network
from kg.export import network as network_formats
from kg.export import rdf
from kg.store.embedded import EmbeddedStore
from kg.views import VIEWS
from tests.cli.conftest import Program

BION = "https://w3id.org/spacekg/id/mission/bion-m2"


def test_the_formats_are_those_of_the_writers() -> None:
    assert tuple(f.name for f in rdf.FORMATS) == export.FORMATS
    assert tuple(f.name for f in network_formats.FORMATS) == network.FORMATS


# Export


def test_an_export_is_whole_and_sorted(spacekg: Program, store: Path) -> None:
    whole = spacekg("export", "--store", store).stdout
    lines = whole.splitlines()
    assert len(lines) == len(set(lines))
    graphs = {quad.graph_name for quad in parse(whole, RdfFormat.N_QUADS)}
    assert DefaultGraph() in graphs
    assert spacekg("export", "--store", store).stdout == whole


def test_a_release_is_exported_with_its_evidence(
    spacekg: Program, store: Path, graph: Path
) -> None:
    result = spacekg("export", "--store", store, "--graph", "cnes/pr025-2020")
    names = {quad.graph_name.value for quad in parse(result.stdout, RdfFormat.N_QUADS)}
    base = "https://w3id.org/spacekg/graph"
    assert names == {f"{base}/release/cnes/pr025-2020", f"{base}/evidence/cnes/pr025-2020"}
    assert len(result.stdout.splitlines()) == len(graph.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("part", ["facts", "authority", "ontology"])
def test_a_part_is_exported(spacekg: Program, store: Path, part: str, tmp_path: Path) -> None:
    out = tmp_path / "part.ttl"
    assert spacekg("export", "--store", store, "--graph", part, "-o", out).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("@prefix")


@pytest.mark.parametrize("part", ["all", "cnes/pr025-2020"])
def test_facts_alone_point_at_no_evidence(spacekg: Program, store: Path, part: str) -> None:
    arguments = ("export", "--store", store, "--graph", part, "--no-evidence")
    quads = set(parse(spacekg(*arguments).stdout, RdfFormat.N_QUADS))
    names = {str(getattr(quad.graph_name, "value", "")) for quad in quads}
    assert quads
    assert not [name for name in names if "/graph/evidence/" in name]
    assert not [quad for quad in quads if "#char=" in str(quad.object)]
    whole = set(parse(spacekg(*arguments[:-1]).stdout, RdfFormat.N_QUADS))
    assert quads < whole


@pytest.mark.parametrize("form", export.FORMATS)
def test_an_empty_store_gives_an_empty_valid_file_and_says_so(
    spacekg: Program, tmp_path: Path, form: str
) -> None:
    EmbeddedStore.open(tmp_path / "store", create=True).close()
    result = spacekg("export", "--store", tmp_path / "store", "-f", form)
    assert result.exit_code == 0
    assert "has no statements to export" in result.stderr
    syntax = next(f for f in rdf.FORMATS if f.name == form).media_type
    found = RdfFormat.from_media_type(syntax)
    assert found is not None
    assert not list(parse(result.stdout, found))


def test_a_part_that_is_not_there(spacekg: Program, store: Path, tmp_path: Path) -> None:
    out = tmp_path / "part.ttl"
    result = spacekg("export", "--store", store, "--graph", "cnes/pr999-2020", "-o", out)
    assert result.exit_code == 2
    assert "has no graph 'cnes/pr999-2020'" in result.stderr
    assert not out.exists()


# Networks


def test_the_agencies_as_graphml(spacekg: Program, store: Path, tmp_path: Path) -> None:
    out = tmp_path / "agencies.graphml"
    assert spacekg("network", "agencies", "--store", store, "-o", out).exit_code == 0
    found = nx.read_graphml(out)
    pair = [f"https://w3id.org/spacekg/id/agency/{key}" for key in ("cnes", "roscosmos")]
    assert found.edges[pair]["meetings"] >= 1


@pytest.mark.parametrize("form", network.FORMATS)
@pytest.mark.parametrize("name", VIEWS)
def test_every_view_in_every_format(spacekg: Program, store: Path, name: str, form: str) -> None:
    result = spacekg("network", name, "--store", store, "-f", form)
    if "needs a font" in result.stderr:
        pytest.skip("a PNG needs a font: apt-get install fonts-dejavu-core")
    assert result.exit_code == 0
    assert re.search("CNES|cnes|France|CFOSAT|Le Gall|PNG", result.stdout)


def test_an_unknown_view(spacekg: Program, store: Path) -> None:
    result = spacekg("network", "agenices", "--store", store)
    assert result.exit_code == 2
    assert "Did you mean 'agencies'?" in result.stderr


def test_a_network_without_ties_is_said_and_written(spacekg: Program, tmp_path: Path) -> None:
    store = tmp_path / "store"
    text = "A note on weather\n\n3 May 2019\n\nRain fell on the village yesterday.\n"
    assert spacekg("build", "-", "--publisher", "cnes", "--store", store, stdin=text).exit_code == 0
    result = spacekg("network", "agencies", "--store", store, "-f", "csv")
    assert result.exit_code == 0
    assert not list(csv.DictReader(result.stdout.splitlines()))
    assert "has no ties for the network agencies" in result.stderr


# Explanations


def test_a_thing_is_explained_with_its_sentences(spacekg: Program, store: Path, twin: Path) -> None:
    result = spacekg("explain", "Bion-M2", "--store", store)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Bion-M2 (mission)\n{BION}\n")
    assert "CNES participates in Bion-M2" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 100
    found = json.loads(spacekg("explain", BION, "--json", "--store", store).stdout)
    text = twin.read_text(encoding="utf-8")
    quotes = [
        sentence["quote"]
        for statement in found["statements"]
        for sentence in statement["sentences"]
        if sentence["release"]["number"] == "PR025-2020"
    ]
    assert quotes
    assert all(quote in text for quote in quotes)


def test_no_sentence_where_none_is_wanted(spacekg: Program, store: Path) -> None:
    out = spacekg("explain", "Bion-M2", "--quotes", "0", "--store", store).stdout
    assert "“" not in out


def test_sentences_of_the_readers_language_come_first(spacekg: Program, store: Path) -> None:
    for language, number in (("en", "PR025-2020"), ("fr", "CP025-2020")):
        arguments = ("--quotes", "1", "--lang", language, "--store", store)
        said = spacekg("explain", "Cardiomed", *arguments).stdout.split("Named in")[0]
        assert number in said
        assert said.count("025-2020") == said.count(number)


def test_a_name_of_two_things_lists_both(spacekg: Program, store: Path) -> None:
    result = spacekg("explain", "ISA", "--store", store)
    assert result.exit_code == 2
    assert "'ISA' is the name of " in result.stderr
    assert result.stderr.count("agency/") >= 2


@pytest.mark.parametrize("name", ["CNESS", "https://w3id.org/spacekg/id/agency/none", "<a b>"])
def test_a_name_of_nothing(spacekg: Program, store: Path, name: str) -> None:
    result = spacekg("explain", name, "--store", store)
    assert result.exit_code == 2
    assert result.stderr.startswith("spacekg: ")


# Information


def test_what_a_store_holds(spacekg: Program, store: Path) -> None:
    out = spacekg("info", "--store", store).stdout
    assert f"store     {store}" in out
    found = json.loads(spacekg("info", "--json", "--store", store).stdout)
    assert found["releases"] >= 2
    assert {"publishers", "classes", "facts", "quads", "version"} <= found.keys()


@pytest.mark.parametrize("command", [["info"], ["explain", "CNES"], ["network", "agencies"]])
def test_no_store_there(spacekg: Program, tmp_path: Path, command: list[str]) -> None:
    result = spacekg(*command, "--store", tmp_path / "nowhere")
    assert result.exit_code == 4
    assert "Make one with: spacekg build" in result.stderr
    assert not (tmp_path / "nowhere").exists()
