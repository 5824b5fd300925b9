"""What programs can call, as OpenAPI 3.1: all addresses of the server that take parameters."""

from __future__ import annotations

from typing import Any

from kg.publish.addresses import Addresses
from kg.publish.openapi import documents, graphs, queries, reconcile, sparql
from kg.version import __version__

__all__ = ["describe"]


def describe(addresses: Addresses) -> dict[str, Any]:
    """Return the description; its one server is the public base."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "spacekg",
            "version": __version__,
            "summary": "A knowledge graph of space cooperation",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": addresses.public.rstrip("/")}],
        "paths": {
            **sparql.paths(),
            **queries.paths(),
            **documents.paths(),
            **graphs.paths(addresses),
            **reconcile.paths(),
        },
        "components": {
            "securitySchemes": {graphs.SCHEME: {"type": "http", "scheme": "bearer"}},
        },
    }
