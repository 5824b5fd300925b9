"""`/query/NAME`: the named queries by HTTP, with typed parameters, as page, JSON, CSV, XML or TSV."""

from __future__ import annotations

from http import HTTPStatus
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
from kg.publish.formats import BY_SUFFIX, FORMS, PAGE, PAGES, Form, split
from kg.publish.negotiation import in_language
from kg.publish.questions import Fault
from kg.publish.representation import render
from kg.publish.server import absent
from kg.publish.server.answers import content_type, cut_header, refused, sent
from kg.publish.server.requests import body, while_there
from kg.publish.sparql.answerer import Answerer
from kg.publish.sparql.answering import Job
from kg.publish.sparql.formats import JSON, ROWS
from kg.publish.sparql.negotiation import choose
from kg.queries import NamedQuery
from kg.store import results
from kg.store.base import Rows

HEADERS: Final = {"Vary": "Accept, Accept-Language", "Cache-Control": "no-cache"}
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
            if error.status == HTTPStatus.NOT_FOUND:
                response = absent.answer(request, self._store, told=f"{error}")
            else:
                response = refused(error, HEADERS)
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        name, named = _split(request.path_params.get("name", ""))
        if not name:
            named = BY_SUFFIX.get(request.path_params.get("form", ""))
            return self._document(questions.index(self._store), _form(request, FORMS, named))
        query = _query(name)
        form = _form(request, _OFFERED, named)
        page = questions.document(self._store, query)
        if form in PAGES.values():
            return await self._page(request, page, query, form)
        if form.suffix in BY_SUFFIX:
            return self._document(page, form)
        return await self._file(query, _given(request), form)

    async def _file(self, query: NamedQuery, given: dict[str, str], form: Form) -> Response:
        job = await self._job(query, given, form.writer)
        if isinstance(job, Fault):
            raise job.error()
        told, out = await self._answerer.answer(job)
        cut = cut_header(told, self._answerer.limits)
        return sent(out, content_type(form), {**HEADERS, **cut})

    async def _page(
        self, request: Request, page: Document, query: NamedQuery, form: Form
    ) -> Response:
        """Answer with the form, and with the answer where all that is needed is given."""
        given = _given(request)
        if not given and any(param.required for param in query.params):
            return self._document(page, form)
        job = await self._job(query, given, JSON.writer)
        if isinstance(job, Fault):
            return self._document(questions.answered(page, given, None, job), form, 400)
        told, out = await self._answerer.answer(job)
        with out:
            found = results.read(ox.parse_query_results(out, ox.QueryResultsFormat.JSON))
        rows = found if isinstance(found, Rows) else None
        more = request.url.query
        shown = questions.answered(page, given, rows, None, cut=told.cut, more=more)
        return self._document(shown, form)

    async def _job(self, query: NamedQuery, given: dict[str, str], form: str) -> Job | Fault:
        return await anyio.to_thread.run_sync(
            questions.job, query, given, form, self._store.view, limiter=self._looking_up
        )

    def _document(self, document: Document, form: Form, status: int = 200) -> Response:
        shown = render(document, form, self._store)
        headers = {**HEADERS, "Content-Type": form.content_type, "ETag": shown.etag}
        return Response(shown.body, status, headers)


def _given(request: Request) -> dict[str, str]:
    return {k: v for k, v in request.query_params.items() if k != "_mediatype"}


def _split(path: str) -> tuple[str, Form | None]:
    """Part a name and the suffix of a form: of a document's, or of an answer's."""
    stem, form = split(path)
    if form is not None:
        return stem, form
    stem, dot, suffix = path.rpartition(".")
    found = next((form for form in _ANSWERS if dot and form.suffix == suffix), None)
    return (path, None) if found is None else (stem, found)


def _query(name: str) -> NamedQuery:
    try:
        return queries.get(name)
    except UnknownNameError as error:
        raise RequestRefusedError(
            error.message, "They are listed at /query.", status=404
        ) from error


def _form(request: Request, offered: tuple[Form, ...], named: Form | None) -> Form:
    """Return the form that the address names, or that the client wants."""
    if named is not None:
        return named
    form = choose(offered, request.headers.get("Accept"), request.query_params.get("_mediatype"))
    if form is None:
        listed = ", ".join(form.media_type for form in offered)
        raise RequestRefusedError("not to be had in that form", f"Offered: {listed}.", status=406)
    return in_language(form, request.headers.get("Accept-Language"))
