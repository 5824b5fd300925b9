"""Formats of other programs: read by those that we have, else by the rules that they publish."""

from __future__ import annotations

import csv
import html
import json
import re
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import igraph
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.network.columns import edges, nodes
from tests.export.networks import any_text, exported, flat, ring, sample
from tests.export.samples import NAMES

DIRECTIONS = pytest.mark.parametrize("directed", [False, True])
ELEMENTS = ("nodes", "edges")
REFERENCE = re.compile(r"&#(\d+);")


def from_igraph(path: Path) -> tuple[bool, dict[str, Any], dict[tuple[str, str], Any]]:
    """Return what igraph read, without the attributes that it made up: its own keys, and blanks."""
    graph = igraph.Graph.Read_GraphML(str(path))
    keys = graph.vs["id"]
    given_ = [{k: v for k, v in vertex.attributes().items() if k != "id"} for vertex in graph.vs]
    ties = {
        (keys[edge.source], keys[edge.target]): {
            name: value
            for name, value in edge.attributes().items()
            if name not in {"first", "last"} or value
        }
        for edge in graph.es
    }
    return graph.is_directed(), dict(zip(keys, given_, strict=True)), ties


@DIRECTIONS
def test_64_igraph_reads_our_graphml(directed: bool, tmp_path: Path) -> None:
    graph = sample(directed=directed)
    (tmp_path / "sample.graphml").write_bytes(exported(graph, "graphml"))
    found = from_igraph(tmp_path / "sample.graphml")
    assert found == (directed, *flat(graph))


def test_graph_attributes_go_into_graphml() -> None:
    graph: nx.Graph[str] = nx.Graph(name="agencies", **{"from": "2015"})
    assert nx.read_graphml(BytesIO(exported(graph, "graphml"))).graph == {
        "name": "agencies", "from": "2015", "edge_default": {}, "node_default": {},
    }  # fmt: skip


@DIRECTIONS
def test_cytoscape_json_has_every_value_under_ids_of_its_own(directed: bool) -> None:
    graph = sample(directed=directed)
    document = json.loads(exported(graph, "cyjs"))
    data = {kind: [item["data"] for item in document["elements"][kind]] for kind in ELEMENTS}
    made = {"id", "name", "source", "target"}
    wanted_nodes, wanted_ties = flat(graph)
    assert document["data"] == {"name": "sample", "directed": directed}
    assert {d["id"]: {k: v for k, v in d.items() if k not in made} for d in data["nodes"]} == (
        wanted_nodes
    )
    assert {
        (d["source"], d["target"]): {k: v for k, v in d.items() if k not in made}
        for d in data["edges"]
    } == wanted_ties
    ids = [d["id"] for kind in ELEMENTS for d in data[kind]]
    assert len(set(ids)) == len(ids)


@given(st.lists(any_text, max_size=4))
def test_any_name_survives_json(names: list[str]) -> None:
    graph = sample(names=tuple(names))
    wanted = list(names)
    assert [n["label"] for n in json.loads(exported(graph, "json"))["nodes"]] == wanted
    found = json.loads(exported(graph, "cyjs"))["elements"]
    assert [node["data"]["label"] for node in found["nodes"]] == wanted


def test_a_number_that_is_none_is_null_in_json() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("a", constraint=float("nan"))
    assert json.loads(exported(graph, "json"))["nodes"] == [{"constraint": None, "id": "a"}]
    assert b'"constraint": null' in exported(graph, "cyjs")


@DIRECTIONS
def test_networkx_and_igraph_read_our_pajek(directed: bool, tmp_path: Path) -> None:
    graph = sample(directed=directed)
    data = exported(graph, "pajek")
    found = nx.parse_pajek(data.decode())
    assert found.is_directed() == directed
    assert [weight for *_, weight in found.edges(data="weight")] == [
        edge.values["weight"] for edge in edges(graph)
    ]
    (tmp_path / "sample.net").write_bytes(data)
    read = igraph.Graph.Read_Pajek(str(tmp_path / "sample.net"))
    assert (read.is_directed(), read.vcount(), read.ecount()) == (
        directed, len(graph), graph.number_of_edges(),
    )  # fmt: skip


@given(st.lists(any_text, max_size=4))
def test_any_name_survives_pajek(names: list[str]) -> None:
    lines = exported(sample(names=tuple(names)), "pajek").decode().split("\n")
    found = [line.partition(" ")[2][1:-1] for line in lines[1 : 1 + len(names)]]
    assert [REFERENCE.sub(lambda m: chr(int(m[1])), name) for name in found] == names


@given(st.lists(any_text, max_size=4))
def test_any_name_survives_mermaid(names: list[str]) -> None:
    text = exported(sample(names=tuple(names)), "mermaid").decode()
    found = re.findall(r'^    n\d+\["(.*)"\]:::c\d$', text, re.MULTILINE)
    read = [re.sub(r"#(\d+);", lambda m: chr(int(m[1])), name) for name in found]
    assert read == [name or " " for name in names]


def test_mermaid_shows_no_more_than_it_can_read() -> None:
    text = exported(ring(900), "mermaid").decode()
    assert text.count("---|") <= 200
    assert "%% The strongest ties alone: 60 of 900 nodes" in text
    assert "-->|" in exported(ring(9, directed=True), "mermaid").decode()


def test_neo4j_has_typed_headers_and_every_value() -> None:
    graph = sample()
    rows = list(csv.reader(StringIO(exported(graph, "neo4j-nodes").decode(), newline="")))
    assert rows[0] == ["id:ID", "iri:string", "label:string", ":LABEL"]
    assert [(row[0], row[2], row[3]) for row in rows[1:]] == [
        (node.key, node.label, "Agency") for node in nodes(graph)
    ]
    ties = list(csv.DictReader(StringIO(exported(graph, "neo4j-ties").decode(), newline="")))
    assert {":START_ID", ":END_ID", ":TYPE", "weight:double", "missions:long", "known:boolean",
            "first:date", "quotes_1_text:string"} <= ties[0].keys()  # fmt: skip
    assert [row["quotes_1_text:string"] for row in ties] == list(NAMES[:-1])
    assert {row[":TYPE"] for row in ties} == {"TIED_TO"}


@pytest.mark.parametrize(
    ("format_", "column"), [("csv-nodes", "label"), ("neo4j-nodes", "label:string")]
)
@given(st.lists(any_text, max_size=4))
def test_any_name_survives_csv(format_: str, column: str, names: list[str]) -> None:
    text = exported(sample(names=tuple(names)), format_).decode()
    assert [row[column] for row in csv.DictReader(StringIO(text, newline=""))] == names


@pytest.mark.parametrize("format_", ["graphml", "gexf", "svg"])
@given(st.lists(any_text, max_size=3))
def test_what_xml_cannot_carry_is_marked_and_the_rest_is_whole(
    format_: str, names: list[str]
) -> None:
    text = exported(sample(names=tuple(names)), format_).decode()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", text)
    ElementTree.fromstring(text.encode())
    assert html.unescape(text).count("\ufffd") >= sum("\x00" in name for name in names)
