"""Fetches a source over HTTP."""

from __future__ import annotations

import time
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from io import BufferedReader, BytesIO
from pathlib import PurePosixPath
from typing import cast
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from kg.errors import UnreadableError
from kg.releases.source import MAX_FILE, Source, too_long
from kg.version import __version__

# For one answer of the server, and for all of them together.
TIMEOUT = 20.0
DEADLINE = 120.0
CHUNK = 1 << 16

_HANDLERS = (
    ProxyHandler,
    UnknownHandler,
    HTTPHandler,
    HTTPSHandler,
    HTTPDefaultErrorHandler,
    HTTPRedirectHandler,
    HTTPErrorProcessor,
)
# Types that a server gives to a file that it does not know.
_UNKNOWN = frozenset({"text/plain", "application/octet-stream", "binary/octet-stream"})


@dataclass(frozen=True, slots=True)
class Version:
    """By which headers a server tells whether what lies at an address is another (RFC 9110, 8.8)."""

    etag: str | None = None
    modified: str | None = None

    def headers(self) -> dict[str, str]:
        """Return the conditions under which it shall be sent again."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}


def fetch(url: str) -> Source:
    """Return what lies at `url`, wholly read, with the type that the server gives it."""
    found = fetch_if_new(url, Version())
    if found is None:
        raise UnreadableError(f"{url}: the server answers 304, unasked", "Check the address.")
    return found[0]


def fetch_if_new(url: str, known: Version) -> tuple[Source, Version] | None:
    """Return what lies at `url` and its version; None where it is the known version still."""
    try:
        with _opener().open(_request(url, known), timeout=TIMEOUT) as response:
            answer = cast(HTTPResponse, response)
            version = Version(answer.headers["ETag"], answer.headers["Last-Modified"])
            return _source(url, answer, _body(url, answer)), version
    except HTTPError as error:
        with error:
            if error.code == HTTPStatus.NOT_MODIFIED:
                return None
            raise UnreadableError(
                f"{url}: the server answers {error.code} {error.reason}", "Check the address."
            ) from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise UnreadableError(
            f"{url}: cannot be fetched ({reason})", "Check the address and the connection."
        ) from error


def _opener() -> OpenerDirector:
    """Return an opener for HTTP alone: a redirect must not lead to local files."""
    opener = OpenerDirector()
    for handler in _HANDLERS:
        opener.add_handler(handler())
    return opener


def _request(url: str, known: Version) -> Request:
    headers = {"User-Agent": f"spacekg/{__version__}", **known.headers()}
    return Request(url, headers=headers)  # noqa: S310


def _body(url: str, response: HTTPResponse) -> bytes:
    body, end = bytearray(), time.monotonic() + DEADLINE
    while chunk := response.read1(CHUNK):
        body += chunk
        if len(body) > MAX_FILE:
            raise too_long(url, MAX_FILE)
        if time.monotonic() > end:
            raise UnreadableError(
                f"{url}: not read in {DEADLINE:.0f} seconds", "Download it, then read the file."
            )
    return bytes(body)


def _source(url: str, response: HTTPResponse, body: bytes) -> Source:
    media_type = response.headers.get_content_type()
    # read1 tells nothing of an answer cut short, so its length is compared.
    length = response.headers.get("Content-Length", "")
    if length.isdigit() and int(length) != len(body):
        raise UnreadableError(f"{url}: the answer was cut short", "Try again.")
    return Source(
        origin=url,
        stream=BufferedReader(BytesIO(body)),
        suffix=PurePosixPath(urlsplit(url).path).suffix.lower() if media_type in _UNKNOWN else "",
        media_type=media_type,
        charset=response.headers.get_content_charset(),
        url=response.geturl(),
    )
