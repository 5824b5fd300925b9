"""Worker processes that answer queries, so many at once; the others wait for their turn."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict
from http import HTTPStatus
from pathlib import Path
from typing import Any, BinaryIO, Final

from kg.errors import RequestRefusedError
from kg.publish.sparql.answering import Job, Told
from kg.publish.sparql.limits import Limits

RETRY: Final = 5
_LINE: Final = 1 << 20
_START: Final = 60.0
_WORKER: Final = "kg.publish.sparql.worker"


class Pool:
    """Answers jobs over the store in a folder; `folder` is asked whenever a worker starts."""

    def __init__(self, folder: Callable[[], Path], limits: Limits) -> None:
        self.limits = limits
        self._where = folder
        self._free = asyncio.Semaphore(limits.workers)
        self._idle: list[Worker] = []
        self._waiting = 0
        self._moment = 0

    async def answer(self, job: Job) -> tuple[Told, BinaryIO]:
        """Return what there is to say of the answer, and a file with it (see `Answerer`)."""
        async with self._turn(), self._worker() as worker:
            name = _file()
            try:
                reply = await worker.ask({**asdict(job), "path": name}, self.limits.seconds)
                return _told(reply), Path(name).open("rb")
            finally:
                # Who has it open can read on.
                Path(name).unlink(missing_ok=True)

    def renew(self) -> None:
        """Let no worker answer that opened the store before now."""
        self._moment += 1
        for worker in self._idle:
            worker.kill()
        self._idle.clear()

    async def close(self) -> None:
        """End the workers; those that are at work end with their queries."""
        workers, self._idle = self._idle, []
        for worker in workers:
            worker.kill()
            await worker.ended()

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """Wait for a turn, no longer than is bearable."""
        if self._free.locked() and self._waiting >= self.limits.waiting:
            raise _busy()
        self._waiting += 1
        try:
            await asyncio.wait_for(self._free.acquire(), self.limits.patience)
        except TimeoutError:
            raise _busy() from None
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._free.release()

    @asynccontextmanager
    async def _worker(self) -> AsyncIterator[Worker]:
        """Lend a worker; one that was left in the midst of a query is ended."""
        moment = self._moment
        worker = self._living() or await Worker.start(self._where(), self.limits)
        try:
            yield worker
        finally:
            if worker.is_ready and moment == self._moment:
                self._idle.append(worker)
            else:
                worker.kill()
                await worker.ended()

    def _living(self) -> Worker | None:
        """Take an idle worker, past those that somebody ended."""
        while self._idle:
            worker = self._idle.pop()
            if worker.is_alive:
                return worker
        return None


class Worker:
    """One process, from our side."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.is_ready = False

    @classmethod
    async def start(cls, folder: Path, limits: Limits) -> Worker:
        """Start a process over the store in the folder, and wait until it has opened it."""
        bounds = (limits.rows, limits.seconds, limits.memory, limits.size)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", _WORKER, str(folder), *map(str, bounds),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=_LINE,
        )  # fmt: skip
        worker = cls(process)
        try:
            await worker._line(_START)
        except BaseException:
            worker.kill()
            await worker.ended()
            raise
        worker.is_ready = True
        return worker

    @property
    def is_alive(self) -> bool:
        """Tell whether the process runs, as far as is known."""
        return self._process.returncode is None

    async def ask(self, job: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Return how a job went; the worker is ready again unless this raises or is cancelled."""
        self.is_ready = False
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(job).encode() + b"\n")
        reply = await self._line(seconds)
        self.is_ready = True
        return reply

    def kill(self) -> None:
        """End the process at once."""
        if self._process.returncode is None:
            self._process.kill()

    async def ended(self) -> None:
        """Wait until the process is gone, and let go of its pipes."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        await self._process.wait()
        # The transport closes its pipes by callbacks of the loop.
        await asyncio.sleep(0)

    async def _line(self, seconds: float) -> dict[str, Any]:
        assert self._process.stdout is not None
        try:
            line = await asyncio.wait_for(self._process.stdout.readline(), seconds)
        except TimeoutError:
            raise _over(f"the query took more than {seconds:g} seconds") from None
        if not line:
            raise _over("the query took more memory or time than one may have")
        record: dict[str, Any] = json.loads(line)
        return record


def _told(reply: dict[str, Any]) -> Told:
    if reply["status"] != HTTPStatus.OK:
        retry = RETRY if reply["status"] == HTTPStatus.SERVICE_UNAVAILABLE else None
        raise RequestRefusedError(reply["message"], status=reply["status"], retry=retry)
    return Told(reply["form"], reply["graph"], reply["cut"])


def _file() -> str:
    """Make a file for an answer, which none but us can read."""
    handle, name = tempfile.mkstemp(prefix="spacekg-answer-")
    os.close(handle)
    return name


def _busy() -> RequestRefusedError:
    return RequestRefusedError(
        "too many queries are waiting", "Try again later.", status=503, retry=RETRY
    )


def _over(message: str) -> RequestRefusedError:
    return RequestRefusedError(
        message, "Ask less at once, or take the dump.", status=503, retry=RETRY
    )
