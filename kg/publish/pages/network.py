"""The network page: the agencies' network as a picture and as a table of its strongest ties."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from kg import views
from kg.export import network
from kg.export.network.drawing.layout import layout
from kg.publish.documents.document import Document, Store
from kg.publish.pages import web
from kg.publish.pages.setting import Setting

if TYPE_CHECKING:
    import networkx as nx

VIEW: Final = "agencies"
_TIES: Final = 40


def prepare(document: Document, setting: Setting) -> Mapping[str, Any]:
    """Return the strongest ties, and how many there are."""
    graph = agencies(setting.store)
    refs = setting.refs(graph.nodes)
    ties = sorted(graph.edges(data=True), key=lambda tie: (-tie[2]["weight"], tie[0], tie[1]))
    return {
        "heading": setting.texts("network_heading"),
        "nodes": len(graph),
        "count": len(ties),
        "has_sigma": web.has(web.NETWORK),
        "ties": [(refs[one], refs[other], told) for one, other, told in ties[:_TIES]],
    }


@lru_cache(maxsize=8)
def agencies(store: Store) -> nx.Graph[str]:
    """Return the network of agencies. A store that is read stays as it is."""
    return views.build(VIEW, store.view)


@lru_cache(maxsize=16)
def drawn(store: Store, form: str) -> bytes:
    """Return the network as an "svg" or as a page to move it in ("html")."""
    out = io.BytesIO()
    network.write(agencies(store), form, out)
    return out.getvalue()


@lru_cache(maxsize=8)
def whole(store: Store) -> bytes:
    """Return the whole network as JSON: pictures leave weak ties out where there are too many to read.

    A node is its path, name, place and number of ties; a tie the places of its ends in that list, and its weight.
    """
    graph = agencies(store)
    keys, points = sorted(graph), _places(graph)
    place = {key: number for number, key in enumerate(keys)}
    nodes = [
        [store.addresses.document(key) or "", graph.nodes[key]["label"], *points[key], graph.degree(key)]
        for key in keys
    ]  # fmt: skip
    ties = sorted(
        [*sorted((place[one], place[other])), told["weight"]]
        for one, other, told in graph.edges(data=True)
    )
    body = json.dumps({"nodes": nodes, "ties": ties}, ensure_ascii=False, separators=(",", ":"))
    return body.encode()


def _places(graph: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """Return where each node stands: the connected parts side by side, the largest first."""
    import networkx as nx

    parts = sorted(map(sorted, nx.connected_components(graph)), key=lambda part: (-len(part), part))
    points: dict[str, tuple[float, float]] = {}
    right = 0.0
    for part in parts:
        place = {key: number for number, key in enumerate(part)}
        laid = layout(
            [sorted(place[other] for other in graph[key] if other != key) for key in part]
        )
        left = min(x for x, _ in laid)
        for key, (x, y) in zip(part, laid, strict=True):
            points[key] = round(right + x - left, 3), round(y, 3)
        right = max(points[key][0] for key in part) + 1
    return points
