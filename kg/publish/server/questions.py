"""`/query/NAME`: the named queries by HTTP, with typed parameters, as page, JSON, CSV, XML or TSV."""

from __future__ import annotations

from typing import Final

import anyio
import pyoxigraph as ox
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kg import queries
from kg.errors import RequestRefusedError, UnknownNameError
from kg.publish import questions
from kg.publish.documents import Document, Store
from kg.publish.formats import FORMS, PAGE, Form
from kg.publish.questions import Fault
from kg.publish.representation import render
from kg.publish.server.answers import content_type, cut_header, refused, sent
from kg.publish.server.requests import body, while_there
from kg.publish.sparql.answerer import Answerer
from kg.publish.sparql.answering import Job
from kg.publish.sparql.formats import JSON, ROWS
from kg.publish.sparql.negotiation import choose
from kg.queries import NamedQuery
from kg.store import results
from kg.store.base import Rows

HEADERS: Final = {"Vary": "Accept", "Cache-Control": "no-cache"}
# A CSV file of a named query is opened in a spreadsheet, and must hold no formula.
_SHEET: Final = Form("csv", "text/csv", "sheet")
_ANSWERS: Final = tuple(_SHEET if form.suffix == "csv" else form for form in ROWS)
_OFFERED: Final = (*_ANSWERS, PAGE, *(form for form in FORMS if form is not PAGE))
_LOOKED_UP: Final = 2


class Questions:
    """Answers the named queries; `/query` lists them."""

    def __init__(self, store: Store, answerer: Answerer) -> None:
        self._store = store
        self._answerer = answerer
        # A name that nothing bears makes the look-up pass over all labels.
        self._looking_up = anyio.CapacityLimiter(_LOOKED_UP)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; a client that goes away takes its query with it."""
        request = Request(scope)
        try:
            await body(receive, 0)
            response = await while_there(receive, self._answer(request))
        except RequestRefusedError as error:
            response = refused(error, HEADERS)
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        name, form = _split(request.path_params.get("name", ""))
        given = {k: v for k, v in request.query_params.items() if k != "_mediatype"}
        argument = form or request.query_params.get("_mediatype")
        if not name:
            chosen = choose(FORMS, request.headers.get("Accept"), argument)
            return self._document(questions.index(self._store), _known(chosen))
        query = _query(name)
        chosen = _known(choose(_OFFERED, request.headers.get("Accept"), argument))
        page = questions.document(self._store, query)
        if chosen.suffix == PAGE.suffix:
            return await self._page(page, query, given, request.url.query)
        if chosen.suffix in {form.suffix for form in FORMS}:
            return self._document(page, chosen)
        return await self._file(query, given, chosen)

    async def _file(self, query: NamedQuery, given: dict[str, str], form: Form) -> Response:
        job = await self._job(query, given, form.writer)
        if isinstance(job, Fault):
            raise job.error()
        told, out = await self._answerer.answer(job)
        cut = cut_header(told, self._answerer.limits)
        return sent(out, content_type(form), {**HEADERS, **cut})

    async def _page(
        self, page: Document, query: NamedQuery, given: dict[str, str], asked: str
    ) -> Response:
        """Answer with the form, and with the answer where all that is needed is given."""
        if not given and any(param.required for param in query.params):
            return self._document(page, PAGE)
        job = await self._job(query, given, JSON.writer)
        if isinstance(job, Fault):
            return self._document(questions.answered(page, given, None, job), PAGE, 400)
        told, out = await self._answerer.answer(job)
        with out:
            found = results.read(ox.parse_query_results(out, ox.QueryResultsFormat.JSON))
        rows = found if isinstance(found, Rows) else None
        shown = questions.answered(page, given, rows, None, cut=told.cut, more=asked)
        return self._document(shown, PAGE)

    async def _job(self, query: NamedQuery, given: dict[str, str], form: str) -> Job | Fault:
        return await anyio.to_thread.run_sync(
            questions.job, query, given, form, self._store.view, limiter=self._looking_up
        )

    def _document(self, document: Document, form: Form, status: int = 200) -> Response:
        shown = render(document, form, self._store)
        headers = {**HEADERS, "Content-Type": form.content_type, "ETag": shown.etag}
        return Response(shown.body, status, headers)


def _split(path: str) -> tuple[str, str | None]:
    """Part a name and the suffix of a form that is offered."""
    stem, dot, suffix = path.rpartition(".")
    if dot and suffix in {form.suffix for form in _OFFERED}:
        return stem, suffix
    return path, None


def _query(name: str) -> NamedQuery:
    try:
        return queries.get(name)
    except UnknownNameError as error:
        raise RequestRefusedError(
            error.message, "They are listed at /query.", status=404
        ) from error


def _known(form: Form | None) -> Form:
    if form is None:
        offered = ", ".join(form.media_type for form in _OFFERED)
        raise RequestRefusedError("not to be had in that form", f"Offered: {offered}.", status=406)
    return form
