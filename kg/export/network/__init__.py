"""Exports of networks: nodes and edges sorted, every attribute kept, whatever it is made of.

A view's attributes may hold lists (an edge's quotes); JSON keeps them as they are, the other
formats flatten them to columns such as `quotes_1_text` (see `columns`). Pictures, the page and
Mermaid show the strongest ties where there are too many to read (see `strongest`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from kg.export.formats import Format, find
from kg.export.network.cytoscape import Cytoscape
from kg.export.network.dot import Dot
from kg.export.network.drawing.png import Png
from kg.export.network.drawing.svg import Svg
from kg.export.network.edge_list import EdgeList, EdgeSheet
from kg.export.network.gexf import Gexf
from kg.export.network.graphml import GraphMl
from kg.export.network.mermaid import Mermaid
from kg.export.network.neo4j import Neo4jNodes, Neo4jRelationships
from kg.export.network.node_link import NodeLink
from kg.export.network.node_list import NodeList
from kg.export.network.page.document import Page
from kg.export.network.pajek import Pajek
from kg.export.target import Target, opened

if TYPE_CHECKING:
    import networkx as nx

    Network: TypeAlias = nx.Graph[str]

FORMATS: Final[tuple[Format[Network], ...]] = (
    Format("graphml", "GraphML", "application/graphml+xml", ".graphml", GraphMl),
    Format("gexf", "GEXF 1.3", "application/gexf+xml", ".gexf", Gexf),
    Format("json", "JSON (node-link)", "application/json", ".json", NodeLink),
    Format("cyjs", "Cytoscape JSON", "application/vnd.cytoscape+json", ".cyjs", Cytoscape),
    Format("csv", "CSV, a row an edge", "text/csv", ".csv", EdgeList),
    Format("csv-nodes", "CSV, a row a node", "text/csv", ".nodes.csv", NodeList),
    Format("sheet", "CSV for spreadsheets, a row an edge", "text/csv", ".sheet.csv", EdgeSheet),
    Format("neo4j-nodes", "CSV for Neo4j, nodes", "text/csv", ".neo4j-nodes.csv", Neo4jNodes),
    Format("neo4j-ties", "CSV for Neo4j, ties", "text/csv", ".neo4j-ties.csv", Neo4jRelationships),
    Format("dot", "DOT", "text/vnd.graphviz", ".dot", Dot),
    Format("pajek", "Pajek", "application/x-pajek", ".net", Pajek),
    Format("mermaid", "Mermaid", "text/vnd.mermaid", ".mmd", Mermaid),
    Format("svg", "SVG", "image/svg+xml", ".svg", Svg),
    Format("html", "HTML page", "text/html", ".html", Page),
    Format("png", "PNG", "image/png", ".png", Png),
)


def write(graph: Network, format_: str, target: Target) -> None:
    """Write `graph` in the format of this name to a path, `-` or a binary stream."""
    opener = find(FORMATS, format_).opener
    with opened(target) as out:
        writer = opener(out)
        writer.write(graph)
        writer.finalize()
