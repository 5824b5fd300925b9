"""What descriptions of operations are made of: parameters, and answers by status."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, TypeAlias

from kg.publish.formats import Form

Json: TypeAlias = dict[str, Any]
STRING: Final[Json] = {"type": "string"}
TEXT: Final[Json] = {"text/plain": {"schema": STRING}}
_SAID: Final = {
    "400": "The query or a parameter is wrong; the text names it",
    "401": "This needs the token",
    "403": "Updates, and calls of other services, are refused",
    "404": "Nothing lies at this address",
    "406": "The answer cannot be had in the form that is asked for",
    "409": "The graph follows from others, and cannot be written",
    "413": "The request is too long",
    "415": "The body is of no media type that is read",
    "422": "The graph does not conform to the shapes; the text is the report",
    "503": "Too much time or memory, or too many queries: try again after Retry-After",
}


def argument(
    name: str, told: str, example: str | None = None, *, required: bool = False, **schema: Any
) -> Json:
    """Return a parameter of the query string; `schema` says more of it than that it is text."""
    described = _parameter(name, "query", told, example, schema)
    return {**described, "required": required}


def step(name: str, told: str, example: str, **schema: Any) -> Json:
    """Return a part of the path."""
    described = _parameter(name, "path", told, example, {"minLength": 1, **schema})
    return {**described, "required": True}


def media_type(forms: Iterable[Form]) -> Json:
    """Return the parameter by which a client without headers chooses a form."""
    suffixes = [form.suffix for form in forms]
    told = "The form of the answer, in place of an Accept header"
    return argument("_mediatype", told, suffixes[0], enum=suffixes)


def content(forms: Iterable[Form]) -> Json:
    """Return the media types of forms."""
    return {form.media_type: {} for form in forms}


def operation(
    name: str, summary: str, parameters: Iterable[Json], responses: Json, **more: Any
) -> Json:
    """Return an operation."""
    return {
        "operationId": name, "summary": summary, "parameters": list(parameters), "responses": responses, **more
    }  # fmt: skip


def answer(told: str, *kinds: Json) -> Json:
    """Return an answer with one of these contents, or none."""
    merged = {name: schema for kind in kinds for name, schema in kind.items()}
    return {"description": told, **({"content": merged} if merged else {})}


def failures(*codes: str) -> Json:
    """Return what these statuses say, as plain text."""
    return {code: answer(_SAID[code], TEXT) for code in codes}


def _parameter(name: str, place: str, told: str, example: str | None, schema: Json) -> Json:
    described = {"name": name, "in": place, "description": told, "schema": {**STRING, **schema}}
    return described if example is None else {**described, "example": example}
