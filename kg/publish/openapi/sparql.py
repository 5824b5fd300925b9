"""The SPARQL endpoint."""

from __future__ import annotations

from typing import Final

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
from kg.publish.sparql.formats import GRAPHS, ROWS
from kg.publish.sparql.protocol import FORM, QUERY

_EXAMPLE: Final = "SELECT * WHERE { ?s ?p ?o } LIMIT 5"
_FAILURES: Final = ("400", "403", "406", "413", "503")


def paths() -> Json:
    """Return the endpoint's path."""
    query = argument("query", "A SPARQL 1.1 query", _EXAMPLE, required=True)
    answers = {"200": answer("The answer, by the Accept header", content((*ROWS, *GRAPHS)))}
    form = {
        "type": "object",
        "required": ["query"],
        "properties": {"query": STRING, "_mediatype": STRING},
        "example": {"query": _EXAMPLE},
    }
    sent = {FORM: {"schema": form}, QUERY: {"schema": STRING, "example": _EXAMPLE}}
    summary = "Ask a SPARQL query (SPARQL 1.1 Protocol)"
    return {
        "/sparql": {
            "get": operation(
                "sparql", summary, [query, *_dataset(), media_type((*ROWS, *GRAPHS))],
                {**answers, **failures(*_FAILURES)},
            ),
            "post": operation(
                "sparql-post", summary, _dataset(), {**answers, **failures(*_FAILURES, "415")},
                requestBody={"required": True, "content": sent},
            ),
        }
    }  # fmt: skip


def _dataset() -> list[Json]:
    item = {"type": "string", "format": "uri"}
    told = {
        "default-graph-uri": "Graphs of the store to be asked as the default graph",
        "named-graph-uri": "Graphs of the store that GRAPH may name",
    }
    return [argument(name, text, type="array", items=item) for name, text in told.items()]
