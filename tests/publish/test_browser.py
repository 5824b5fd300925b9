"""Statements 33 and 34: pages in a real browser, with and without scripts, light and dark."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from kg.publish.pages import web
from kg.publish.server import application
from kg.publish.server.running import listen
from kg.store.embedded import EmbeddedStore
from tests.browser import Chromium, Visit
from tests.publish.world import ELSEWHERE

pytestmark = pytest.mark.slow

PAGES = (
    "index.html", "index.fr.html", "doc/agency/cnes.html", "doc/mission/bion-m2.fr.html", "doc/mission/script.html",
    "doc/release/cnes/pr025-2020.html", "doc/class.html", "doc/class/Agency.html", "ontology.html",
    "network.html", "graph/release/cnes/pr025-2020.html", "search?q=moscow", "search.html", "query.html",
    "query/meetings.html", "sparql.html", "dataset.html", "changes.fr.html", "doc/agency/cnes?_profile=alt&_mediatype=html",
)  # fmt: skip
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
AXE = "axe.min.js"
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def address(published: EmbeddedStore) -> Iterator[str]:
    """Return the address of the application, on loopback."""
    bound = listen("127.0.0.1", 0)
    public = f"http://127.0.0.1:{bound.getsockname()[1]}/"
    config = uvicorn.Config(application(published, public), log_level="error", lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    try:
        yield public
    finally:
        server.should_exit = True
        thread.join(30)
        bound.close()


@pytest.fixture(scope="module")
def copy(site: Path) -> Iterator[str]:
    """Return the address of the static site on a plain web server, below a path."""
    handler = partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and keeps no log."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


def foreign(visit: Visit, address: str) -> list[str]:
    return [url for url in visit.requests if not url.startswith((address, "data:"))]


def findings(visit: Visit) -> list[str]:
    """Return what axe-core finds of the serious kinds, but in the editor, which is not ours."""
    axe = pytest.importorskip("axe_playwright_python", reason="pip install axe-playwright-python")
    visit.page.evaluate((files(axe) / AXE).read_text(encoding="utf-8"))
    found = visit.page.evaluate("axe.run({exclude: ['#editor']}, {resultTypes: ['violations']})")
    return [
        f"{it['id']}: {node['html'][:150]} {node['failureSummary'][:300]}"
        for it in found["violations"]
        if it["impact"] in SERIOUS
        for node in it["nodes"][:3]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_33_axe_finds_nothing_serious_and_34_nobody_else_is_asked(
    browser: Chromium, address: str, path: str, scheme: str
) -> None:
    viewport = DESKTOP if scheme == "light" else PHONE
    with browser.visit(address + path, color_scheme=scheme, viewport=viewport) as visit:
        visit.page.wait_for_load_state("networkidle")
        assert visit.errors == []
        assert foreign(visit, address) == []
        assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert findings(visit) == []


@pytest.mark.parametrize("path", PAGES)
def test_33_pages_say_the_same_without_scripts(browser: Chromium, address: str, path: str) -> None:
    told = []
    for scripts in (True, False):
        with browser.visit(address + path, java_script_enabled=scripts) as visit:
            assert visit.errors == []
            told.append(visit.page.locator("main").inner_text().split())
    if "sparql" not in path:
        assert told[0] == told[1]
    assert len(told[1]) > 3


@pytest.mark.parametrize("path", ["doc/agency/nope", f"id/{ELSEWHERE}"])
def test_33_where_nothing_lies_there_is_a_page_too(
    browser: Chromium, address: str, path: str
) -> None:
    with browser.visit(address + path, viewport=PHONE) as visit:
        # The browser says itself that this is no 200.
        assert all("Failed to load resource" in error for error in visit.errors)
        assert foreign(visit, address) == []
        assert findings(visit) == []
        visit.page.fill("#q", "bion")
        with visit.page.expect_navigation():
            visit.page.keyboard.press("Enter")
        assert "Bion-M2" in visit.page.locator("main").inner_text()


def test_34_a_policy_stands_on_each_answer(browser: Chromium, address: str) -> None:
    with browser.visit(address) as visit:
        answer = visit.page.request.get(address)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_the_keyboard_reaches_the_content_first(browser: Chromium, address: str) -> None:
    with browser.visit(address + "doc/agency/cnes.html") as visit:
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.className") == "skip"
        visit.page.keyboard.press("Enter")
        assert visit.page.evaluate("document.activeElement.id") == "content"


def test_the_network_moves_under_its_own_policy(browser: Chromium, address: str) -> None:
    with browser.visit(address + "assets/network.html") as visit:
        assert visit.errors == []
        assert foreign(visit, address) == []
        visit.page.fill("#search", "CNES")
        assert visit.page.locator("svg").first.is_visible()


def test_the_picture_is_seen(browser: Chromium, address: str) -> None:
    with browser.visit(address + "network.html") as visit:
        assert visit.page.evaluate("document.querySelector('figure img').naturalWidth") > 100
        assert visit.errors == []


def test_the_whole_network_is_drawn_where_it_was_fetched(browser: Chromium, address: str) -> None:
    with browser.visit(address + "network.html") as visit:
        visit.page.wait_for_load_state("networkidle")
        drawn = visit.page.locator(".whole canvas").count()
        assert (drawn > 0) == web.has(web.NETWORK)
        assert ("make web" in visit.page.locator("main").inner_text()) == (not drawn)
        assert foreign(visit, address) == []
        assert visit.errors == []


def test_a_copy_of_the_site_finds_names(browser: Chromium, copy: str) -> None:
    with browser.visit(copy + "index.html") as visit:
        visit.page.fill("#q", "etoile")
        visit.page.keyboard.press("Enter")
        visit.page.click("text=Étoile")
        visit.page.wait_for_load_state()
        assert visit.page.locator("h1").inner_text() == "Étoile"
        assert visit.errors == []
        assert foreign(visit, copy) == []


def test_39_the_editor_asks_our_endpoint_or_the_form_does(browser: Chromium, address: str) -> None:
    with browser.visit(address + "sparql.html") as visit:
        if web.has(web.EDITOR):
            visit.page.click(".yasqe_queryButton")
            visit.page.wait_for_selector(".yasr_results td")
            assert "CNES" in visit.page.locator(".yasr_results").inner_text()
        else:
            assert "make web" in visit.page.locator("main").inner_text()
            visit.page.click("main form button")
            visit.page.wait_for_load_state()
            assert "CNES" in visit.page.content()
        assert foreign(visit, address) == []
        assert visit.errors == []
