"""`/sparql`: the SPARQL 1.1 Protocol, read-only; without a query the service describes itself."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kg.errors import RequestRefusedError
from kg.publish import negotiation
from kg.publish.documents import Document, Store
from kg.publish.formats import FORMS
from kg.publish.pages import web
from kg.publish.representation import render
from kg.publish.server.answers import content_type, cut_header, refused, sent
from kg.publish.server.headers import EDITOR_POLICY
from kg.publish.server.requests import body, while_there
from kg.publish.sparql import description, protocol
from kg.publish.sparql.answerer import Answerer
from kg.publish.sparql.answering import Job
from kg.publish.sparql.formats import GRAPHS, ROWS
from kg.publish.sparql.negotiation import choose
from kg.publish.sparql.protocol import Operation

# An answer depends on the store as well, which nobody tells a cache about.
HEADERS: Final = {"Vary": "Accept", "Cache-Control": "no-cache"}
_METHODS: Final = ("GET", "HEAD", "POST")


class Sparql:
    """Answers queries; updates are refused."""

    def __init__(self, store: Store, answerer: Answerer) -> None:
        self._store = store
        self._answerer = answerer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; a client that goes away takes its query with it."""
        try:
            response = await self._answer(Request(scope), receive)
        except RequestRefusedError as error:
            response = refused(error, {**HEADERS, "Allow": ", ".join((*_METHODS, "OPTIONS"))})
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def _answer(self, request: Request, receive: Receive) -> Response:
        if request.method not in _METHODS:
            raise RequestRefusedError(
                f"{request.method} is no way to ask", "Use GET or POST.", status=405
            )
        most = self._answerer.limits.text
        sent_body = await body(receive, 3 * most)
        content_type = request.headers.get("Content-Type")
        operation = protocol.read(request.method, request.url.query, content_type, sent_body)
        if operation is None:
            return await run_in_threadpool(self._service, request)
        return await while_there(receive, self._query(operation, request.headers.get("Accept")))

    async def _query(self, operation: Operation, accept: str | None) -> Response:
        if operation.is_update:
            raise RequestRefusedError(
                "this endpoint is read-only", "Nothing was changed.", status=403
            )
        most = self._answerer.limits.text
        if len(operation.sparql) > most:
            raise RequestRefusedError(
                f"the query is longer than {most} characters", "Ask less at once.", status=413
            )
        rows = choose(ROWS, accept, operation.media_type)
        graph = choose(GRAPHS, accept, operation.media_type)
        job = Job(
            operation.sparql,
            rows.writer if rows else "",
            graph.writer if graph else "",
            operation.dataset.default,
            operation.dataset.named,
            self._store.addresses.public,
        )
        told, out = await self._answerer.answer(job)
        form = graph if told.is_graph else rows
        assert form is not None
        cut = cut_header(told, self._answerer.limits)
        return sent(out, content_type(form), {**HEADERS, **cut})

    def _service(self, request: Request) -> Response:
        """Answer with the service's description: for a browser, the editor."""
        argument = request.path_params.get("form") or request.query_params.get("_mediatype")
        form = negotiation.choose(request.headers.get("Accept"), argument)
        if form is None:
            offered = ", ".join(form.media_type for form in FORMS)
            raise RequestRefusedError(
                "the description cannot be had in that form", f"Offered: {offered}.", status=406
            )
        if argument is None:
            form = negotiation.in_language(form, request.headers.get("Accept-Language"))
        shown = render(self._described, form, self._store)
        headers = {
            **HEADERS,
            "Vary": "Accept, Accept-Language",
            "Content-Type": form.content_type,
            "ETag": shown.etag,
        }
        if form.language and web.has(web.EDITOR):
            headers["Content-Security-Policy"] = EDITOR_POLICY
        return Response(shown.body, headers=headers)

    def forget(self) -> None:
        """Describe the service anew: the store has changed."""
        self.__dict__.pop("_described", None)

    @cached_property
    def _described(self) -> Document:
        return description.describe(self._store)
