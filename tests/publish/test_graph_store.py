"""Statements 41 and 45: graphs are read by all, written with the token, through the shapes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Triple
from starlette.testclient import TestClient

from kg import resources
from kg.errors import UsageError
from kg.model import Release, ReleaseGraph
from kg.pipeline import Mapper
from kg.publish.claims import unshown
from kg.publish.server import application
from kg.publish.server.token import Token
from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE, SKG
from tests.publish.conftest import PUBLIC

WORD = "correct-horse-battery"
OWN = "https://example.org/notes"
TURTLE = {"Content-Type": "text/turtle"}
NOTE = '<https://example.org/a> <https://example.org/says> "x" .'


@pytest.fixture(scope="module")
def mapped() -> ReleaseGraph:
    """Return a release that conforms, as the mapping makes it."""
    text = "CNES AND JAXA MEET\n\nParis, 5 June 2019\n\nCNES met JAXA in Paris on 4 June 2019.\n"
    mapper = Mapper()
    return mapper.graph(mapper.map(Release(text, "pr001-2019.txt")))


@pytest.fixture
def made() -> EmbeddedStore:
    return EmbeddedStore.memory()


@pytest.fixture
def writable(made: EmbeddedStore) -> Iterator[TestClient]:
    app = application(made, PUBLIC, token=Token(WORD))
    with TestClient(app, headers={"Authorization": f"Bearer {WORD}"}) as client:
        yield client


def quads(graph: ReleaseGraph) -> bytes:
    return "".join(f"{triple} <{name}> .\n" for triple, name in graph).encode()


def at(graph: str) -> str:
    return f"/store?graph={graph}"


def test_45_put_is_201_then_204_and_delete_of_what_is_missing_404(writable: TestClient) -> None:
    assert writable.put(at(OWN), content=NOTE, headers=TURTLE).status_code == 201
    assert writable.put(at(OWN), content=NOTE, headers=TURTLE).status_code == 204
    assert "says" in writable.get(at(OWN)).text
    assert writable.delete(at(OWN)).status_code == 204
    assert writable.delete(at(OWN)).status_code == 404
    assert writable.get(at(OWN)).status_code == 404


def test_45_a_graph_below_the_store_has_its_address_as_its_name(
    writable: TestClient, made: EmbeddedStore
) -> None:
    assert writable.put("/store/my/notes", content=NOTE, headers=TURTLE).status_code == 201
    assert [graph.value for graph in made.graphs()] == [f"{PUBLIC}store/my/notes"]
    assert "says" in writable.get("/store/my/notes").text
    assert "says" in writable.get(at(f"{PUBLIC}store/my/notes")).text
    assert writable.delete("/store/my/notes").status_code == 204
    # What is sent without a name gets an address that answers.
    answer = writable.post("/store", content=NOTE, headers=TURTLE)
    location = answer.headers["Location"]
    assert (answer.status_code, location.startswith(f"{PUBLIC}store/")) == (201, True)
    assert "says" in writable.get(location.removeprefix(PUBLIC.rstrip("/"))).text


def test_45_a_release_is_admitted_whole_and_leaves_whole(
    writable: TestClient, made: EmbeddedStore, mapped: ReleaseGraph
) -> None:
    body, headers = quads(mapped), {"Content-Type": "application/n-quads"}
    assert writable.put(at(mapped.facts_graph), content=body, headers=headers).status_code == 201
    assert [release.value for release in made.releases()] == [mapped.release]
    assert made.count(NamedNode(mapped.evidence_graph)) == len(mapped.evidence)
    asked = {"query": f"ASK {{ <{mapped.release}> ?p ?o }}"}
    assert writable.get("/sparql", params=asked).json()["boolean"] is True
    assert writable.put(at(mapped.facts_graph), content=body, headers=headers).status_code == 204
    assert writable.delete(at(mapped.evidence_graph)).status_code == 204
    assert made.count() == 0
    # Workers that had the store open before answer no more.
    assert writable.get("/sparql", params=asked).json()["boolean"] is False


def test_45_what_does_not_conform_is_422_with_the_report(
    writable: TestClient, made: EmbeddedStore, mapped: ReleaseGraph
) -> None:
    bad = f"<{DEFAULT_BASE}id/meeting/x> a <https://w3id.org/spacekg/ontology#Meeting> ."
    answer = writable.put(at(mapped.facts_graph), content=bad, headers=TURTLE)
    assert answer.status_code == 422
    assert "Nobody meets at this meeting" in answer.text
    assert made.count() == 0
    assert writable.put(at(OWN), content=bad, headers=TURTLE).status_code == 422
    assert made.count() == 0


def test_45_facts_without_their_evidence_are_422(
    writable: TestClient, made: EmbeddedStore, mapped: ReleaseGraph
) -> None:
    facts = "".join(
        f"{triple} .\n" for triple in mapped.facts if SKG.iri not in str(triple.predicate)
    )
    answer = writable.put(at(mapped.facts_graph), content=facts, headers=TURTLE)
    assert answer.status_code == 422
    assert "send its evidence with its facts" in answer.text
    assert made.count() == 0


def test_45_each_fact_of_a_release_needs_a_claim(
    writable: TestClient, made: EmbeddedStore, mapped: ReleaseGraph
) -> None:
    cnes, jaxa = (NamedNode(f"{DEFAULT_BASE}id/agency/{key}") for key in ("cnes", "jaxa"))
    fact = Triple(jaxa, NamedNode(SKG.cooperatesWith), cnes)
    assert fact not in mapped.facts
    body, headers = quads(mapped), {"Content-Type": "application/n-quads"}
    invented = body + f"{fact} <{mapped.facts_graph}> .\n".encode()
    answer = writable.put(at(mapped.facts_graph), content=invented, headers=headers)
    assert answer.status_code == 422
    assert answer.text.splitlines()[0].startswith(f"1 facts of <{mapped.release}> have no claim")
    assert str(fact) in answer.text
    assert made.count() == 0
    assert writable.put(at(mapped.facts_graph), content=body, headers=headers).status_code == 201
    # To add the fact later is no way round.
    answer = writable.post(at(mapped.facts_graph), content=f"{fact} .", headers=TURTLE)
    assert answer.status_code == 422


def test_45_all_that_the_mapping_makes_is_shown() -> None:
    mapper, releases = Mapper(), resources.folder("examples") / "releases"
    found = sorted(releases.rglob("*.txt"))
    assert len(found) > 30
    for path in found:
        text = path.read_text(encoding="utf-8")
        graph = mapper.graph(mapper.map(Release(text, path.name, publisher="agency/cnes")))
        assert unshown(graph.release, graph.facts, graph.evidence) == frozenset(), path


@pytest.mark.parametrize("room", ["default", "graph/authority", "graph/ontology", "graph/inferred"])
def test_45_what_the_store_keeps_by_itself_is_409(writable: TestClient, room: str) -> None:
    path = "/store?default" if room == "default" else at(DEFAULT_BASE + room)
    for method in ("PUT", "POST", "DELETE"):
        answer = writable.request(method, path, content=NOTE, headers=TURTLE)
        assert answer.status_code == 409


PART = f'--x\r\nContent-Disposition: form-data; name="g"; filename="g.ttl"\r\nContent-Type: text/turtle\r\n\r\n{NOTE}\r\n--x--\r\n'
NAMED = f"{NOTE[:-1]} <https://example.org/g> ."


@pytest.mark.parametrize(
    ("path", "content", "kind", "status"),
    [
        (at(OWN), "<a> <b>", "text/turtle", 400),
        (at(OWN), NOTE, "image/png", 415),
        (at(OWN), NOTE, "", 415),
        ("/store?graph=no+iri", NOTE, "text/turtle", 400),
        (at(OWN) + "&default", NOTE, "text/turtle", 400),
        (at(OWN) + f"&graph={OWN}", NOTE, "text/turtle", 400),
        (at(OWN), NAMED, "application/n-quads", 400),
        ("/store", NOTE, "text/turtle", 400),
        ("/store/notes?default", NOTE, "text/turtle", 400),
        (at(OWN), NOTE, "multipart/form-data", 400),
        (at(OWN), "--x--", "multipart/form-data; boundary=x", 400),
        (at(OWN), PART.replace("text/turtle", "image/png"), "multipart/form-data; boundary=x", 415),
    ],
)
def test_45_bad_requests_are_refused(
    writable: TestClient, path: str, content: str, kind: str, status: int
) -> None:
    answer = writable.put(path, content=content, headers={"Content-Type": kind})
    assert answer.status_code == status
    assert writable.get(at(OWN)).status_code == 404


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_41_without_the_token_nothing_is_written(made: EmbeddedStore, method: str) -> None:
    with TestClient(application(made, PUBLIC, token=Token(WORD))) as client:
        for given in ("", "Bearer wrong", f"Basic {WORD}", "Bearer", f"Bearer {WORD[:-1]}"):
            headers = {**TURTLE, "Authorization": given}
            answer = client.request(method, at(OWN), content=NOTE, headers=headers)
            assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
            assert answer.headers["Access-Control-Allow-Origin"] == "*"
    with TestClient(application(made, PUBLIC)) as client:
        headers = {**TURTLE, "Authorization": f"Bearer {WORD}"}
        assert client.request(method, at(OWN), content=NOTE, headers=headers).status_code == 403
    assert made.count() == 0


def test_45_graphs_are_given_to_all(client: TestClient, published: EmbeddedStore) -> None:
    graph = published.graphs()[0]
    for form in ("text/turtle", "application/n-triples", "application/rdf+xml"):
        answer = client.get(at(graph.value), headers={"Accept": form})
        assert answer.headers["Content-Type"].partition(";")[0] == form
        assert client.head(at(graph.value), headers={"Accept": form}).status_code == 200
    assert client.get("/store?default").status_code == 200
    assert client.get("/store").status_code == 400
    assert client.get(at(graph.value), headers={"Accept": "image/png"}).status_code == 406
    assert client.head(at("https://example.org/none")).status_code == 404
    assert client.patch("/store?default").status_code == 405


def test_the_token_is_in_a_file_that_nobody_else_may_read(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{WORD}\n")
    file.chmod(0o600)
    assert Token.read(file) == Token(WORD)
    assert WORD not in repr(Token(WORD))
    for mode in (0o604, 0o640):
        file.chmod(mode)
        with pytest.raises(UsageError, match="others may read"):
            Token.read(file)
    file.chmod(0o600)
    file.write_text("short")
    with pytest.raises(UsageError, match="characters or more"):
        Token.read(file)
    with pytest.raises(UsageError, match="cannot read"):
        Token.read(tmp_path / "none")
