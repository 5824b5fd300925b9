"""A real SPARQL server for tests: Oxigraph on loopback, in memory, stopped after use."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from pyoxigraph import Quad

OXIGRAPH = Path(sys.executable).with_name("oxigraph")


@contextmanager
def oxigraph_server() -> Iterator[str]:
    """Run a server and yield its URL; it holds nothing yet."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    with subprocess.Popen(
        [OXIGRAPH, "serve", "--bind", address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _wait(f"http://{address}/query")
            yield f"http://{address}"
        finally:
            process.terminate()


def fill(server: str, quads: Iterable[Quad]) -> None:
    """Replace all that the server holds."""
    body = "".join(f"{quad} .\n" for quad in quads).encode()
    headers = {"Content-Type": "application/n-quads"}
    with urlopen(Request(f"{server}/store", body, headers, method="PUT")) as answer:
        assert answer.status in (200, 201, 204)


def _wait(url: str) -> None:
    for _ in range(200):
        try:
            urlopen(url).close()
        except (URLError, ConnectionError):
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"no server at {url}")
