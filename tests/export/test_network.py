"""Networks: what is written is read back the same, by other programs where we have them."""

from __future__ import annotations

import csv
import html
import json
import re
import subprocess
from io import BytesIO, StringIO
from pathlib import Path
from shutil import which
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export import network
from kg.export.network.columns import Column, columns, flatten, written
from tests.export.networks import RELEASE, exported, flat, sample, xml_text
from tests.export.samples import NAMES, texts

FORMATS = [format_.name for format_ in network.FORMATS]
# What shows names and weights alone never meets the other attributes.
PICTURES = {"pajek", "mermaid", "svg", "png"}
GEXF = "{http://gexf.net/1.3}"


@pytest.mark.parametrize("directed", [False, True])
def test_64_networkx_reads_our_graphml(directed: bool) -> None:
    graph = sample(directed=directed)
    found = nx.read_graphml(BytesIO(exported(graph, "graphml")))
    assert found.is_directed() == directed
    assert flat(found) == flat(graph)


@given(st.lists(texts, max_size=5))
def test_any_name_survives_graphml(names: list[str]) -> None:
    graph = sample(names=tuple(names))
    assert flat(nx.read_graphml(BytesIO(exported(graph, "graphml")))) == flat(graph)


@pytest.mark.parametrize("directed", [False, True])
def test_networkx_reads_our_json_with_lists_and_all(directed: bool) -> None:
    graph = sample(directed=directed)
    found = nx.node_link_graph(json.loads(exported(graph, "json")), edges="edges")
    assert nx.utils.graphs_equal(found, graph)


@pytest.mark.parametrize("graph", [sample(), sample(directed=True), nx.Graph()])
def test_64_gexf_is_valid_against_its_schema(graph: nx.Graph[str], shared: Path) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    schema = xmlschema.XMLSchema(str(shared / "suites" / "gexf" / "gexf.xsd"))
    schema.validate(BytesIO(exported(graph, "gexf")))


@pytest.mark.parametrize("directed", [False, True])
def test_networkx_reads_our_gexf(directed: bool) -> None:
    graph = sample(directed=directed)
    found = nx.read_gexf(BytesIO(exported(graph, "gexf")))
    assert found.is_directed() == directed
    nodes, ties = flat(graph)
    # The attribute `label` of GEXF is a token, and loses its white space; ours stands beside it.
    assert {key: values["class"] for key, values in found.nodes(data=True)} == {
        key: values["class"] for key, values in nodes.items()
    }
    found_ties = flat(found)[1]
    for ends, values in ties.items():
        assert {name: found_ties[ends][name] for name in values} == values
        assert (found_ties[ends].get("start"), found_ties[ends].get("end")) == (
            values.get("first"),
            values.get("last"),
        )


@given(st.lists(xml_text, max_size=5))
def test_any_name_survives_gexf(names: list[str]) -> None:
    root = ElementTree.fromstring(exported(sample(names=tuple(names)), "gexf"))
    titles = {
        attribute.get("id"): attribute.get("title")
        for block in root.iter(f"{GEXF}attributes")
        if block.get("class") == "node"
        for attribute in block
    }
    found = [
        {titles[v.get("for")]: v.get("value") for v in node.iter(f"{GEXF}attvalue")}["label"]
        for node in root.iter(f"{GEXF}node")
    ]
    assert found == names


def test_gexf_is_dynamic_where_there_are_days() -> None:
    graph = ElementTree.fromstring(exported(sample(), "gexf")).find(f"{GEXF}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    timeless = ElementTree.fromstring(exported(nx.path_graph(["a", "b"]), "gexf"))
    assert [g.get("mode") for g in timeless.iter(f"{GEXF}graph")] == ["static"]
    year: nx.Graph[str] = nx.Graph()
    year.add_node("a", first="2020", last="2020-13-01")
    assert b"start=" not in exported(year, "gexf")


def test_csv_has_a_row_an_edge_and_a_row_a_node() -> None:
    graph = sample()
    ties = list(csv.DictReader(StringIO(exported(graph, "csv").decode(), newline="")))
    assert [row["source_label"] for row in ties] == list(NAMES[:-1])
    assert [row["quotes_1_text"] for row in ties] == list(NAMES[:-1])
    assert (ties[1]["source"], ties[1]["target"], ties[1]["known"]) == ("n001", "n002", "true")
    nodes = list(csv.DictReader(StringIO(exported(graph, "csv-nodes").decode(), newline="")))
    assert [(row["id"], row["label"]) for row in nodes] == [
        (f"n{number:03}", name) for number, name in enumerate(NAMES)
    ]


def test_a_sheet_is_the_edge_list_without_formulas() -> None:
    graph = sample(names=("=1+1", "b"))
    data = exported(graph, "sheet").decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(data, newline=""))
    (plain,) = csv.DictReader(StringIO(exported(graph, "csv").decode(), newline=""))
    assert (row["source_label"], plain["source_label"]) == ("'=1+1", "=1+1")
    assert row["weight"] == plain["weight"]


