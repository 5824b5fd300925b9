"""The network page: the agencies' network as a picture and as a table of its strongest ties."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from kg import views
from kg.export import network
from kg.publish.documents.document import Document, Store
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
