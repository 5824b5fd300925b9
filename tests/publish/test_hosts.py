"""Statement 8: real web hosts that follow the generated rules answer as the server does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from http.client import HTTPConnection
from itertools import product
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from starlette.testclient import TestClient

from kg.publish.formats import FORMS
from tests.publish.conftest import PUBLIC
from tests.publish.hosts import apache, nginx, root_of_a_host
from tests.publish.world import ELSEWHERE, MERGED, SURVIVOR, WITHDRAWN

ACCEPTED = [
    *(form.media_type for form in FORMS),
    "*/*",
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "application/ld+json, text/html;q=0.5",
]
THINGS = ("id/agency/cnes", "release/cnes/pr025-2020", "id/mission/o'neill-(test)")
DOCUMENTS = ("doc/agency/cnes", "doc/mission/caf%C3%A9", "ontology")


@pytest.fixture(scope="module", params=["apache", "nginx"])
def host(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Return the address of a web host that has the site below `/space/`."""
    with root_of_a_host() as root:
        shutil.copytree(site, root / "space")
        (root / "space").chmod(0o755)
        started = apache(root) if request.param == "apache" else nginx(root, site)
        with started as address:
            yield address


def ask(address: str, path: str, accept: str) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body; no redirect is followed."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
    try:
        connection.request("GET", path, headers={"Accept": accept})
        answer = connection.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize("accept", ACCEPTED)
def test_08_documents_are_negotiated_alike(host: str, client: TestClient, accept: str) -> None:
    for path in DOCUMENTS:
        expected = client.get(f"/{path}", headers={"Accept": accept})
        status, headers, body = ask(host, f"/space/{path}", accept)
        assert (status, headers["content-type"]) == (200, expected.headers["Content-Type"])
        assert body == expected.content
        assert "Accept" in headers["vary"]


@pytest.mark.parametrize("thing", THINGS)
def test_08_things_answer_303_to_the_same_documents(
    host: str, client: TestClient, thing: str
) -> None:
    expected = urlsplit(client.get(f"/{thing}").headers["Location"]).path
    status, headers, _ = ask(host, f"/space/{thing}", "*/*")
    assert status == 303
    assert urlsplit(headers["location"]).path == expected


def test_04_what_is_unknown_is_404_there_too(host: str) -> None:
    for form in FORMS:
        assert ask(host, "/space/doc/agency/nope", form.media_type)[0] == 404
        assert ask(host, f"/space/doc/agency/nope.{form.suffix}", "*/*")[0] == 404


def test_04_a_browser_gets_our_page_there_too(host: str) -> None:
    status, headers, body = ask(host, "/space/doc/agency/nope", "text/html")
    assert (status, headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert b'action="/space/search.html"' in body


def test_05_what_is_no_more_moves_or_is_gone_there_too(host: str) -> None:
    for room in ("id", "doc"):
        status, headers, _ = ask(host, f"/space/{room}/{MERGED}", "*/*")
        assert (status, urlsplit(headers["location"]).path) == (301, f"/space/id/{SURVIVOR}")
        for gone in (WITHDRAWN, ELSEWHERE):
            assert ask(host, f"/space/{room}/{quote(gone)}", "*/*")[0] == 410


def test_08_the_permanent_identifiers_lead_where_the_server_sends(
    site: Path, client: TestClient
) -> None:
    with root_of_a_host() as root:
        (root / "spacekg").mkdir()
        shutil.copy(site / "w3id.htaccess", root / "spacekg" / ".htaccess")
        with apache(root) as address:
            for path, accept in product((*THINGS, *DOCUMENTS), ACCEPTED):
                expected = client.get(f"/{path}", headers={"Accept": accept})
                status, headers, _ = ask(address, f"/spacekg/{path}", accept)
                assert status in (302, 303)
                sent = (
                    expected.headers["Location"] if expected.status_code == 303 else PUBLIC + path
                )
                # RFC 3986, 2.1: the case of the digits of an encoded octet does not count.
                assert unquote(headers["location"]) == unquote(sent)
