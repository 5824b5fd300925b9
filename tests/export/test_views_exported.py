"""The program's own networks in every format: each edge carries its evidence with it."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import NamedNode

from kg import views
from kg.export import network
from kg.store.base import View
from kg.vocab import SKG
from tests.export.networks import exported
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
