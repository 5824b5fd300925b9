"""A server shows what was built since it was started, and to nobody half of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kg.errors import StoreError
from kg.publish.server.app import Site, site
from kg.publish.server.fresh import Fresh
from kg.store.embedded import EmbeddedStore
from kg.store.moment import moment
from kg.vocab import SKG
from tests.publish.conftest import PUBLIC
from tests.views.sample import Told, founding, told

COUNT = f"SELECT (COUNT(*) AS ?n) {{ ?it a <{SKG.Mission}> }}"


def further(number: int) -> Told:
    made = told(f"pr{number:03}-2021", "2021-03-01")
    made.thing(f"mission/further-{number}", "Mission", f"Further {number}")
    made.claim("agency/cnes", "participatesIn", f"mission/further-{number}", "CNES takes part.")
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "store"
    with EmbeddedStore.open(path, create=True) as store:
        store.admit(founding().graph())
    return path


def opened(folder: Path) -> EmbeddedStore:
    return EmbeddedStore.open(folder, read_only=True)


@pytest.fixture
def client(folder: Path) -> Iterator[TestClient]:
    made = partial(site, public=PUBLIC)
    app = Fresh(partial(opened, folder), made, partial(moment, folder), pause=0)
    with TestClient(app) as client:
        yield client


def missions(client: TestClient) -> int:
    answer = client.get("/sparql", params={"query": COUNT, "_mediatype": "json"}).json()
    return int(answer["results"]["bindings"][0]["n"]["value"])


def test_what_is_built_meanwhile_is_shown_when_the_build_ends(
    client: TestClient, folder: Path
) -> None:
    before = missions(client)
    assert client.get("/doc/mission/further-1").status_code == 404
    tag = client.get("/dataset.ttl").headers["ETag"]
    with EmbeddedStore.open(folder) as store:
        store.admit(further(1).graph())
        # The writer goes on: page and query still show the store of before.
        assert client.get("/doc/mission/further-1").status_code == 404
        assert missions(client) == before
        store.admit(further(2).graph())
    assert client.get("/doc/mission/further-2").status_code == 200
    assert missions(client) == before + 2
    # What is kept in memory was let go of.
    assert client.get("/dataset.ttl").headers["ETag"] != tag
    assert "Further 2" in client.get("/assets/names.json").text


def test_a_store_that_stays_as_it_is_is_not_opened_again(folder: Path) -> None:
    times: list[EmbeddedStore] = []

    def noted() -> EmbeddedStore:
        times.append(opened(folder))
        return times[-1]

    app = Fresh(noted, partial(site, public=PUBLIC), partial(moment, folder), pause=0)
    with TestClient(app) as client:
        for _ in range(3):
            assert missions(client)
            assert client.get("/doc/agency/cnes").status_code == 200
    assert len(times) == 1
    with pytest.raises(StoreError, match="closed"):
        times[0].count()


def test_a_store_that_is_put_in_place_of_another_is_shown(
    client: TestClient, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    with EmbeddedStore.open(other, create=True) as store:
        store.admit(further(3).graph())
    folder.rename(tmp_path / "old")
    # Between the two there is none: the old one answers.
    assert client.get("/doc/mission/bion-m2").status_code == 200
    other.rename(folder)
    assert client.get("/doc/mission/further-3").status_code == 200
    assert client.get("/doc/mission/bion-m2").status_code == 404


def test_a_store_that_cannot_be_opened_leaves_the_old_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    moments = iter(range(100))
    views = iter([opened(folder)])

    def once() -> EmbeddedStore:
        for view in views:
            return view
        raise StoreError("the store is damaged", "Restore it.")

    made: partial[Site] = partial(site, public=PUBLIC)
    with TestClient(Fresh(once, made, lambda: next(moments), pause=0)) as client:
        assert client.get("/doc/agency/cnes").status_code == 200
        assert client.get("/doc/agency/cnes").status_code == 200
    assert "the store is damaged" in capsys.readouterr().err
