"""Things and documents over HTTP: 303, negotiation, validators."""

from __future__ import annotations

from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from kg.publish import negotiation as formats
from kg.publish import profiles, site
from kg.publish.documents import Document, Store, alternates
from kg.publish.formats import ALL, FORMS, PAGE, Form, split
from kg.publish.profiles import FACTS, LISTED, Profile
from kg.publish.representation import Representation, render, variant
from kg.publish.server import absent
from kg.publish.site import Gone, Moved, SeeOther

VARY: Final = "Accept, Accept-Language, Accept-Profile"
MEDIA_TYPE: Final = "_mediatype"


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
            # The address names the form: none is negotiated.
            return self._document(request, found, form)
        match site.find(self._store, path):
            case SeeOther(other):
                return _redirect(303, self._url(other), {"Vary": VARY})
            case Moved(other):
                return _redirect(301, self._url(other), {})
            case Gone() as gone:
                return absent.answer(request, self._store, gone)
            case Document() as document:
                return self._document(request, document, None)
            case _:
                return absent.answer(request, self._store)

    def _document(self, request: Request, document: Document, form: Form | None) -> Response:
        """Answer with a document, in the form that its address names or the client wants."""
        asked, named = request.query_params, form is not None
        form = form or formats.choose(request.headers.get("Accept"), asked.get(MEDIA_TYPE))
        offered = document.profiles
        profile = profiles.choose(
            (*offered, LISTED), asked.get(profiles.ARGUMENT), request.headers.get("Accept-Profile")
        )
        if form is None or profile is None:
            return self._not_acceptable(document)
        shown = alternates.of(document, self._store) if profile is LISTED else document
        if not named:
            form = formats.in_language(form, request.headers.get("Accept-Language"))
        answer = render(shown, form, self._store, profile)
        links = [*self._alternates(document, form), *profiles.links(offered, profile)]
        headers = {"Link": ", ".join(links), "Vary": VARY}
        if not named:
            headers["Content-Location"] = self._form(document, form, profile)
        return _respond(request, answer, headers)

    def _not_acceptable(self, document: Document) -> Response:
        listed = "".join(
            f"{form.media_type}  {self._form(document, form, profile)}\n"
            for profile in document.profiles
            for form in FORMS
            if profile is FACTS or form is not PAGE
        )
        headers = {"Vary": VARY, "Link": ", ".join(self._alternates(document, None))}
        return PlainTextResponse(f"This document can be had as:\n{listed}", 406, headers)

    def _alternates(self, document: Document, chosen: Form | None) -> list[str]:
        return [
            f'<{self._form(document, form)}>; rel="alternate"; type="{form.media_type}"'
            + (f'; hreflang="{form.language}"' if form.language else "")
            for form in ALL
            if form is not chosen
        ]

    def _form(self, document: Document, form: Form, profile: Profile = FACTS) -> str:
        argument = "" if profile is FACTS else f"?{profiles.ARGUMENT}={profile.token}"
        return self._url(variant(document.path, form)) + argument

    def _url(self, path: str) -> str:
        return self._store.addresses.url(path)


def _respond(request: Request, shown: Representation, headers: dict[str, str]) -> Response:
    headers = {**headers, "ETag": shown.etag}
    if shown.last_modified:
        headers["Last-Modified"] = shown.last_modified
    if matches(request.headers.get("If-None-Match"), shown.etag):
        return Response(status_code=304, headers=headers)
    headers["Content-Type"] = shown.form.content_type
    if shown.form.language:
        headers["Content-Language"] = shown.form.language
    return Response(shown.body, headers=headers)


def _redirect(status: int, url: str, headers: dict[str, str]) -> Response:
    return Response(status_code=status, headers={**headers, "Location": url})


def matches(header: str | None, etag: str) -> bool:
    """Tell whether an If-None-Match header names the validator (RFC 9110, 13.1.2)."""
    if header is None:
        return False
    named = {tag.strip().removeprefix("W/") for tag in header.split(",")}
    return "*" in named or etag in named
