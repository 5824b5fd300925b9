"""What endpoints do with requests: read a bounded body, and stop work for who has gone away."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TypeVar

from starlette.requests import ClientDisconnect
from starlette.types import Receive

from kg.errors import RequestRefusedError

T = TypeVar("T")


async def body(receive: Receive, most: int) -> bytes:
    """Return the body of a request; RequestRefusedError (413) where it is longer than that."""
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            raise RequestRefusedError(
                f"the request is longer than {most} bytes", "Send less at once.", status=413
            )
        if not message.get("more_body", False):
            return b"".join(parts)


async def while_there(receive: Receive, work: Coroutine[None, None, T]) -> T:
    """Return what the work gives; it is cancelled when the client goes away.

    Raises ClientDisconnect then. The body must have been read.
    """
    task, gone = asyncio.ensure_future(work), asyncio.ensure_future(_gone(receive))
    try:
        await asyncio.wait((task, gone), return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        raise ClientDisconnect
    finally:
        gone.cancel()
        task.cancel()
        await asyncio.gather(task, gone, return_exceptions=True)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
