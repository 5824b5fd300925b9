"""The SPARQL 1.1 Protocol (W3C, 2013): from a request to the query in it, or to what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from werkzeug.http import parse_options_header

from kg.errors import RequestRefusedError

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
_FIELDS: Final = 1000

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a request names; without any it is the store's own dataset that counts."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """A query or an update, its dataset, and the `_mediatype` that the client asks for."""

    sparql: str
    dataset: Dataset
    media_type: str | None = None
    is_update: bool = False


def read(method: str, query_string: str, content_type: str | None, body: bytes) -> Operation | None:
    """Return the operation of a request, None for a GET that asks for the service itself.

    Raises RequestRefusedError where it is none of those that the protocol knows (section 2).
    """
    url = _pairs(query_string)
    if method != "POST":
        return _of_get(url)
    kind, options = parse_options_header(content_type)
    if kind not in (FORM, QUERY, UPDATE):
        raise RequestRefusedError(
            f"a POST of {kind or 'no media type'} is none of the protocol's",
            f"Send {FORM} or {QUERY}.",
            status=415,
        )
    if options.get("charset", "utf-8").lower().replace("-", "") != "utf8":
        raise _bad("the text must be UTF-8", 415)
    text = _decoded(body)
    return _of_form(url, _pairs(text)) if kind == FORM else _direct(url, text, kind)


def _of_get(pairs: Pairs) -> Operation | None:
    if _values(pairs, "update"):
        raise _bad("an update by GET", 405)
    if not _values(pairs, "query"):
        if _values(pairs, "default-graph-uri") or _values(pairs, "named-graph-uri"):
            raise _bad("a dataset without a query")
        return None
    return _query(pairs, _one(pairs, "query"))


def _of_form(url: Pairs, form: Pairs) -> Operation:
    # The protocol wants all in the body; its own suite has the dataset in the address.
    pairs = [*url, *form]
    is_query, is_update = bool(_values(pairs, "query")), bool(_values(pairs, "update"))
    if is_query == is_update:
        raise _bad("the form holds neither a query nor an update, or both")
    if is_query:
        return _query(pairs, _one(pairs, "query"))
    return _update(pairs, _one(pairs, "update"))


def _direct(url: Pairs, text: str, kind: str) -> Operation:
    if _values(url, "query") or _values(url, "update"):
        raise _bad("an operation in the address and one in the body")
    return _query(url, text) if kind == QUERY else _update(url, text)


def _query(pairs: Pairs, sparql: str) -> Operation:
    return Operation(sparql, _dataset(pairs, "default-graph-uri", "named-graph-uri"), _form(pairs))


def _update(pairs: Pairs, sparql: str) -> Operation:
    dataset = _dataset(pairs, "using-graph-uri", "using-named-graph-uri")
    return Operation(sparql, dataset, is_update=True)


def _dataset(pairs: Pairs, default: str, named: str) -> Dataset:
    return Dataset(tuple(_values(pairs, default)), tuple(_values(pairs, named)))


def _form(pairs: Pairs) -> str | None:
    given = _values(pairs, "_mediatype")
    return given[0] if given else None


def _one(pairs: Pairs, name: str) -> str:
    found = _values(pairs, name)
    if len(found) > 1:
        raise _bad(f"{len(found)} times {name!r} in one request")
    return found[0]


def _values(pairs: Pairs, name: str) -> list[str]:
    return [value for key, value in pairs if key == name]


def _pairs(text: str) -> Pairs:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError as error:
        raise _bad("the arguments are no UTF-8, or too many") from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise _bad(f"the text is no UTF-8 at byte {error.start}") from error


def _bad(message: str, status: int = 400) -> RequestRefusedError:
    return RequestRefusedError(
        message, "See https://www.w3.org/TR/sparql11-protocol/#protocol", status=status
    )
