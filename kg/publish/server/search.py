"""`/search?q=`: names and quotes with the words, as a page that needs no script."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kg.publish import negotiation
from kg.publish.documents import Store, overviews
from kg.publish.formats import BY_SUFFIX, PAGE
from kg.publish.pages.search import answer
from kg.publish.server.documents import VARY, Documents


class Search:
    """Answers GET and HEAD at `search`; without words it is a document like others."""

    def __init__(self, store: Store, documents: Documents) -> None:
        self._store, self._documents = store, documents

    async def __call__(self, request: Request) -> Response:
        """Answer a request."""
        return await run_in_threadpool(self.answer, request)

    def answer(self, request: Request) -> Response:
        """Return what was found, as a page."""
        words = request.query_params.get("q", "").strip()
        request.path_params["path"] = request.url.path.lstrip("/")
        if not words:
            return self._documents.answer(request)
        named = BY_SUFFIX.get(request.url.path.partition(".")[2])
        form = named or negotiation.in_language(PAGE, request.headers.get("Accept-Language"))
        document = overviews.find(self._store, overviews.SEARCH)
        assert document is not None
        body = answer(document, self._store, form.language or PAGE.language, words)
        headers = {"Vary": VARY, "Content-Type": PAGE.content_type, "X-Robots-Tag": "noindex"}
        return Response(body, headers={**headers, "Content-Language": form.language or "en"})
