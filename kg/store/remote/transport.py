"""Send a request to an endpoint and read its answer to the end, within one time limit.

A busy endpoint (503) is asked again after the pause that it names, or one that doubles, as long as
the time limit allows. Nothing else is tried twice. A redirection is not followed: the request may
carry credentials, and the data may be meant for one place alone.
"""

from __future__ import annotations

import socket
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO, Final
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    HTTPRedirectHandler,
    OpenerDirector,
    Request,
    build_opener,
)

from kg.errors import EndpointError, EndpointRefusedError
from kg.store.remote.credentials import Credentials, refuse_in
from kg.store.remote.deadline import Deadline, TimedHTTPHandler, TimedHTTPSHandler, TimedRequest

TIMEOUT: Final = 60.0
ATTEMPTS: Final = 4
PAUSE: Final = 0.5
_SAID: Final = 300
_CHUNK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """What an endpoint sent back with a status of success."""

    status: int
    headers: Message
    body: bytes

    @property
    def media_type(self) -> str:
        """Return the media type of the body, in small letters and without parameters."""
        return self.headers.get_content_type()


class Transport:
    """Sends requests; `timeout` is the time in seconds from the first byte sent to the last read."""

    def __init__(self, credentials: Credentials | None = None, timeout: float = TIMEOUT) -> None:
        self._credentials = credentials
        self.timeout = timeout

    def send(self, request: Request) -> Answer:
        """Send a request; return the answer if its status is one of success.

        Raises EndpointRefusedError for another status, EndpointError where there is no answer.
        """
        url = request.full_url
        refuse_in(url)
        with Deadline(self.timeout) as deadline:
            for attempt in range(ATTEMPTS):
                try:
                    return self._once(request, deadline)
                except HTTPError as error:
                    with error:
                        pause = _pause(error, attempt)
                        if pause is None or pause >= deadline.remaining:
                            raise _refused(url, error, deadline) from error
                except (OSError, HTTPException, ValueError) as error:
                    raise self._failed(url, error, deadline) from error
                time.sleep(pause)
        raise AssertionError("the last attempt gives no pause")

    def _once(self, request: Request, deadline: Deadline) -> Answer:
        timed = TimedRequest(
            request.full_url,
            request.data,
            dict(request.header_items()),
            method=request.get_method(),
        )
        timed.deadline = deadline
        if self._credentials and self._credentials.header:
            timed.add_unredirected_header("Authorization", self._credentials.header)
        opener = self._opener(request.full_url)
        # At 0 a socket would not wait at all, and say that it is not ready.
        with opener.open(timed, timeout=deadline.remaining or PAUSE) as response:
            answer = Answer(response.status, response.headers, response.read())
        if deadline.over:
            # What was read may end where the connection was shut.
            raise TimeoutError
        return answer

    def _opener(self, url: str) -> OpenerDirector:
        """Return an opener of this request's own: digest handlers count failures."""
        opener = build_opener(TimedHTTPHandler(), TimedHTTPSHandler(), _Stay())
        if self._credentials and self._credentials.method == "digest":
            known = HTTPPasswordMgrWithDefaultRealm()
            known.add_password(None, url, self._credentials.user, self._credentials.secret)
            opener.add_handler(_Digest(known))
        return opener

    def _failed(self, url: str, error: Exception, deadline: Deadline) -> EndpointError:
        if isinstance(error, ValueError):
            # So says the handler for digest where the endpoint wants another method.
            return EndpointRefusedError(
                f"{url} answered with an error: 401, it takes no digest",
                "Give --auth basic or bearer.",
                status=HTTPStatus.UNAUTHORIZED,
            )
        reason = getattr(error, "reason", None) or error
        if deadline.over or isinstance(reason, TimeoutError):
            return EndpointError(
                f"{url} did not answer within {self.timeout:g} s",
                "Ask less at once, or give it more time with --timeout.",
            )
        if isinstance(reason, socket.gaierror):
            reason = "no such host"
        if isinstance(error, URLError):
            remedy = "Check the URL and that the server runs."
            return EndpointError(f"{url} cannot be reached: {reason}", remedy)
        remedy = "Ask again; if it stays so, look at the server's log."
        return EndpointError(f"{url} broke its answer off: {_line(str(reason))}", remedy)


class _Digest(HTTPDigestAuthHandler):
    """Answers a challenge, and lets go of the connection on which it came."""

    def http_error_401(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> HTTPResponse | None:
        """Ask again with the digest; None where that is of no use, and `fp` is the answer."""
        try:
            answer = super().http_error_401(req, fp, code, msg, headers)
        except (HTTPError, ValueError):
            fp.close()
            raise
        if answer is not None:
            fp.close()
        return answer


class _Stay(HTTPRedirectHandler):
    """Follows no redirection: it becomes an error that says where to."""

    def redirect_request(self, *_: object) -> None:
        """Return no request."""


def _pause(error: HTTPError, attempt: int) -> float | None:
    """Return the seconds to wait before the next attempt; None where there shall be none."""
    if error.code != HTTPStatus.SERVICE_UNAVAILABLE or attempt == ATTEMPTS - 1:
        return None
    told = (error.headers.get("Retry-After") or "").strip()
    if told.isdecimal():
        return float(told)
    try:
        when = parsedate_to_datetime(told)
    except ValueError:
        return PAUSE * 2.0**attempt
    return max(0.0, (when.astimezone(UTC) - datetime.now(UTC)).total_seconds())


def _refused(url: str, error: HTTPError, deadline: Deadline) -> EndpointRefusedError:
    target = error.headers.get("Location")
    if target:
        message = f"{url} answered with an error: it redirects to {_line(target)}"
        remedy = "If you trust that address, give it as the URL."
    elif error.code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        message = f"{url} answered with an error: {error.code}, you may not do this"
        remedy = "Give --auth basic, digest or bearer, and check the credentials and your rights."
    else:
        message = f"{url} answered with an error: {error.code} {_body(error, deadline)}"
        remedy = "Check the URL and your rights, or ask less at once."
    challenge = (error.headers.get("WWW-Authenticate") or "").partition(" ")[0].casefold()
    return EndpointRefusedError(message, remedy, status=error.code, challenge=challenge)


def _body(error: HTTPError, deadline: Deadline) -> str:
    """Return what the endpoint says, as far as it comes in time."""
    try:
        said = b"" if deadline.over else error.read(_CHUNK)
    except (OSError, HTTPException):
        said = b""
    return _line(said.decode(errors="replace")) or str(error.reason)


def _line(text: str) -> str:
    """Return a text on one line, and not all of a page."""
    return " ".join(text.split())[:_SAID]
