"""The named queries: each at an address for each form, and at one where the form is negotiated."""

from __future__ import annotations

from typing import Final

from kg.publish.formats import FORMS, Form
from kg.publish.openapi.parts import Json, answer, content, failures, media_type, operation
from kg.publish.sparql.formats import ROWS
from kg.queries import NamedQuery, Param, catalogue

_ALONE: Final = tuple(form for form in ROWS if form.suffix in ("json", "csv"))


def paths() -> Json:
    """Return the paths of all named queries, and of their list."""
    listed = operation(
        "queries", "List the named queries", [media_type(FORMS)],
        {"200": answer("The list", content(FORMS)), **failures("406")},
    )  # fmt: skip
    found: Json = {"/query": {"get": listed}}
    for query in catalogue():
        for form in _ALONE:
            found[f"/query/{query.name}.{form.suffix}"] = _described(query, form.suffix, (form,))
        found[f"/query/{query.name}"] = _described(query, "any", (*ROWS, *FORMS))
    return found


def _described(query: NamedQuery, name: str, forms: tuple[Form, ...]) -> Json:
    is_negotiated = len(forms) > 1
    parameters = [_param(param) for param in query.params]
    if is_negotiated:
        parameters.append(media_type(forms))
    codes = ("400", "406", "503") if is_negotiated else ("400", "503")
    described = operation(
        f"{query.name}-{name}", query.summary, parameters,
        {"200": answer("The answer", content(forms)), **failures(*codes)},
    )  # fmt: skip
    if query.description:
        described["description"] = query.description
    if is_negotiated:
        # A page says what is wrong where one types it.
        described["responses"]["400"]["content"]["text/html"] = {}
    return {"get": described}


def _param(param: Param) -> Json:
    return {
        "name": param.name,
        "in": "query",
        "required": param.required,
        "description": param.help,
        "schema": _schema(param),
        "example": param.example or param.default or _sample(param),
    }


def _schema(param: Param) -> Json:
    schema: Json = {"type": "string"}
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