def test_dot_quotes_every_name() -> None:
    text = exported(sample(names=('a "b"', "c\\n\nd")), "dot").decode()
    assert text == (
        "graph {\n"
        '  "n000" ["iri"="n000", "label"="a \\"b\\"", "class"="Agency"];\n'
        '  "n001" ["iri"="n001", "label"="c\\\\n\\nd", "class"="Agency"];\n'
        '  "n000" -- "n001" ["weight"="0.5", "missions"="0", '
        '"first"="2010-01-31", "last"="2010-01-31", "known"="true", '
        f'"releases"="1", "quotes_1_text"="a \\"b\\"", "quotes_1_release"="{RELEASE}", '
        '"quotes_1_issued"="2020-02-17"];\n'
        "}\n"
    )
    assert '"n001" -> "n000"' in exported(sample(directed=True), "dot").decode()


def test_a_tie_has_a_tooltip_in_dot_and_no_label_that_is_drawn() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edge("a", "b", label="a – b")
    assert '"a" -- "b" ["tooltip"="a – b"];' in exported(graph, "dot").decode()


@given(st.lists(texts, max_size=4))
def test_a_dot_line_is_made_of_quoted_words(names: list[str]) -> None:
    word = r'"(?:[^"\\]|\\.)*"'
    attribute = f"{word}={word}"
    line = rf"  {word}(?: -- {word})? \[{attribute}(?:, {attribute})*\];"
    body = exported(sample(names=tuple(names)), "dot").decode()[len("graph {\n") : -len("}\n")]
    assert re.fullmatch(f"(?:{line}\n)*", body, re.DOTALL)


@pytest.mark.skipif(which("dot") is None, reason="graphviz is not installed")
@pytest.mark.parametrize("directed", [False, True])
def test_graphviz_reads_our_dot(directed: bool) -> None:
    data = exported(sample(directed=directed), "dot")
    done = subprocess.run(["dot", "-Tjson0"], input=data, capture_output=True, check=True)
    labels = [item["label"] for item in json.loads(done.stdout)["objects"]]
    assert [shown(label) for label in labels] == list(NAMES)


def shown(label: str) -> str:
    """Return what graphviz draws for a label: its escapes, then references of HTML."""
    text = re.sub(r"\\(.)", lambda m: {"n": "\n", "r": "\r"}.get(m[1], m[1]), label)
    return html.unescape(text)


@pytest.mark.parametrize("format_", FORMATS)
def test_the_order_of_nodes_and_edges_does_not_matter(format_: str) -> None:
    graph = sample()
    turned: nx.Graph[str] = nx.Graph(name="sample")
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from((b, a, values) for a, b, values in reversed(list(graph.edges(data=True))))
    assert exported(turned, format_) == exported(graph, format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_network_gives_a_valid_document(format_: str) -> None:
    data = exported(nx.Graph(), format_)
    readers = {"graphml": nx.read_graphml, "gexf": nx.read_gexf, "json": json.load}
    assert data
    if format_ in readers:
        readers[format_](BytesIO(data))


def test_attributes_are_flattened() -> None:
    values = {"a": None, "b": {"c": [1, {"d": True}]}, "e": "x"}
    assert flatten(values) == {"b_c_1": 1, "b_c_2_d": True, "e": "x"}


def test_a_column_has_one_type() -> None:
    rows: list[dict[str, bool | int | float | str]] = [
        {"n": 1, "m": 1, "b": True},
        {"n": 1.5, "m": "x", "b": False},
    ]
    assert columns(rows) == [Column("n", "double"), Column("m", "string"), Column("b", "boolean")]


def test_columns_keep_the_order_of_the_attributes() -> None:
    rows: list[dict[str, bool | int | float | str]] = [
        {"weight": 1, "releases": 1, "quotes_1": "a"},
        {"weight": 1, "first": "2020", "releases": 1, "quotes_1": "a", "quotes_2": "b"},
    ]
    names = [column.name for column in columns(rows)]
    assert names == ["weight", "first", "releases", "quotes_1", "quotes_2"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(True, "true"), (1, "1"), (0.5, "0.5"), (float("inf"), "INF"), (float("-inf"), "-INF"),
     (float("nan"), "NaN"), ("x", "x")],
)  # fmt: skip
def test_values_are_written_as_xml_schema_says(value: float | str, text: str) -> None:
    assert written(value) == text


@pytest.mark.parametrize("format_", sorted({*FORMATS} - PICTURES))
def test_a_writer_that_fails_half_way_leaves_no_file(format_: str, tmp_path: Path) -> None:
    graph = sample()
    graph.nodes["n005"]["thing"] = graph.edges["n005", "n006"]["thing"] = object()
    with pytest.raises(TypeError):
        network.write(graph, format_, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
