"""The Graph Store Protocol: everybody may read graphs, who has the token may write them."""

from __future__ import annotations

from typing import Final

from kg.publish.addresses import Addresses
from kg.publish.openapi.parts import (
    STRING,
    Json,
    answer,
    argument,
    content,
    failures,
    media_type,
    operation,
)
from kg.publish.sparql.formats import GRAPHS

SCHEME: Final = "token"
_NAME: Final = "The IRI of a graph of the store"


def paths(addresses: Addresses) -> Json:
    """Return the path of the graph store."""
    graph = argument("graph", _NAME, f"{addresses.base}graph/ontology", format="uri")
    default = argument("default", "Given in place of `graph`: the default graph", maxLength=0)
    named = {**graph, "required": True}
    written = {
        "201": answer("A new graph; Location has its name"),
        "204": answer("The graph was there before"),
        **failures("400", "401", "403", "409", "413", "415", "422"),
    }
    sent = {"required": True, "content": {form.media_type: {"schema": STRING} for form in GRAPHS}}
    security = [{SCHEME: list[str]()}]
    given = answer("The graph", content(GRAPHS))
    gone = {"204": answer("The graph is gone"), **failures("400", "401", "403", "404", "409")}
    return {
        "/store": {
            "get": operation(
                "graph", "Give a graph", [graph, default, media_type(GRAPHS)],
                {"200": given, **failures("400", "403", "404", "406")},
            ),
            "put": operation(
                "graph-put", "Put a graph in place of what it held", [named], written,
                requestBody=sent, security=security,
            ),
            "post": operation(
                "graph-post", "Add to a graph, or make one that is named after what it holds", [graph], written,
                requestBody=sent, security=security,
            ),
            "delete": operation(
                "graph-delete", "Take a graph out; a release's goes with its other one", [named], gone,
                security=security,
            ),
        }
    }  # fmt: skip
