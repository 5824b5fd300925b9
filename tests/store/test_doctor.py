"""The doctor names what servers do, and leaves nothing behind."""

from __future__ import annotations

import pytest

from kg.errors import EndpointError, StoreError
from kg.store.remote import RemoteStore
from kg.store.remote.doctor import Examination, examine
from kg.store.remote.protocol import Endpoint
from kg.store.remote.transport import Transport
from kg.vocab import DEFAULT_BASE
from tests.servers import Engine, oxigraph_server
from tests.servers.hostile import Habits, Quiet, proxy, serving
from tests.servers.virtuoso import MAX_ROWS
from tests.store.remotely import writable
from tests.store.samples import dump, release


def quirks(found: Examination) -> set[str]:
    return {finding.name for finding in found.findings if finding.usual is False}


def says(found: Examination, name: str) -> str:
    return next(finding.says for finding in found.findings if finding.name == name)


def test_oxigraph(oxigraph: Engine) -> None:
    oxigraph.load([])
    store = RemoteStore.open(writable(oxigraph))
    store.admit(release("one", [1]))
    before = dump(store)
    found = examine(writable(oxigraph), DEFAULT_BASE)
    assert quirks(found) == {"lexical-forms"}
    assert says(found, "lexical-forms") == "gives back 01 as 1, 0.60 as 0.6"
    assert says(found, "graph-store") == f"has a graph store at {oxigraph.graph_store}"
    assert found.server.startswith("Oxigraph/")
    assert found.writable
    assert dump(store) == before
    everything = store.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
    assert len(everything) == 2


@pytest.mark.slow
def test_virtuoso(virtuoso: Engine) -> None:
    virtuoso.load([])
    found = examine(writable(virtuoso), DEFAULT_BASE)
    assert quirks(found) == {
        "direct-post",
        "rows",
        "construct",
        "default-graph",
        "blank-nodes",
        "lexical-forms",
        "values",
        "several-graphs",
        "transaction",
        "large-update",
        "graph-store",
    }
    assert says(found, "rows") == f"cuts answers after {MAX_ROWS} rows, and says so in a header"
    assert says(found, "login") == "asks for digest before it takes updates"
    assert says(found, "graph-store").startswith(
        f"has a graph store at {virtuoso.graph_store} that"
    )
    assert found.writable
    assert RemoteStore.open(writable(virtuoso)).count() == 0


def test_a_union_default_graph_is_not_written() -> None:
    with oxigraph_server("--union-default-graph") as engine:
        found = examine(writable(engine), DEFAULT_BASE)
        assert "default-graph" in quirks(found)
        assert not found.writable
        with pytest.raises(StoreError, match="is the union of its named graphs"):
            RemoteStore.open(writable(engine))


def test_who_cuts_and_says_nothing(oxigraph: Engine) -> None:
    oxigraph.load([])
    with proxy(oxigraph, Habits(rows=1000, body=50_000)) as engine:
        found = examine(Endpoint(engine.query, engine.update), DEFAULT_BASE)
    assert quirks(found) >= {"rows", "construct", "large-update"}
    assert says(found, "rows") == "cuts answers after 1000 rows, without a word"


def test_an_engine_is_only_asked_without_an_update_endpoint(oxigraph: Engine) -> None:
    oxigraph.load([])
    habits = Habits()
    with proxy(oxigraph, habits) as engine:
        found = examine(Endpoint(engine.query), DEFAULT_BASE)
    assert habits.seen == []
    assert not found.writable
    assert quirks(found) == {"direct-post"}


class Page(Quiet):
    def do_POST(self) -> None:  # noqa: N802
        self.body()
        self.reply(200, b"<html>", Content_Type="text/html")


def test_a_page_is_no_engine() -> None:
    with serving(Page) as url, pytest.raises(EndpointError, match="something else"):
        examine(Endpoint(url, None, Transport(None, 5)), DEFAULT_BASE)
