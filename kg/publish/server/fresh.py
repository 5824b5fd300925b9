"""Serves the store in a folder as it stands: once a writer is done with it, it is opened anew.

A reader's store stays what it was when it was opened. So whoever asks is answered from it to the end,
and who asks after a change from a store that was opened after it. A build that goes on puts this off
until it ends, so that nobody is shown half of it.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.types import Receive, Scope, Send

from kg.errors import SpaceKGError
from kg.publish.server.app import Site, live
from kg.store.base import View

# Looking is a listing of a folder; more often than this nobody needs it.
PAUSE: Final = 1.0


@dataclass(slots=True)
class _Opened:
    """A site with its store, and how many requests are being answered by it."""

    view: View
    site: Site
    moment: object
    asked: int = 0
    is_over: bool = False

    async def leave(self) -> None:
        """Close all, when the last request is answered."""
        if self.is_over and not self.asked:
            await self.site.close()
            self.view.close()


V = TypeVar("V", bound=View)


class Fresh:
    """An ASGI application that makes a site of a view, and another one when the store has changed.

    `moment` tells the store's states apart, None for one in which it cannot be opened; it is asked at
    most once in `pause` seconds.
    """

    def __init__(
        self,
        opened: Callable[[], V],
        made: Callable[[V], Site],
        moment: Callable[[], object | None],
        pause: float = PAUSE,
    ) -> None:
        self._opened, self._made, self._moment, self._pause = opened, made, moment, pause
        # Before it is opened: what changes meanwhile is seen the next time.
        before = moment()
        view = opened()
        self._now = _Opened(view, made(view), before)
        self._looked = time.monotonic()
        self._looking = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request from the store as it stands."""
        if scope["type"] == "lifespan":
            await live(receive, send, self._end)
            return
        await self._look()
        now = self._now
        now.asked += 1
        try:
            await now.site.app(scope, receive, send)
        finally:
            now.asked -= 1
            await now.leave()

    async def _end(self) -> None:
        self._now.is_over = True
        await self._now.leave()

    async def _look(self) -> None:
        if self._looking.locked() or time.monotonic() - self._looked < self._pause:
            return
        async with self._looking:
            self._looked = time.monotonic()
            moment = await run_in_threadpool(self._moment)
            if moment is not None and moment != self._now.moment:
                await self._renew(moment)

    async def _renew(self, moment: object) -> None:
        try:
            view = await run_in_threadpool(self._opened)
        except SpaceKGError as error:
            # The old store still answers; the next one who asks has another try.
            sys.stderr.write(f"spacekg: the store has changed, and cannot be opened: {error}\n")
            return
        before, self._now = self._now, _Opened(view, self._made(view), moment)
        before.site.forget()
        before.is_over = True
        await before.leave()
