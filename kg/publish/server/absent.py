"""404 and 410: a page for browsers, a problem in JSON (RFC 9457) for programs, text for the others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.publish import negotiation
from kg.publish.documents import Store
from kg.publish.formats import HTML, PAGE
from kg.publish.pages import absent
from kg.publish.site import Gone

PROBLEM: Final = "application/problem+json"
_VARY: Final = {"Vary": "Accept, Accept-Language"}
_MISSING: Final = "Nothing lies at this address."
# The first is what a client gets that takes anything.
_KINDS: Final = ("text/plain", HTML, PROBLEM, "application/json", "application/ld+json")


def answer(request: Request, store: Store, gone: Gone | None = None, told: str = "") -> Response:
    """Return that nothing lies at an address, or that something lies there no more.

    `told` says more of what is missing, where more is known.
    """
    status = 404 if gone is None else 410
    accept = request.headers.get("Accept")
    kind = negotiation.accepted(accept).best_match(_KINDS) if accept else None
    if kind == HTML:
        return _page(request, store, gone, status)
    lines = [told or _MISSING] if gone is None else list(_lines(gone))
    if kind in _KINDS[2:]:
        text = json.dumps(_problem(status, lines, store, gone), ensure_ascii=False)
        return Response(text + "\n", status, _VARY, media_type=PROBLEM)
    return PlainTextResponse("\n".join(lines) + "\n", status, _VARY)


def _page(request: Request, store: Store, gone: Gone | None, status: int) -> Response:
    form = negotiation.in_language(PAGE, request.headers.get("Accept-Language"))
    # As the client spells it: an encoded slash leads no further down.
    raw = request.scope.get("raw_path") or request.url.path.encode()
    path = raw.decode("latin-1").removeprefix("/")
    body = absent.page(store, path, form.language, gone)
    headers = {**_VARY, "Content-Type": form.content_type, "Content-Language": form.language}
    return Response(body, status, headers)


def _lines(gone: Gone) -> Iterator[str]:
    yield "Withdrawn."
    yield from gone.reasons
    if gone.since:
        yield f"Since: {gone.since}"
    for other in gone.successors:
        yield f"Replaced by: {other}"


def _problem(status: int, lines: list[str], store: Store, gone: Gone | None) -> dict[str, object]:
    told: dict[str, object] = {
        "title": lines[0],
        "status": status,
        "search": store.addresses.url("search") + "?q={words}",
    }
    if gone is not None:
        told |= {"detail": " ".join(gone.reasons), "iri": gone.iri}
        told |= {"since": gone.since} if gone.since else {}
        told |= {"replacedBy": list(gone.successors)} if gone.successors else {}
    return told
