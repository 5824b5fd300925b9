"""The reconciliation service, whose API is described by others in full."""

from __future__ import annotations

from typing import Final

from kg.publish.openapi.parts import (
    STRING,
    Json,
    answer,
    argument,
    failures,
    operation,
    step,
)
from kg.publish.reconcile.service import KINDS
from kg.publish.sparql.protocol import FORM

_EXAMPLE: Final = '{"q0": {"query": "CNES", "type": "Agency"}}'
_CALLBACK: Final = argument("callback", "The name of a function, for JSONP")
_ANSWERED: Final = answer("The answer, in JSON or JSONP", {"application/json": {}, "text/javascript": {}})  # fmt: skip


def paths() -> Json:
    """Return the paths of the service."""
    batch = argument("queries", "Queries, as the Reconciliation Service API 0.2 has them", _EXAMPLE)
    extend = argument("extend", "Things and properties to fill columns from")
    form = {"type": "object", "properties": {"queries": STRING, "extend": STRING}}
    told = {"200": _ANSWERED, **failures("400", "413")}
    listed = {"200": _ANSWERED, **failures("400")}
    kind = step("kind", "What is to be suggested", KINDS[0], enum=list(KINDS))
    prefix = argument("prefix", "What was typed so far", "cn")
    known = argument("id", "The key of a thing", "agency/cnes", required=True)
    preview = {"200": answer("A small page", {"text/html": {}}), **failures("404")}
    return {
        "/reconcile": {
            "get": operation("reconcile", "Match names to things", [batch, extend, _CALLBACK], told),
            "post": operation(
                "reconcile-post", "Match names to things", [], told,
                requestBody={"required": True, "content": {FORM: {"schema": form}}},
            ),
        },
        "/reconcile/suggest/{kind}": {
            "get": operation("suggest", "Complete what is typed", [kind, prefix, _CALLBACK], listed)
        },
        "/reconcile/properties": {
            "get": operation(
                "properties", "List what columns can be filled from",
                [argument("type", "The class of the things", "Agency"), _CALLBACK], listed,
            )
        },
        "/reconcile/preview": {
            "get": operation("preview", "Show a thing in a small page", [known], preview)
        },
    }  # fmt: skip
