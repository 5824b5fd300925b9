"""Requests to the site under check: few, slow enough, bounded in time and size, no redirect followed."""

from __future__ import annotations

import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Event, Timer
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from kg.errors import EndpointError
from kg.publish.check.model import Failed
from kg.version import __version__

AGENT: Final = f"spacekg/{__version__} (check)"
LARGEST: Final = 64 << 20
# What an address may hold as it is; the rest is encoded before it is sent.
_SAFE: Final = "/:?#[]@!$&'()*+,;=-._~%"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answered; names of headers are in small letters."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """Return the media type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def text(self) -> str:
        """Return the body as text."""
        return self.body.decode("utf-8", errors="replace")

    @property
    def location(self) -> str:
        """Return where a redirect leads, whole."""
        return urljoin(self.url, self.headers.get("location", ""))


@dataclass(slots=True)
class Client:
    """Asks the site; `seconds` bound a request to its last byte, `most` their number."""

    seconds: float = 20
    pause: float = 0
    most: int = 500
    asked: int = 0
    _kept: dict[tuple[str, str, tuple[tuple[str, str], ...]], Answer] = field(default_factory=dict)

    def get(self, url: str, method: str = "GET", **headers: str) -> Answer:
        """Return the answer to GET or HEAD; the same question is asked once."""
        named = tuple(sorted((k.replace("_", "-"), v) for k, v in headers.items()))
        key = (url, method, named)
        if key not in self._kept:
            self._kept[key] = self.send(method, url, dict(named))
        return self._kept[key]

    def send(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> Answer:
        """Return the answer to a request; Failed where none comes in time."""
        self.asked += 1
        if self.asked > self.most:
            raise Failed(f"more than {self.most} requests would be needed")
        time.sleep(self.pause)
        try:
            return _exchange(method, url, headers, body, self.seconds)
        except (OSError, HTTPException, ValueError) as error:
            raise Failed(
                f"{method} {url}: no answer within {self.seconds:g} s ({error})"
            ) from error

    def reach(self, url: str) -> None:
        """Ask for the address once; EndpointError where nobody is there."""
        try:
            self.get(url)
        except Failed as error:
            raise EndpointError(
                str(error), "Check the address, and that the site is up."
            ) from error


def _exchange(
    method: str, url: str, headers: Mapping[str, str], body: bytes | None, seconds: float
) -> Answer:
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.netloc, timeout=seconds)
    # A limit for each read would let a server that sends byte by byte go on for ever. The socket is
    # held here: the connection forgets it when an answer is to end with it.
    connection.connect()
    cut = Event()
    timer = Timer(seconds, _shut, (connection.sock, cut))
    try:
        timer.start()
        path = quote(parts.path or "/", safe=_SAFE) + (f"?{parts.query}" if parts.query else "")
        connection.request(method, path, body, {"User-Agent": AGENT, **headers})
        answer = connection.getresponse()
        content = answer.read(LARGEST + 1)
        if cut.is_set():
            raise TimeoutError("it was cut off")
        if len(content) > LARGEST:
            raise ValueError(f"the answer has more than {LARGEST} bytes")
        return Answer(url, answer.status, _headers(answer.getheaders()), content)
    finally:
        timer.cancel()
        connection.close()


def _headers(lines: list[tuple[str, str]]) -> dict[str, str]:
    joined: dict[str, str] = {}
    for name, value in lines:
        key = name.lower()
        joined[key] = f"{joined[key]}, {value}" if key in joined else value
    return joined


def _shut(held: socket.socket, cut: Event) -> None:
    cut.set()
    try:
        held.shutdown(socket.SHUT_RDWR)
    except OSError:
        # It is shut already: the answer has come, or the other side has gone.
        return
