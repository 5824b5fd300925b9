"""Oxigraph's server, which `pip install oxigraph` brings."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.request import Request, urlopen

from pyoxigraph import Quad

from tests.servers.engine import Engine
from tests.servers.process import free_address, running

PROGRAM = Path(sys.executable).with_name("oxigraph")


@contextmanager
def oxigraph_server(*options: str) -> Iterator[Engine]:
    """Run an empty Oxigraph server on disk; `options` are those of `oxigraph serve`."""
    address = free_address()
    url = f"http://{address}"
    with tempfile.TemporaryDirectory() as place:
        command: list[str | Path] = [
            PROGRAM,
            "serve",
            "--location",
            "data",
            "--bind",
            address,
            *options,
        ]
        with running(command, Path(place), f"{url}/query"):
            store = f"{url}/store"
            yield Engine("oxigraph", f"{url}/query", f"{url}/update", store, partial(_load, store))


def _load(store: str, quads: Iterable[Quad]) -> None:
    body = "".join(f"{quad} .\n" for quad in quads).encode()
    headers = {"Content-Type": "application/n-quads"}
    with urlopen(Request(store, body, headers, method="PUT")) as answer:
        assert answer.status in (200, 201, 204)
