"""Networks to export: as views give them, with names that have broken many an exporter."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import networkx as nx
import pytest
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.export import network
from kg.export.network.columns import edges, flatten
from tests.export.samples import NAMES

RELEASE = "https://w3id.org/spacekg/release/cnes/pr025-2020"

# All that a Python string may hold but surrogates, which no encoding carries.
any_text = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\t\r\"'<>&\\#;"))
# What XML can carry: the rest becomes U+FFFD there.
xml_text = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t\r\"'<>&\\"),
    max_size=20,
)


def sample(*, directed: bool = False, names: tuple[str, ...] = NAMES) -> nx.Graph[str]:
    """Return a graph whose nodes have these names, each tied to the next."""
    graph: nx.Graph[str] = nx.DiGraph(name="sample") if directed else nx.Graph(name="sample")
    for number, name in enumerate(names):
        graph.add_node(f"n{number:03}", iri=f"n{number:03}", label=name, **{"class": "Agency"})
    for number in range(len(names) - 1):
        quotes = [{"text": names[number], "release": RELEASE, "issued": "2020-02-17"}]
        first = None if number % 2 else f"201{number % 10}-01-31"
        graph.add_edge(
            f"n{number + 1:03}", f"n{number:03}",
            weight=0.5 + number, missions=number, first=first, last=first, known=True,
            releases=1, quotes=quotes,
        )  # fmt: skip
    return graph


def ring(count: int, *, directed: bool = False) -> nx.Graph[str]:
    """Return a ring of nodes with chords, each tie heavier than the one before."""
    graph: nx.Graph[str] = nx.DiGraph() if directed else nx.Graph()
    keys = [f"n{number:05}" for number in range(count)]
    graph.add_nodes_from((key, {"label": f"Node {key}", "class": "Agency"}) for key in keys)
    for place, key in enumerate(keys):
        graph.add_edge(key, keys[(place + 1) % count], weight=float(place + 1))
        graph.add_edge(key, keys[(place + count // 3) % count], weight=0.5)
    return graph


def exported(graph: nx.Graph[str], format_: str) -> bytes:
    out = BytesIO()
    try:
        network.write(graph, format_, out)
    except UsageError as error:
        if "needs a font" not in error.message:
            raise
        pytest.skip(error.remedy)
    return out.getvalue()


def flat(graph: nx.Graph[str]) -> tuple[dict[str, Any], dict[tuple[str, str], Any]]:
    """Return nodes and edges as a reader of a flat format should give them back."""
    return (
        {key: flatten(values) for key, values in graph.nodes(data=True)},
        {(edge.source, edge.target): edge.values for edge in edges(graph)},
    )
