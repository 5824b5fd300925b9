"""The program's own networks in every format: each edge carries its evidence with it."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pytest
from pyoxigraph import NamedNode

from kg import views
from kg.export import network
from kg.store.base import View
from kg.vocab import SKG
from tests.export.networks import exported, flat
from tests.views.sample import founding, iri, release, store

FORMATS = [format_.name for format_ in network.FORMATS]
WITHOUT_QUOTES = {"pajek", "mermaid", "svg", "png"}


@cache
def full() -> View:
    """Return a store in which each view has ties: the founding release, and a launch in it."""
    told = founding()
    told.claim("agency/cnes", "leads", "mission/microscope", "CNES leads MICROSCOPE.")
    told.thing("mission/microscope", "Mission", "MICROSCOPE")
    told.event("launch/2016", "Launch", "2016-04-25", "A Soyuz of Roscosmos took it up.")
    for role, thing in (("payload", "mission/microscope"), ("vehicle", "launch-vehicle/soyuz")):
        told.fact(iri("launch/2016"), SKG[role], NamedNode(iri(thing)))
    told.fact(iri("launch-vehicle/soyuz"), SKG.providedBy, NamedNode(iri("agency/roscosmos")))
    return store(told)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("view", views.VIEWS)
def test_every_view_goes_into_every_format(view: str, format_: str) -> None:
    graph = views.build(view, full())
    assert graph
    data = exported(graph, format_)
    if format_ == "png":
        assert data.startswith(b"\x89PNG")
    else:
        assert any(label.encode() in data for _, label in graph.nodes(data="label"))
    if format_ not in WITHOUT_QUOTES:
        assert release("pr025-2020").encode() in data


@pytest.mark.parametrize("view", views.VIEWS)
def test_64_every_view_is_valid_gexf(view: str, shared: Path) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    schema = xmlschema.XMLSchema(str(shared / "suites" / "gexf" / "gexf.xsd"))
    schema.validate(BytesIO(exported(views.build(view, full()), "gexf")))


Items = dict[str, dict[str, Any]]
Ties = dict[tuple[str, str], dict[str, Any]]


def known(values: dict[str, Any], key: str = "") -> dict[str, Any]:
    """Return the attributes that say something: igraph has a value for each attribute of each."""
    blank = ("", "nan", "None")
    return {name: it for name, it in values.items() if name != key and str(it) not in blank}


def of_graph(graph: nx.Graph[str]) -> tuple[Items, Ties]:
    nodes, ties = flat(graph)
    return {k: known(it) for k, it in nodes.items()}, {k: known(it) for k, it in ties.items()}


def of_igraph(graph: igraph.Graph, key: str) -> tuple[Items, Ties]:
    """Return what igraph holds; the attribute `key` is what it calls a node."""
    names = graph.vs[key]
    nodes = {vertex[key]: known(vertex.attributes(), key) for vertex in graph.vs}
    ties = {}
    for edge in graph.es:
        ends = names[edge.source], names[edge.target]
        ties[ends if graph.is_directed() else (min(ends), max(ends))] = known(edge.attributes())
    return nodes, ties


@pytest.mark.parametrize("view", views.VIEWS)
def test_64_networkx_and_igraph_read_graphml_of_every_view_back(view: str, tmp_path: Path) -> None:
    graph, path = views.build(view, full()), tmp_path / "view.graphml"
    path.write_bytes(exported(graph, "graphml"))
    assert of_graph(nx.read_graphml(path)) == of_graph(graph)
    assert of_igraph(igraph.Graph.Read_GraphML(str(path)), "id") == of_graph(graph)


@pytest.mark.parametrize("view", views.VIEWS)
def test_gexf_of_every_view_reaches_igraph_through_networkx(view: str) -> None:
    """igraph reads no GEXF itself."""
    graph = views.build(view, full())
    read = nx.read_gexf(BytesIO(exported(graph, "gexf")))
    nodes, ties = of_igraph(igraph.Graph.from_networkx(read), "_nx_name")
    given_nodes, given_ties = of_graph(graph)
    # networkx adds attributes of its own: the ids of ties, and when they start and end.
    assert {k: known_among(it, given_nodes[k]) for k, it in nodes.items()} == given_nodes
    assert {k: known_among(it, given_ties[k]) for k, it in ties.items()} == given_ties


def known_among(values: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    return {name: it for name, it in values.items() if name in wanted}


def test_json_keeps_quotes_as_they_are_and_days_as_text() -> None:
    graph = nx.Graph(views.build("agencies", store(founding())))
    graph.graph["day"] = date(2020, 2, 14)
    document = json.loads(exported(graph, "json"))
    assert document["graph"] == {"name": "agencies", "day": "2020-02-14"}
    (edge,) = document["edges"]
    assert [set(quote) for quote in edge["quotes"]] == [{"text", "release", "issued"}] * 3


def test_what_no_format_knows_is_an_error() -> None:
    graph: nx.Graph[str] = nx.Graph(thing=object())
    with pytest.raises(TypeError, match="JSON has no object"):
        exported(graph, "json")
