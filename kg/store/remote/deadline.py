"""A time limit for a whole request: to connect, to wait, and to read to the last byte.

A socket's own timeout starts anew with each byte that comes, so an endpoint that sends a byte a
second would hold us for ever. Here a timer closes the connection, wherever it waits.
"""

from __future__ import annotations

import ssl
import time
from contextlib import suppress
from functools import cache, partial
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from socket import SHUT_RDWR, socket
from threading import Lock, Timer
from types import TracebackType
from typing import Any, Self
from urllib.request import HTTPHandler, HTTPSHandler, Request


class Deadline:
    """Shuts the sockets that it watches when its seconds are over; a context manager."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._lock = Lock()
        self._sockets: list[socket] = []
        self._timer = Timer(seconds, self._shut)
        self._timer.daemon = True

    @property
    def remaining(self) -> float:
        """Return the seconds that are left, 0 when there are none."""
        return max(0.0, self._end - time.monotonic())

    @property
    def over(self) -> bool:
        """Tell whether the time is up."""
        return self.remaining == 0

    def watch(self, connection: socket) -> None:
        """Shut this socket too when the time is up; at once where it is."""
        with self._lock:
            self._sockets.append(connection)
        if self.over:
            self._shut()

    def _shut(self) -> None:
        with self._lock:
            for connection in self._sockets:
                with suppress(OSError):  # closed already: nothing waits there
                    connection.shutdown(SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()


class TimedRequest(Request):
    """A request that must be over, its answer read, before its deadline."""

    deadline: Deadline


class _Watched(HTTPConnection):
    """What a connection does beyond its kind's: it tells its deadline of its socket."""

    def __init__(self, host: str, *, deadline: Deadline, **options: Any) -> None:
        super().__init__(host, **options)
        self._deadline = deadline

    def connect(self) -> None:
        super().connect()
        self._deadline.watch(self.sock)


class _WatchedSecure(_Watched, HTTPSConnection):
    """The same over TLS."""


class TimedHTTPHandler(HTTPHandler):
    """Opens http URLs for requests with a deadline."""

    def http_open(self, req: Request) -> HTTPResponse:
        """Open the connection, watched by the request's deadline."""
        assert isinstance(req, TimedRequest)
        return self.do_open(partial(_Watched, deadline=req.deadline), req)


class TimedHTTPSHandler(HTTPSHandler):
    """Opens https URLs for requests with a deadline; certificates are checked."""

    def https_open(self, req: Request) -> HTTPResponse:
        """Open the connection, watched by the request's deadline."""
        assert isinstance(req, TimedRequest)
        opened = partial(_WatchedSecure, deadline=req.deadline, context=_tls())
        return self.do_open(opened, req)


@cache
def _tls() -> ssl.SSLContext:
    """Return the rules for certificates, which take long to read and are the same for all."""
    return ssl.create_default_context()
