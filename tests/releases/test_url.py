"""URLs, against a server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.errors import UnreadableError
from kg.releases import read, url
from tests.releases.makers import MAKERS, TEXT, TITLE, html, only

LATIN = "Accord signé à Noël, Młodość".encode("cp1250", "replace")
TYPES = {
    ".txt": "text/plain; charset=utf-8",
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
    ".rss": "application/xml",
    ".atom": "application/atom+xml",
    ".jsonl": "application/x-ndjson",
}


REDIRECTS = {"moved": "/typed.html", "trap": "file:///etc/hostname", "circle": "/circle"}
NO_HEADERS: Mapping[str, str] = {}
PAGES: dict[str, tuple[bytes, Mapping[str, str]]] = {
    "bare": (html(), NO_HEADERS),
    "endless": (b"a" * 100_000, NO_HEADERS),
    "latin": (LATIN, {"Content-Type": "text/plain; charset=cp1250"}),
    "short": (b"half", {"Content-Length": "8"}),
}


class Server(BaseHTTPRequestHandler):
    """Serves each kind of release under its type, and the ways in which a server fails."""

    def do_GET(self) -> None:
        name, _, suffix = self.path.partition("?")[0].lstrip("/").partition(".")
        if name in {"typed", "hidden"}:
            kind = TYPES[f".{suffix}"] if name == "typed" else "application/octet-stream"
            self._answer(200, MAKERS[f".{suffix}"](), {"Content-Type": kind})
        elif name in REDIRECTS:
            self._answer(302, b"", {"Location": REDIRECTS[name]})
        elif name in PAGES:
            self._answer(200, *PAGES[name])
        elif name == "slow":
            threading.Event().wait(2)
        elif name == "garbage":
            self.wfile.write(b"\0\0 no HTTP\r\n\r\n")
        else:
            self._answer(404, b"")

    def _answer(self, code: int, body: bytes, headers: Mapping[str, str] = NO_HEADERS) -> None:
        self.send_response(code)
        for name, value in ({"Content-Length": str(len(body))} | dict(headers)).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep still."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.mark.parametrize("suffix", sorted(TYPES))
@pytest.mark.parametrize("page", ["typed", "hidden"])
def test_each_kind_is_known_by_its_type_or_its_name(page: str, suffix: str, site: str) -> None:
    release = only(f"{site}/{page}{suffix}?download=1")
    assert release.text.startswith(TITLE)
    assert release.origin.startswith(f"{site}/{page}{suffix}?download=1")


def test_a_page_without_a_type_is_known_by_its_first_bytes(site: str) -> None:
    assert only(f"{site}/bare").text == TEXT


def test_the_declared_character_set_is_believed(site: str) -> None:
    assert only(f"{site}/latin").text == LATIN.decode("cp1250")


def test_the_address_is_the_source_where_the_page_names_none(site: str) -> None:
    assert only(f"{site}/latin").source == f"{site}/latin"
    assert only(f"{site}/moved").text == TEXT


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("/missing", "404"),
        ("/circle", "302"),
        ("/trap", "302"),
        ("/short", "cut short"),
        ("/garbage", "cannot be fetched"),
        (":x/", "cannot be fetched"),
        ("/with space", "cannot be fetched"),
    ],
)
def test_a_failing_server_is_said(page: str, words: str, site: str) -> None:
    (error,) = read(site + page)
    assert isinstance(error, UnreadableError)
    assert words in error.message
    assert site + page in error.message
    assert error.remedy


def test_no_server_is_said() -> None:
    (error,) = read("http://127.0.0.1:1/")
    assert isinstance(error, UnreadableError)
    assert "cannot be fetched" in error.message


@pytest.mark.parametrize(
    ("limit", "page", "words"),
    [
        (("TIMEOUT", 0.1), "/slow", "timed out"),
        (("DEADLINE", -1.0), "/endless", "not read in"),
        (("MAX_FILE", 1000), "/endless", "no press release"),
    ],
)
def test_patience_and_size_have_limits(
    limit: tuple[str, float], page: str, words: str, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(url, *limit)
    (error,) = read(site + page)
    assert isinstance(error, UnreadableError)
    assert words in error.message


def test_a_file_address_is_no_url(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("CNES")
    (error,) = read(path.as_uri())
    assert isinstance(error, UnreadableError)
    assert "no such file" in error.message
