"""Networks: what is written is read back the same, by other programs where we have them."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from io import BytesIO, StringIO
from pathlib import Path
from shutil import which
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export import network
from kg.export.network.columns import Column, columns, edges, flatten, written
from tests.export.samples import NAMES, texts

FORMATS = [format_.name for format_ in network.FORMATS]
GEXF = "{http://gexf.net/1.3}"


def sample(*, directed: bool = False, names: tuple[str, ...] = NAMES) -> nx.Graph[str]:
    """Return a graph whose nodes have these names, each tied to the next."""
    graph: nx.Graph[str] = nx.DiGraph(name="sample") if directed else nx.Graph(name="sample")
    for number, name in enumerate(names):
        graph.add_node(f"n{number:03}", iri=f"n{number:03}", label=name, **{"class": "Agency"})
    for number in range(len(names) - 1):
        quotes = [{"text": names[number], "release": "r1"}]
        graph.add_edge(
            f"n{number + 1:03}", f"n{number:03}",
            weight=0.5 + number, missions=number, first=None, known=True, quotes=quotes,
        )  # fmt: skip
    return graph


def exported(graph: nx.Graph[str], format_: str) -> bytes:
    out = BytesIO()
    network.write(graph, format_, out)
    return out.getvalue()


def flat(graph: nx.Graph[str]) -> tuple[dict[str, Any], dict[tuple[str, str], Any]]:
    """Return nodes and edges as a reader of a flat format should give them back."""
    return (
        {key: flatten(values) for key, values in graph.nodes(data=True)},
        {(e.source.key, e.target.key): e.values for e in edges(graph)},
    )


@pytest.mark.parametrize("directed", [False, True])
def test_networkx_reads_our_graphml(directed: bool) -> None:
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
def test_gexf_is_valid_against_its_schema(graph: nx.Graph[str], shared: Path) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    schema = xmlschema.XMLSchema(str(shared / "suites" / "gexf" / "gexf.xsd"))
    schema.validate(BytesIO(exported(graph, "gexf")))


def test_gexf_carries_every_value() -> None:
    from xml.etree.ElementTree import fromstring

    graph = sample()
    root = fromstring(exported(graph, "gexf"))
    titles = {
        (block.get("class"), attribute.get("id")): attribute.get("title")
        for block in root.iter(f"{GEXF}attributes")
        for attribute in block
    }
    nodes, ties = flat(graph)
    for domain, items, wanted in (
        ("node", root.iter(f"{GEXF}node"), list(nodes.values())),
        ("edge", root.iter(f"{GEXF}edge"), list(ties.values())),
    ):
        found = [
            {titles[domain, v.get("for")]: v.get("value") for v in item.iter(f"{GEXF}attvalue")}
            for item in items
        ]
        assert found == [{k: written(v) for k, v in values.items()} for values in wanted]
    assert [edge.get("weight") for edge in root.iter(f"{GEXF}edge")][:2] == ["0.5", "1.5"]


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


def test_dot_quotes_every_name() -> None:
    text = exported(sample(names=('a "b"', "c\\n\nd")), "dot").decode()
    assert text == (
        "graph {\n"
        '  "n000" ["iri"="n000", "label"="a \\"b\\"", "class"="Agency"];\n'
        '  "n001" ["iri"="n001", "label"="c\\\\n\\nd", "class"="Agency"];\n'
        '  "n000" -- "n001" ["weight"="0.5", "missions"="0", "known"="true", '
        '"quotes_1_text"="a \\"b\\"", "quotes_1_release"="r1"];\n'
        "}\n"
    )
    assert '"n001" -> "n000"' in exported(sample(directed=True), "dot").decode()


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
    assert len(labels) == len(NAMES)


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
    readers = {"graphml": nx.read_graphml, "json": json.load}
    assert data.endswith(b"\n")
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
