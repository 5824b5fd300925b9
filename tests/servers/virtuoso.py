"""Virtuoso 7, the peer that behaves least like the others; Debian has it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import (
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    OpenerDirector,
    build_opener,
)

import pytest
from pyoxigraph import NamedNode, Quad

from kg.vocab import DEFAULT_BASE
from tests.servers.engine import Engine
from tests.servers.process import free_address, running

PROGRAM = "virtuoso-t"
PACKAGES = "virtuoso-opensource-7-bin virtuoso-opensource-7-common"
USER = PASSWORD = "dba"
# Small limits, so that a test can meet them: answers are cut after so many rows.
MAX_ROWS = 200
MAX_SORTED_ROWS = 300
CHUNK = 200
INI = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
Striping = 0
TempStorage = TempDatabase

[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
FileExtend = 200
Striping = 0

[Parameters]
ServerPort = {sql}
DisableUnixSocket = 1
ServerThreads = 10
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
CheckpointInterval = 0
ThreadsPerQuery = 1
AsyncQueueMaxThreads = 1
MaxSortedTopRows = {max_sorted_rows}

[HTTPServer]
ServerPort = {http}
ServerThreads = 8

[SPARQL]
ResultSetMaxRows = {max_rows}
MaxQueryExecutionTime = 60
"""


@contextmanager
def virtuoso_server(max_rows: int = MAX_ROWS) -> Iterator[Engine]:
    """Run a Virtuoso that cuts answers after `max_rows` rows; skip the test where there is none."""
    if shutil.which(PROGRAM) is None:
        pytest.skip(f"no Virtuoso; on Debian: apt-get install --no-install-recommends {PACKAGES}")
    address = free_address()
    url = f"http://{address}"
    with tempfile.TemporaryDirectory() as place:
        ini = INI.format(
            sql=free_address(), http=address, max_rows=max_rows, max_sorted_rows=MAX_SORTED_ROWS
        )
        (Path(place) / "virtuoso.ini").write_text(ini)
        command = [PROGRAM, "+configfile", "virtuoso.ini", "+foreground"]
        with running(command, Path(place), f"{url}/sparql?query=ASK%7B%7D"):
            yield Engine(
                "virtuoso",
                f"{url}/sparql",
                f"{url}/sparql-auth",
                f"{url}/sparql-graph-crud-auth",
                partial(_load, f"{url}/sparql-auth"),
                USER,
                PASSWORD,
            )


def _load(update: str, quads: Iterable[Quad]) -> None:
    """Replace our graphs; Virtuoso has no default graph of its own, so that one gets a name."""
    opener = _opener(update)
    for name in _ours(update, opener):
        _send(opener, update, "update", f"CLEAR GRAPH <{name}>")
    everything = list(quads)
    for start in range(0, len(everything), CHUNK):
        some = everything[start : start + CHUNK]
        data = "\n".join(f"GRAPH {_graph(quad)} {{ {quad.triple} }}" for quad in some)
        _send(opener, update, "update", f"INSERT DATA {{ {data} }}")


def _graph(quad: Quad) -> NamedNode:
    name = quad.graph_name
    return name if isinstance(name, NamedNode) else NamedNode(f"{DEFAULT_BASE}graph/default")


def _ours(update: str, opener: OpenerDirector) -> list[str]:
    sparql = (
        "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } "
        "FILTER(!STRSTARTS(STR(?g), 'http://www.openlinksw.com/')) }"
    )
    return _send(opener, update, "query", sparql).replace('"', "").split()[1:]


def _opener(url: str) -> OpenerDirector:
    known = HTTPPasswordMgrWithDefaultRealm()
    known.add_password(None, url, USER, PASSWORD)
    return build_opener(HTTPDigestAuthHandler(known))


def _send(opener: OpenerDirector, url: str, kind: str, text: str) -> str:
    with opener.open(f"{url}?format=text/csv", urlencode({kind: text}).encode()) as answer:
        body: bytes = answer.read()
        return body.decode()
