"""What can go wrong with an endpoint, each told with a remedy."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.errors import EndpointError, QuerySyntaxError
from kg.store.remote import RemoteView

SELECT = "SELECT * WHERE { ?s ?p ?o }"


class Answers(BaseHTTPRequestHandler):
    """Answers /CODE with that status, and /html with a page."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        name = self.path.strip("/")
        self.send_response(int(name) if name.isdigit() else 200)
        self.end_headers()
        self.wfile.write(b"<html>\n  hello </html>")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="module")
def peer() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("code", [401, 404, 414, 500, 503])
def test_an_error_of_the_endpoint_is_told(peer: str, code: int) -> None:
    with pytest.raises(EndpointError, match=f"{peer}/{code} answered with an error") as told:
        RemoteView(f"{peer}/{code}").query(SELECT)
    assert told.value.remedy


def test_a_refused_query_is_the_users(peer: str) -> None:
    with pytest.raises(QuerySyntaxError, match="refuses the query"):
        RemoteView(f"{peer}/400").query(SELECT)


@pytest.mark.parametrize("query", [SELECT, "ASK {}", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_a_page_is_no_answer(peer: str, query: str) -> None:
    with pytest.raises(EndpointError, match="something else than SPARQL results"):
        RemoteView(f"{peer}/html").query(query)


def test_nobody_listens() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(EndpointError, match="cannot be reached"):
        RemoteView(f"http://127.0.0.1:{port}/query").query(SELECT)


def test_a_silent_endpoint_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        view = RemoteView(f"http://127.0.0.1:{silent.getsockname()[1]}/query", timeout=1)
        with pytest.raises(EndpointError, match="within 1 s"):
            view.query(SELECT)
