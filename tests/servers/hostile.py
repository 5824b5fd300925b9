"""Little servers that behave badly, in ways that real ones were seen to."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.parse import parse_qs
from urllib.request import Request, urlopen

from tests.servers.engine import Engine


class Quiet(BaseHTTPRequestHandler):
    """A handler that writes no log, and reads the body of a POST whole."""

    def body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def reply(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Serve on loopback as long as the block lasts; yield the URL."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@dataclass
class Habits:
    """What a proxy before a real engine does; `seen` are the updates that it let through.

    It refuses bodies of more than `body` bytes, lets `updates` updates through and then hangs up,
    and cuts rows after `rows`, and gives none from row `end` on.
    """

    body: int = 1 << 30
    updates: int = 1 << 30
    rows: int = 1 << 30
    end: int = 1 << 30
    seen: list[str] = field(default_factory=list)


@contextmanager
def proxy(engine: Engine, habits: Habits) -> Iterator[Engine]:
    """Stand before an engine as one with these habits."""

    class Between(Quiet):
        def do_POST(self) -> None:
            body = self.body()
            form = parse_qs(body.decode())
            if len(body) > habits.body:
                self.reply(413)
            elif "update" in form:
                self._update(body, form["update"][0])
            else:
                self._query(body, form["query"][0])

        def _update(self, body: bytes, text: str) -> None:
            if len(habits.seen) == habits.updates:
                self.connection.close()
                return
            habits.seen.append(text)
            self._forward(engine.update, body)

        def _query(self, body: bytes, text: str) -> None:
            tail = text.rpartition("OFFSET ")[2]
            self._forward(engine.query, body, int(tail) if tail.isdecimal() else 0)

        def _forward(self, url: str, body: bytes, offset: int = 0) -> None:
            headers = {name: self.headers[name] for name in ("Content-Type", "Accept")}
            try:
                with urlopen(Request(url, body, headers)) as answer:
                    kind = answer.headers.get("Content-Type") or "text/plain"
                    body = _cut(answer.read(), habits, offset)
                    self.reply(answer.status, body, Content_Type=kind)
            except HTTPError as error:
                with error:
                    self.reply(error.code, error.read())

    with serving(Between) as url:
        yield Engine("proxy", f"{url}/query", f"{url}/update", "", engine.load)


def _cut(body: bytes, habits: Habits, offset: int) -> bytes:
    try:
        document = json.loads(body)
    except ValueError:
        lines = body.splitlines(keepends=True)
        return b"".join(lines[: habits.rows])
    if "results" in document:
        rows = document["results"]["bindings"]
        document["results"]["bindings"] = rows[: max(0, min(habits.rows, habits.end - offset))]
    return json.dumps(document).encode()
