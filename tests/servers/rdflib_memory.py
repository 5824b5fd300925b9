"""rdflib's memory store, served over HTTP: the reference in Python as one more engine."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, Self
from urllib.parse import parse_qs

import rdflib
from pyoxigraph import Quad

from tests.servers.engine import Engine
from tests.servers.hostile import Quiet, serving


class Dataset(rdflib.Dataset):
    """A dataset that takes INSERT DATA and DELETE DATA without a graph, which rdflib 7.6's does not.

    Its updates add triples to the dataset, which wants quads.
    """

    def __iadd__(self, other: Iterable[Any]) -> Self:  # type: ignore[misc]  # as rdflib does
        self.default_graph.addN((*triple, self.default_graph) for triple in other)
        return self

    def __isub__(self, other: Iterable[Any]) -> Self:  # type: ignore[misc]
        for triple in other:
            self.default_graph.remove(triple)
        return self


class Memory:
    """A dataset whose default graph is no union, asked by one at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._dataset = Dataset(default_union=False)

    def load(self, quads: Iterable[Quad]) -> None:
        """Replace all by these quads."""
        lines = "".join(f"{quad} .\n" for quad in quads)
        with self._lock, _deprecations_unheard():
            self._dataset = Dataset(default_union=False)
            self._dataset.parse(data=lines, format="nquads")

    def query(self, sparql: str) -> tuple[bytes, str]:
        """Return the answer and its media type."""
        with self._lock, _deprecations_unheard():
            found = self._dataset.query(sparql)
            graph = found.type in ("CONSTRUCT", "DESCRIBE")
            body = found.serialize(format="nt" if graph else "json") or b""
        return body, "application/n-triples" if graph else "application/sparql-results+json"

    def update(self, sparql: str) -> tuple[bytes, str]:
        """Make a change; return an empty answer."""
        with self._lock, _deprecations_unheard():
            self._dataset.update(sparql)
        return b"", "text/plain"


@contextmanager
def rdflib_server() -> Iterator[Engine]:
    """Serve an empty dataset on loopback."""
    memory = Memory()

    class Handler(Quiet):
        def do_POST(self) -> None:  # noqa: N802
            form = parse_qs(self.body().decode())
            try:
                change = form.get("update")
                body, kind = memory.update(*change) if change else memory.query(*form["query"])
            except Exception as error:
                self.reply(400, f"1: {error}".encode())
            else:
                self.reply(200, body, Content_Type=kind)

    with serving(Handler) as url:
        yield Engine("rdflib", f"{url}/query", f"{url}/update", "", memory.load)


@contextmanager
def _deprecations_unheard() -> Iterator[None]:
    """Let rdflib 7.6 ask its own datasets for names that it deprecates."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield
