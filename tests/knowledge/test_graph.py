"""What an analyst types in Python, and what comes back."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

import kg
from kg.cli import main as command
from kg.errors import AmbiguousNameError, StoreError, UnknownNameError, UsageError
from kg.knowledge import KnowledgeGraph
from kg.store.embedded import EmbeddedStore
from tests.servers import Engine

PAIR = "shared-programmes"


def test_named_query_gives_rows_with_fields(graph: KnowledgeGraph) -> None:
    rows = graph.query(PAIR, agency="Roscosmos", min=2)
    assert [(row.agency_a, row.agency_b) for row in rows] == [("CNES", "Roscosmos")]
    assert rows[0].shared == 3
    assert rows[0].names == "BepiColombo; Bion-M2; Soyuz at the CSG"


def test_days_and_none_are_parameters_too(graph: KnowledgeGraph) -> None:
    every = graph.query("meetings", since=None)
    later = graph.query("meetings", since=date(2020, 1, 1))
    assert len(later) == len(graph.query("meetings", since=2020))
    assert 0 < len(later) <= len(every)


def test_own_select_needs_no_prefixes(graph: KnowledgeGraph) -> None:
    rows = graph.query("SELECT ?day WHERE { ?m a skg:Meeting ; skg:date ?day } ORDER BY ?day")
    assert all(isinstance(row.day, date) for row in rows)


def test_ask_and_construct(graph: KnowledgeGraph) -> None:
    assert graph.ask("ASK { ?a a skg:Agency }")
    assert not graph.ask("ASK { ?a a skg:NoSuchThing }")
    built = graph.construct("CONSTRUCT { ?a a skg:Agency } WHERE { ?a a skg:Agency }")
    assert len(built) == graph.query("SELECT (COUNT(?a) AS ?n) WHERE { ?a a skg:Agency }")[0].n


@pytest.mark.parametrize(
    ("method", "sparql"),
    [
        ("query", "ASK { ?s ?p ?o }"),
        ("ask", "SELECT * WHERE { ?s ?p ?o } LIMIT 1"),
        ("construct", "ASK { ?s ?p ?o }"),
    ],
)
def test_query_of_another_form_says_what_to_call(
    graph: KnowledgeGraph, method: str, sparql: str
) -> None:
    with pytest.raises(UsageError, match="Call"):
        getattr(graph, method)(sparql)


def test_describe_tells_names_classes_and_facts_both_ways(graph: KnowledgeGraph) -> None:
    found = graph.describe("Bion-M2")
    assert found.label == "Bion-M2"
    assert "mission" in found.classes
    facts = {(fact.subject, fact.property, fact.object) for fact in found.facts}
    assert ("CNES", "participates in", "Bion-M2") in facts


def test_explain_shows_the_sentences(graph: KnowledgeGraph) -> None:
    found = graph.explain("mission/bion-m2")
    quotes = [sentence.quote for said in found.statements for sentence in said.sentences]
    assert any("Bion-M2" in quote for quote in quotes)


def test_network_is_a_networkx_graph(graph: KnowledgeGraph) -> None:
    labels = {label for _, label in graph.network("agencies").nodes(data="label")}
    assert {"CNES", "Roscosmos"} <= labels


def test_network_takes_the_options_of_the_command(graph: KnowledgeGraph) -> None:
    given = "--from 2015 --to 2020 --weight missions=2,programmes --min-weight 2 --focus CNES"
    typed = CliRunner().invoke(
        command, ["network", "agencies", *given.split(), "--store", graph.view.where, "-f", "json"]
    )
    network = graph.network(
        "agencies", since=2015, before=date(2020, 1, 1), weight={"missions": 2, "programmes": 1},
        min_weight=2, focus="CNES",
    )  # fmt: skip
    read = nx.node_link_graph(json.loads(typed.stdout), edges="edges")
    assert nx.utils.graphs_equal(read, network)
    assert 0 < len(network) < len(graph.network("agencies"))


def test_network_option_that_does_not_fit_says_what_would(graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownNameError, match="meetings"):
        graph.network("agencies", weight="meeting")


def test_what_follows_is_asked_for(folder: Path, tmp_path: Path) -> None:
    inferred = shutil.copytree(folder, tmp_path / "graph")
    with EmbeddedStore.open(inferred) as store:
        store.infer()
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?subject ?property ?object }"
    with kg.open(inferred) as stated, kg.open(inferred, inferred=True) as more:
        assert more.query(count)[0].n > stated.query(count)[0].n


def test_queries_lists_what_can_be_asked(graph: KnowledgeGraph) -> None:
    assert PAIR in {row.name for row in graph.queries()}


@pytest.mark.parametrize(
    ("name", "error"), [("ISA", AmbiguousNameError), ("CNSE", UnknownNameError)]
)
def test_names_that_do_not_settle_it(
    graph: KnowledgeGraph, name: str, error: type[UsageError]
) -> None:
    with pytest.raises(error):
        graph.describe(name)


def test_unknown_query_suggests_the_nearest(graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownNameError, match=PAIR):
        graph.query("shared-programs")


def test_no_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        kg.open(tmp_path)


def test_endpoint_is_asked_alike(oxigraph: Engine) -> None:
    with kg.open(oxigraph.query) as remote:
        assert not remote.ask("ASK { <urn:a> <urn:b> <urn:c> }")


def test_repr_says_where_and_how_many(graph: KnowledgeGraph, folder: Path) -> None:
    assert repr(graph) == f"<KnowledgeGraph {folder}: {len(graph.view.releases())} releases>"


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, kg; print(sorted({'rdflib', 'pyoxigraph', 'networkx'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_examples_are_a_graph_at_hand() -> None:
    with kg.examples() as graph:
        assert graph.query(PAIR, agency="Roscosmos", min=2)[0].agency_a == "CNES"
