"""Start Chromium without a display, and watch what pages do in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from shutil import which
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NEAR: Final = re.compile(
    r"(?:file:|data:|blob:|about:|https?://(?:127\.0\.0\.1|localhost|\[::1\])[:/])"
)
PATIENCE: Final = 10_000


@dataclass(slots=True)
class Visit:
    """An open page, the addresses that it asked for, and what went wrong in it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class Chromium:
    """A running browser; each visit has a profile of its own."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    @contextmanager
    def visit(self, url: str, **settings: Any) -> Iterator[Visit]:
        """Open `url` as long as the block lasts; `settings` are those of a browser context.

        For example `java_script_enabled=False`, `color_scheme="dark"`, `reduced_motion="reduce"`,
        `viewport={"width": 1280, "height": 800}`.
        """
        context = self._browser.new_context(**settings)
        context.set_default_timeout(PATIENCE)
        context.route(lambda address: not NEAR.match(address), _refuse)
        page = context.new_page()
        visit = Visit(page)
        page.on("request", lambda request: visit.requests.append(request.url))
        page.on("pageerror", lambda error: visit.errors.append(str(error)))
        page.on(
            "console",
            lambda line: visit.errors.append(line.text) if line.type == "error" else None,
        )
        try:
            page.goto(url)
            yield visit
        finally:
            context.close()


def _refuse(route: Route) -> None:
    route.abort()


@contextmanager
def chromium() -> Iterator[Chromium]:
    """Run Chromium as long as the block lasts; skip the test where there is none."""
    found = next(filter(None, map(which, NAMES)), None)
    if found is None:
        pytest.skip("no Chromium: apt-get install chromium")
    api = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        try:
            yield Chromium(browser)
        finally:
            browser.close()
