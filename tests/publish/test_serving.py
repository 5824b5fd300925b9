"""`spacekg serve` as a process: real clients, many clients, clients that go away, a killed writer."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import pytest
from rdflib import URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, TSV, XML, SPARQLWrapper

from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE, SKG
from tests.conftest import ROOT
from tests.publish.world import world
from tests.servers.process import free_address, running

WORD = "correct-horse-battery"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
AGENCIES = f"SELECT ?it WHERE {{ ?it a <{SKG.Agency}> }} ORDER BY ?it"


@contextmanager
def serving(folder: Path, place: Path, *options: str) -> Iterator[str]:
    """Run `spacekg serve` over the store; yield its address."""
    address = free_address()
    command = [sys.executable, str(ROOT / "cli.py"), "serve", "--store", str(folder), "--port",
               address.partition(":")[2], *options]  # fmt: skip
    with running(command, place, f"http://{address}/openapi.json"):
        yield address


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("serving") / "store"
    with world() as made, EmbeddedStore.open(path, create=True) as store:
        store.engine.extend(made.quads())
    return path


@pytest.fixture(scope="module")
def address(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    options = ("--workers", "1", "--query-seconds", "60")
    with serving(folder, tmp_path_factory.mktemp("server"), *options) as address:
        yield address


def ask(address: str, query: str, timeout: float = 60) -> tuple[int, bytes]:
    connection = HTTPConnection(address, timeout=timeout)
    try:
        connection.request("GET", f"/sparql?query={quote(query)}")
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_46_sparqlwrapper_asks_by_get_and_post(address: str) -> None:
    for method in ("GET", "POST"):
        for form in (JSON, XML, CSV, TSV):
            client = SPARQLWrapper(f"http://{address}/sparql")
            client.setQuery(AGENCIES)
            client.setMethod(method)
            client.setReturnFormat(form)
            text = client.query().response.read().decode()
            assert f"{DEFAULT_BASE}id/agency/cnes" in text


def test_46_rdflib_asks_as_of_a_store_of_its_own(address: str) -> None:
    store = SPARQLStore(f"http://{address}/sparql")
    rows = store.query(AGENCIES)
    assert URIRef(f"{DEFAULT_BASE}id/agency/cnes") in {row[0] for row in rows}  # type: ignore[index]
    cnes = URIRef(f"{DEFAULT_BASE}id/agency/cnes")
    assert list(store.triples((cnes, None, None)))


def test_43_a_client_that_goes_away_takes_its_query_with_it(address: str) -> None:
    host, port = address.split(":")
    for _ in range(3):
        with socket.create_connection((host, int(port))) as gone:
            gone.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    # There is one worker: had it not been ended, this would wait for minutes.
    assert ask(address, "ASK {}", timeout=50)[0] == 200


def test_pages_are_answered_while_a_query_runs(address: str) -> None:
    host, port = address.split(":")
    with socket.create_connection((host, int(port))) as busy:
        busy.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        connection = HTTPConnection(address, timeout=30)
        connection.request("GET", "/doc/agency/cnes.ttl")
        assert connection.getresponse().status == 200
        connection.close()


def _resident(process: int) -> int:
    """Return the memory of a process in bytes."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc here")
def test_many_clients_get_answers_or_an_announced_503(folder: Path, tmp_path: Path) -> None:
    with serving(folder, tmp_path, "--workers", "2") as address:
        server = _listening(address)
        before = _resident(server)
        queries = [AGENCIES, "SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }", "ASK {}"]
        paths = [*(f"/sparql?query={quote(query)}" for query in queries), "/query/meetings.json",
                 "/doc/agency/cnes.html", "/search.html?q=bion", "/"]  # fmt: skip

        def one(number: int) -> tuple[int, str | None]:
            connection = HTTPConnection(address, timeout=60)
            try:
                connection.request("GET", paths[number % len(paths)], headers={"Accept": "*/*"})
                answer = connection.getresponse()
                answer.read()
                return answer.status, answer.headers["Retry-After"]
            finally:
                connection.close()

        with ThreadPoolExecutor(200) as clients:
            found = list(clients.map(one, range(800)))
        # Whoever is not answered is told to come again.
        assert {status for status, again in found if again is None} == {200}
        assert {status for status, again in found if again is not None} <= {503}
        assert [status for status, _ in found].count(200) > 600
        assert _resident(server) < before + (200 << 20)


def _listening(address: str) -> int:
    """Return the process that has the store open at this port, which is a child of ours."""
    port = address.partition(":")[2]
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = place.read_bytes().split(b"\0")
        except OSError:
            continue
        if b"serve" in words and port.encode() in words:
            return int(place.parent.name)
    raise AssertionError("no server")


def _poll(address: str, question: str) -> None:
    """Wait until the answer is yes."""
    end = time.monotonic() + 60
    while b"true" not in ask(address, question)[1]:
        assert time.monotonic() < end
        time.sleep(0.01)


def _put(address: str, number: int) -> None:
    triples = "".join(f"<http://x/{number}> <http://x/p> <http://x/{n}> .\n" for n in range(2000))
    connection = HTTPConnection(address, timeout=60)
    headers = {"Content-Type": "text/turtle", "Authorization": f"Bearer {WORD}"}
    try:
        connection.request("PUT", f"/store?graph=http://x/g{number}", triples, headers)
        connection.getresponse().read()
    except OSError:
        pass  # the server was killed in the midst
    finally:
        connection.close()


@pytest.mark.slow
def test_a_server_that_is_killed_in_the_midst_of_a_write_leaves_the_store_whole(
    tmp_path: Path,
) -> None:
    folder, token = tmp_path / "store", tmp_path / "token"
    EmbeddedStore.open(folder, create=True).close()
    token.write_text(WORD)
    token.chmod(0o600)
    for kill in range(3):
        with (
            serving(folder, tmp_path, "--token", str(token)) as address,
            ThreadPoolExecutor(4) as writers,
        ):
            for number in range(6):
                writers.submit(_put, address, 10 * kill + number)
            _poll(address, "ASK { GRAPH ?g { ?s ?p ?o } }")
            os.kill(_listening(address), 9)
        with EmbeddedStore.open(folder) as store:
            assert store.graphs()
            # Each graph is there with all its triples, or not at all.
            assert {store.count(graph) for graph in store.graphs()} == {2000}
            assert store.count() == 2000 * len(store.graphs())
