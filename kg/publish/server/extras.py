"""Dumps, sitemap, robots.txt and their like over HTTP."""

from __future__ import annotations

from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kg.publish.documents import Store
from kg.publish.metadata import files
from kg.publish.server import absent
from kg.publish.server.answers import sent
from kg.publish.server.documents import matches

PATHS: Final = (
    "/robots.txt",
    "/sitemap.xml",
    "/sitemap-{number:int}.xml",
    "/context.jsonld",
    "/.well-known/void",
    "/dump/{name}",
)


class Extras:
    """Answers GET and HEAD for the files that are no documents."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; the files are made in a thread when one is first asked for."""
        response = await run_in_threadpool(self._answer, Request(scope, receive))
        await response(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        extra = files.by_path(self._store).get(request.url.path.lstrip("/"))
        if extra is None:
            return absent.answer(request, self._store)
        headers = {"ETag": f'"{extra.digest[:32]}"'}
        if matches(request.headers.get("If-None-Match"), headers["ETag"]):
            return Response(status_code=304, headers=headers)
        return sent(extra.opened(), extra.content_type, headers)
