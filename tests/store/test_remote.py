"""What can go wrong with an endpoint: told with a remedy, within the time, and with no secret."""

from __future__ import annotations

import socket
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import md5
from urllib.request import parse_http_list, parse_keqv_list

import pytest

from kg.errors import EndpointError, EndpointRefusedError, IncompleteAnswerError, QuerySyntaxError
from kg.store.remote import RemoteView
from kg.store.remote.credentials import Credentials
from kg.store.remote.protocol import Endpoint
from kg.store.remote.transport import ATTEMPTS, Transport
from tests.servers.hostile import Quiet, serving

SELECT = "SELECT * WHERE { ?s ?p ?o }"
EMPTY = b'{"head": {"vars": []}, "results": {"bindings": []}}'
SECRET = "open-sesame"
LIMIT = 0.4
# What a limit may take longer on a busy machine; each of these servers would take for ever.
GRACE = 10


class Peer(Quiet):
    """Answers /CODE with that status, and other paths as they are named; notes who asked what."""

    asked: list[str]
    stop: threading.Event

    def do_POST(self) -> None:  # noqa: N802
        self.body()
        self.asked.append(self.path)
        name = self.path.strip("/")
        if name.isdigit():
            self.reply(int(name), b"<html>\n  hello </html>")
        else:
            getattr(self, name.partition("/")[0])()

    do_GET = do_POST  # noqa: N815

    def html(self) -> None:
        self.reply(200, b"<html>\n  hello </html>", Content_Type="text/html")

    def elsewhere(self) -> None:
        code = int(self.path.rpartition("/")[2])
        self.reply(code, Location=f"http://{self.headers['Host']}/empty")

    def empty(self) -> None:
        self.reply(200, EMPTY)

    def partial(self) -> None:
        self.reply(200, EMPTY, X_SQL_State="S1TAT")

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        self._drip()

    def drip_headers(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
        self._drip()

    def drip_error(self) -> None:
        self.send_response(500)
        self.end_headers()
        self._drip()

    def _drip(self) -> None:
        try:
            while not self.stop.wait(0.01):
                self.wfile.write(b" ")
        except OSError:
            self.close_connection = True

    def short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100")
        self.end_headers()
        self.wfile.write(b"{")
        self.connection.close()

    def busy(self) -> None:
        """Be busy as often as the path says, with a pause in seconds or by date."""
        _, times, pause = self.path.strip("/").split("/")
        after = format_datetime(datetime.now(UTC)) if pause == "now" else pause
        if self.asked.count(self.path) <= int(times):
            self.reply(503, b"later", Retry_After=after)
        else:
            self.empty()

    def header(self) -> None:
        """Answer whoever proves to be the user; `asked` notes the header."""
        self.asked.append(self.headers.get("Authorization") or "none")
        self.empty()

    def digest(self) -> None:
        wanted = 'Digest realm="x", nonce="n1", qop="auth", algorithm=MD5'
        if _is_digest(self.headers.get("Authorization") or ""):
            self.empty()
        else:
            self.reply(401, WWW_Authenticate=wanted)

    def basic(self) -> None:
        self.reply(401, WWW_Authenticate='Basic realm="x"')


def _is_digest(header: str) -> bool:
    """Tell whether a header proves that its sender knows the secret (RFC 7616)."""
    if not header.startswith("Digest "):
        return False
    told = parse_keqv_list(parse_http_list(header.removeprefix("Digest ")))

    def digest(text: str) -> str:
        return md5(text.encode(), usedforsecurity=False).hexdigest()

    one, two = digest(f"me:x:{SECRET}"), digest("POST:/digest")
    parts = (one, "n1", told["nc"], told["cnonce"], "auth", two)
    return told["response"] == digest(":".join(parts))


@pytest.fixture
def peer() -> Iterator[tuple[str, list[str]]]:
    """Return the URL of a peer, and the list of what it is asked."""
    noted: list[str] = []

    class Noting(Peer):
        asked = noted
        stop = threading.Event()

    with serving(Noting) as url:
        yield url, noted
        Noting.stop.set()


def view(url: str, credentials: Credentials | None = None, timeout: float = GRACE) -> RemoteView:
    return RemoteView(Endpoint(url, None, Transport(credentials, timeout)))


@pytest.mark.parametrize("code", [401, 403, 404, 414, 500, 502])
def test_an_error_of_the_endpoint_is_told(peer: tuple[str, list[str]], code: int) -> None:
    url, asked = peer
    with pytest.raises(EndpointRefusedError, match=f"/{code} answered with an error") as told:
        view(f"{url}/{code}").query(SELECT)
    assert (told.value.status, bool(told.value.remedy)) == (code, True)
    assert asked == [f"/{code}"]


def test_a_refused_query_is_the_users(peer: tuple[str, list[str]]) -> None:
    with pytest.raises(QuerySyntaxError, match="refuses the query: <html> hello"):
        view(f"{peer[0]}/400").query(SELECT)


@pytest.mark.parametrize("query", [SELECT, "ASK {}", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_a_page_is_no_answer(peer: tuple[str, list[str]], query: str) -> None:
    match = r"something else than SPARQL results \(text/html\)"
    with pytest.raises(EndpointError, match=match):
        view(f"{peer[0]}/html").query(query)


def test_nobody_listens() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(EndpointError, match="cannot be reached"):
        RemoteView(f"http://127.0.0.1:{port}/query").query(SELECT)


def _within_limit(url: str) -> None:
    start = time.monotonic()
    with pytest.raises(EndpointError):
        view(url, timeout=LIMIT).query(SELECT)
    assert time.monotonic() - start < LIMIT + GRACE


def test_a_silent_endpoint_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        _within_limit(f"http://127.0.0.1:{silent.getsockname()[1]}/query")


@pytest.mark.parametrize("where", ["drip", "drip_headers", "drip_error"])
def test_the_limit_holds_to_the_last_byte(peer: tuple[str, list[str]], where: str) -> None:
    _within_limit(f"{peer[0]}/{where}")


def test_an_answer_that_breaks_off_is_told(peer: tuple[str, list[str]]) -> None:
    with pytest.raises(EndpointError, match="broke its answer off"):
        view(f"{peer[0]}/short").query(SELECT)


@pytest.mark.parametrize("pause", ["0", "now"])
def test_a_busy_endpoint_is_asked_again(peer: tuple[str, list[str]], pause: str) -> None:
    url, asked = peer
    assert len(view(f"{url}/busy/2/{pause}").select(SELECT)) == 0
    # Two in vain, one for the profile, one for the query.
    assert len(asked) == 4


def test_not_for_ever(peer: tuple[str, list[str]]) -> None:
    url, asked = peer
    with pytest.raises(EndpointRefusedError, match="503 later"):
        view(f"{url}/busy/99/0").query(SELECT)
    assert len(asked) == ATTEMPTS


def test_not_beyond_the_limit(peer: tuple[str, list[str]]) -> None:
    url, asked = peer
    with pytest.raises(EndpointRefusedError, match="503"):
        view(f"{url}/busy/99/3600").query(SELECT)
    assert len(asked) == 1


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirection_is_told_and_not_followed(peer: tuple[str, list[str]], code: int) -> None:
    url, asked = peer
    with pytest.raises(EndpointRefusedError, match=f"it redirects to {url}/empty"):
        view(f"{url}/elsewhere/{code}", Credentials("bearer", secret=SECRET)).query(SELECT)
    assert asked == [f"/elsewhere/{code}"]


def test_a_partial_answer_is_an_error(peer: tuple[str, list[str]]) -> None:
    with pytest.raises(IncompleteAnswerError, match="its time for a query ran out"):
        view(f"{peer[0]}/partial").query(SELECT)


@pytest.mark.parametrize(
    ("credentials", "header"),
    [
        (None, "none"),
        (Credentials("basic", "me", SECRET), "Basic bWU6b3Blbi1zZXNhbWU="),
        (Credentials("bearer", secret=SECRET), f"Bearer {SECRET}"),
        # Digest waits to be asked.
        (Credentials("digest", "me", SECRET), "none"),
    ],
)
def test_credentials_are_sent(
    peer: tuple[str, list[str]], credentials: Credentials | None, header: str
) -> None:
    url, asked = peer
    view(f"{url}/header", credentials).query(SELECT)
    assert asked == ["/header", header] * 2


def test_digest_is_answered(peer: tuple[str, list[str]]) -> None:
    assert len(view(f"{peer[0]}/digest", Credentials("digest", "me", SECRET)).select(SELECT)) == 0


@pytest.mark.parametrize(
    ("where", "method"),
    [
        ("digest", "digest"),
        ("basic", "digest"),
        ("401", "basic"),
        ("html", "bearer"),
        ("drip", "basic"),
    ],
)
def test_no_secret_is_told(peer: tuple[str, list[str]], where: str, method: str) -> None:
    wrong = f"{SECRET}!"
    asking = view(f"{peer[0]}/{where}", Credentials(method, "me", wrong), LIMIT)
    with pytest.raises(EndpointError) as told:
        asking.query(SELECT)
    shown = "".join(traceback.format_exception(told.value))
    shown += repr(told.value) + repr(vars(asking)) + repr(Credentials(method, "me", wrong))
    assert SECRET not in shown
    assert "b3Blbi" not in shown


def test_a_request_ends_its_timer(peer: tuple[str, list[str]]) -> None:
    before = threading.active_count()
    view(f"{peer[0]}/empty").query(SELECT)
    _until(lambda: threading.active_count() <= before)


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + GRACE
    while not true():
        assert time.monotonic() < end
