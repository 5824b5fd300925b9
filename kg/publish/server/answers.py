"""Answers that come as files, and refusals as plain text."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

from starlette.responses import PlainTextResponse, Response, StreamingResponse

from kg.errors import RequestRefusedError
from kg.publish.formats import TURTLE, Form
from kg.publish.sparql.answering import Told
from kg.publish.sparql.limits import Limits

MAX_ROWS: Final = "X-SPARQL-MaxRows"
_CHUNK: Final = 1 << 16


def sent(out: BinaryIO, content_type: str, headers: Mapping[str, str]) -> Response:
    """Return a response with what the file holds, which is closed at its end."""
    size = out.seek(0, os.SEEK_END)
    out.seek(0)
    return StreamingResponse(
        _chunks(out),
        headers={**headers, "Content-Type": content_type, "Content-Length": str(size)},
    )


def cut_header(told: Told, limits: Limits) -> dict[str, str]:
    """Return the header that says of an answer how it was cut, none where it is whole."""
    return {MAX_ROWS: str(limits.rows)} if told.cut else {}


def content_type(form: Form) -> str:
    """Return the header: CSV and TSV need to be told their characters (SPARQL 1.1 CSV, 3)."""
    is_text = form.media_type.startswith("text/") and form.media_type != TURTLE
    return f"{form.media_type}; charset=utf-8" if is_text else form.media_type


def refused(error: RequestRefusedError, headers: Mapping[str, str] | None = None) -> Response:
    """Return what was wrong, and what to do, as plain text."""
    retry = {} if error.retry is None else {"Retry-After": str(error.retry)}
    return PlainTextResponse(f"{error}\n", error.status, {**(headers or {}), **retry})


def _chunks(out: BinaryIO) -> Iterator[bytes]:
    with out:
        while chunk := out.read(_CHUNK):
            yield chunk
