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
    step,
)
from kg.publish.sparql.formats import GRAPHS

SCHEME: Final = "token"
_NAME: Final = "The IRI of a graph of the store"


def paths(addresses: Addresses) -> Json:
    """Return the path of the graph store."""
    graph = argument("graph", _NAME, f"{addresses.base}graph/ontology", format="uri")
    default = argument("default", "Given in place of `graph`: the default graph", maxLength=0)
    named = {**graph, "required": True}
    name = step("name", "The rest of the address, which is the graph's name", "notes")
    return {
        "/store": _operations("graph", [graph, default], graph, named),
        "/store/{name}": _operations("own-graph", [name], name, name),
    }


def _operations(kind: str, read: list[Json], add: Json, write: Json) -> Json:
    """Return the operations on a graph, with the parameters that name it for each."""
    written = {
        "201": answer("A new graph; Location has its name"),
        "204": answer("The graph was there before"),
        **failures("400", "401", "403", "409", "413", "415", "422"),
    }
    security: list[Json] = [{SCHEME: []}]
    sent = {"required": True, "content": {form.media_type: {"schema": STRING} for form in GRAPHS}}
    given = {"200": answer("The graph", content(GRAPHS)), **failures("400", "403", "404", "406")}
    gone = {"204": answer("The graph is gone"), **failures("400", "401", "403", "404", "409")}
    return {
        "get": operation(kind, "Give a graph", [*read, media_type(GRAPHS)], given),
        "put": operation(
            f"{kind}-put", "Put a graph in place of what it held", [write], written,
            requestBody=sent, security=security,
        ),
        "post": operation(
            f"{kind}-post", "Add to a graph; where none is named, make one", [add], written,
            requestBody=sent, security=security,
        ),
        "delete": operation(
            f"{kind}-delete", "Take a graph out; a release's goes with its other one", [write], gone,
            security=security,
        ),
    }  # fmt: skip
