"""What strangers may send, and what they must not learn."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from kg.publish.pages import web
from kg.publish.server import application
from kg.publish.server.headers import ALWAYS, EDITOR_POLICY, POLICY
from kg.store.embedded import EmbeddedStore
from tests.publish.conftest import PUBLIC
from tests.publish.world import world

PATHS = (
    "/../../etc/passwd", "/doc/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/doc/..%2f..%2fetc%2fpasswd",
    "/doc/agency%2Fcnes%00", "/%00", "/doc/" + "a" * 60_000, "/doc/%ff%fe", "/doc/%0d%0aX-Evil:%201",
    "/query/..%2f..%2fetc%2fpasswd", "/query/%00.json", "/query/meetings.json%00", "/sparql.%0d%0a",
    "/id/agency/cnes%0d%0aX-Evil:%201", "/graph/%3Cscript%3E", "/%2F%2Fevil.example/", "/\\evil.example",
    "/openapi.json/", "/doc/release/cnes/%0B", "/release/cnes/%0B", "/doc/agency/%0B/in/2", "/query/" + "%2e" * 1000,
)  # fmt: skip
ALL = ("/doc/agency/cnes", "/id/agency/cnes", "/nope", "/sparql", "/sparql?query=no", "/query/meetings.html",
       "/query/meetings.json?since=x", "/openapi.json")  # fmt: skip


@pytest.mark.parametrize("path", PATHS, ids=range(len(PATHS)))
def test_odd_paths_lead_nowhere(client: TestClient, path: str) -> None:
    answer = client.get(path)
    # A path of another host's name is the root's: a client sends no more than "/".
    assert answer.status_code in (303, 400, 404, 406) or answer.url.path == "/"
    assert "evil" not in answer.text
    assert "root:" not in answer.text
    assert "x-evil" not in answer.headers
    assert answer.headers.get("Location", PUBLIC).startswith(PUBLIC)


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=30), st.text(max_size=30))
def test_no_path_and_no_argument_is_our_error(client: TestClient, path: str, argument: str) -> None:
    for place in ("/", "/id/", "/doc/", "/query/", "/graph/"):
        answer = client.get(place + quote(path, safe=""), params={"_mediatype": argument})
        assert answer.status_code < 500


@pytest.mark.parametrize("path", ALL)
def test_34_every_answer_carries_the_headers(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Accept": "text/html"})
    # The editor, where it was fetched, may style its own page; no program gets in anywhere.
    is_editor = web.has(web.EDITOR) and path == "/sparql"
    policy = EDITOR_POLICY if is_editor else POLICY
    for name, value in (ALWAYS | {"Content-Security-Policy": policy}).items():
        assert answer.headers[name] == value
    assert "script-src 'self';" in policy
    assert "unsafe" not in POLICY
    assert "server" not in answer.headers


@pytest.mark.parametrize("header", ["Host", "X-Forwarded-Host", "Forwarded", "X-Forwarded-Proto"])
@pytest.mark.parametrize("path", ALL)
def test_07_headers_that_name_a_host_are_not_trusted(
    client: TestClient, path: str, header: str
) -> None:
    answer = client.get(path, headers={header: "evil.example", "Accept": "text/html"})
    assert "evil.example" not in answer.text + str(answer.headers)


def test_an_error_of_ours_says_nothing_of_the_inside() -> None:
    with world() as store:
        app = application(store, PUBLIC)
        with TestClient(app, raise_server_exceptions=False) as client:
            store.close()  # the engine is gone: whatever is asked of it fails
            for path in ("/doc/agency/cnes", "/id/agency/cnes", "/sparql"):
                answer = client.get(path)
                assert answer.status_code == 500
                assert answer.text == "Internal Server Error"
                assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_an_error_names_no_folder(published: EmbeddedStore, client: TestClient) -> None:
    answer = client.get("/query/meetings.json", params={"participant": "Nobody"})
    assert answer.text.startswith("parameter participant: the graph knows no ")
    assert published.where not in answer.text
