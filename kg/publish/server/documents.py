"""Things and documents over HTTP: 303, negotiation, validators."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from kg.publish import site
from kg.publish.documents import Document, Store
from kg.publish.formats import FORMS, Form, split
from kg.publish.negotiation import choose
from kg.publish.representation import Representation, render, variant
from kg.publish.site import Gone, Moved, SeeOther


class Documents:
    """Answers GET and HEAD for the things and documents of a site."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; the store is asked in a thread, so that others need not wait."""
        request = Request(scope, receive)
        response = await run_in_threadpool(self.answer, request)
        await response(scope, receive, send)

    def answer(self, request: Request) -> Response:
        """Return the answer to a request."""
        path = request.path_params["path"]
        stem, form = split(path)
        found = site.find(self._store, stem) if form else None
        if isinstance(found, Document):
            # The address names the form: nothing is negotiated.
            return self._respond(request, render(found, form or FORMS[0], self._store), {})
        return self._negotiated(request, site.find(self._store, path))

    def _negotiated(self, request: Request, found: site.Found) -> Response:
        match found:
            case SeeOther(path):
                return _redirect(303, self._url(path), {"Vary": "Accept"})
            case Moved(path):
                return _redirect(301, self._url(path), {})
            case Gone(_, reasons):
                return PlainTextResponse("\n".join(("Withdrawn.", *reasons)) + "\n", 410)
            case Document():
                return self._document(request, found)
            case _:
                return PlainTextResponse("Nothing lies at this address.\n", 404)

    def _document(self, request: Request, document: Document) -> Response:
        form = choose(request.headers.get("Accept"), request.query_params.get("_mediatype"))
        links = self._alternates(document, form)
        if form is None:
            listed = "".join(f"{f.media_type}  {self._form(document, f)}\n" for f in FORMS)
            headers = {"Vary": "Accept", "Link": links}
            return PlainTextResponse(f"This document can be had as:\n{listed}", 406, headers)
        shown = render(document, form, self._store)
        headers = {"Vary": "Accept", "Content-Location": self._url(shown.path), "Link": links}
        return self._respond(request, shown, headers)

    def _respond(
        self, request: Request, shown: Representation, headers: dict[str, str]
    ) -> Response:
        headers = {**headers, "ETag": shown.etag}
        if shown.last_modified:
            headers["Last-Modified"] = shown.last_modified
        if _matches(request.headers.get("If-None-Match"), shown.etag):
            return Response(status_code=304, headers=headers)
        headers["Content-Type"] = shown.form.content_type
        return Response(shown.body, headers=headers)

    def _alternates(self, document: Document, chosen: Form | None) -> str:
        return ", ".join(
            f'<{self._form(document, form)}>; rel="alternate"; type="{form.media_type}"'
            for form in FORMS
            if form is not chosen
        )

    def _form(self, document: Document, form: Form) -> str:
        return self._url(variant(document.path, form))

    def _url(self, path: str) -> str:
        return self._store.addresses.url(path)


def _redirect(status: int, url: str, headers: dict[str, str]) -> Response:
    return Response(status_code=status, headers={**headers, "Location": url})


def _matches(header: str | None, etag: str) -> bool:
    """Tell whether an If-None-Match header names the validator (RFC 9110, 13.1.2)."""
    if header is None:
        return False
    named = {tag.strip().removeprefix("W/") for tag in header.split(",")}
    return "*" in named or etag in named
