"""Queries for an engine elsewhere: it is asked in our place, and has bounds of its own."""

from __future__ import annotations

import asyncio
import tempfile
from typing import BinaryIO

from starlette.concurrency import run_in_threadpool

from kg.errors import EndpointError, QuerySyntaxError, RequestRefusedError
from kg.publish.sparql import guard
from kg.publish.sparql.answering import Job, Told, write
from kg.publish.sparql.limits import Limits
from kg.publish.sparql.pool import RETRY
from kg.store.base import View
from kg.store.results import Boolean, Graph, Result, Rows


class Relay:
    """Asks the engine of a view, which ends a query that takes longer than its `--timeout`."""

    def __init__(self, view: View, limits: Limits) -> None:
        self.limits = limits
        self._view = view
        self._free = asyncio.Semaphore(limits.workers)

    async def answer(self, job: Job) -> tuple[Told, BinaryIO]:
        """Return what there is to say of the answer, and a file with it (see `Answerer`)."""
        async with self._free:
            return await run_in_threadpool(self._answer, job)

    def renew(self) -> None:
        """Do nothing: the engine answers from what it holds."""

    async def close(self) -> None:
        """Do nothing: whoever opened the view closes it."""

    def _answer(self, job: Job) -> tuple[Told, BinaryIO]:
        guard.check(job.sparql)
        if job.default or job.named_graphs:
            raise RequestRefusedError(
                "no dataset can be named here", "Write FROM into the query.", status=400
            )
        try:
            answer, cut = _first(self._view.query(job.sparql), self.limits.rows)
        except QuerySyntaxError as error:
            raise RequestRefusedError(str(error), status=400) from error
        except EndpointError as error:
            raise RequestRefusedError(
                "the engine behind this endpoint did not answer", status=503, retry=RETRY
            ) from error
        out = tempfile.TemporaryFile()  # noqa: SIM115
        told = write(answer, cut, job, out)
        out.seek(0)
        return told, out


def _first(answer: Result, most: int) -> tuple[Result, bool]:
    match answer:
        case Boolean():
            return answer, False
        case Rows():
            return Rows(answer.variables, answer.rows[:most]), len(answer) > most
        case _:
            return Graph(answer.triples[:most]), len(answer) > most
