"""What programs can call, as OpenAPI 3.1: the SPARQL endpoint and each named query."""

from __future__ import annotations

from typing import Any, Final

from kg.publish.addresses import Addresses
from kg.publish.sparql.formats import GRAPHS, ROWS
from kg.queries import NamedQuery, Param, catalogue
from kg.version import __version__

ANSWERS: Final = ("json", "csv")
_EXAMPLE: Final = "SELECT * WHERE { ?s ?p ?o } LIMIT 5"
_TEXT: Final = {"text/plain": {"schema": {"type": "string"}}}


def describe(addresses: Addresses) -> dict[str, Any]:
    """Return the description; its one server is the public base."""
    paths: dict[str, Any] = {"/sparql": _sparql()}
    for query in catalogue():
        for suffix in ANSWERS:
            paths[f"/query/{query.name}.{suffix}"] = _query(query, suffix)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "spacekg",
            "version": __version__,
            "summary": "A knowledge graph of space cooperation",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": addresses.public.rstrip("/")}],
        "paths": paths,
    }


def _sparql() -> dict[str, Any]:
    argument = {
        "name": "query", "in": "query", "required": True, "schema": {"type": "string"},
        "description": "A SPARQL 1.1 query", "example": _EXAMPLE,
    }  # fmt: skip
    forms: dict[str, Any] = {form.media_type: {} for form in (*ROWS, *GRAPHS)}
    answer = {"description": "The answer, by the Accept header", "content": forms}
    return {
        "get": {
            "operationId": "sparql",
            "summary": "Ask a SPARQL query (SPARQL 1.1 Protocol); POST works as well",
            "parameters": [argument],
            "responses": {"200": answer, **_failures("400", "403", "406", "413", "503")},
        }
    }


def _query(query: NamedQuery, suffix: str) -> dict[str, Any]:
    form = next(form for form in ROWS if form.suffix == suffix)
    operation: dict[str, Any] = {
        "operationId": f"{query.name}-{suffix}",
        "summary": query.summary,
        "parameters": [_param(param) for param in query.params],
        "responses": {
            "200": {"description": "The answer", "content": {form.media_type: {}}},
            **_failures("400", "503"),
        },
    }
    if query.description:
        operation["description"] = query.description
    return {"get": operation}


def _param(param: Param) -> dict[str, Any]:
    return {
        "name": param.name,
        "in": "query",
        "required": param.required,
        "description": param.help,
        "schema": _schema(param),
        "example": param.example or param.default or _sample(param),
    }


def _schema(param: Param) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if param.choices:
        schema["enum"] = list(param.choices)
    if param.kind == "date":
        schema["pattern"] = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
    if param.kind == "number":
        schema["pattern"] = r"^[+-]?[0-9]+(\.[0-9]+)?$"
    if param.default is not None:
        schema["default"] = param.default
    return schema


def _sample(param: Param) -> str:
    """Return a value for a parameter whose query names none."""
    return (
        param.choices[0]
        if param.choices
        else {"date": "2020", "number": "2"}.get(param.kind, "CNES")
    )


def _failures(*codes: str) -> dict[str, Any]:
    said = {
        "400": "The query or a parameter is wrong; the text names it",
        "403": "Updates, and calls of other services, are refused",
        "406": "The answer cannot be had in the form that is asked for",
        "413": "The query is too long",
        "503": "Too much time or memory, or too many queries: try again after Retry-After",
    }
    return {code: {"description": said[code], "content": _TEXT} for code in codes}
