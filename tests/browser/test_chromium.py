"""The browser that pages are tested with sees what they do wrong, and lets nobody out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import Chromium


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("<script>console.error('a complaint')</script>", "a complaint"),
        ("<script>throw new Error('a failure')</script>", "a failure"),
        ("<img src='https://example.org/pixel.png'>", "ERR_FAILED"),
    ],
)
def test_what_a_page_does_wrong_is_seen(
    browser: Chromium, tmp_path: Path, body: str, error: str
) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<!doctype html><title>A page</title>{body}", encoding="utf-8")
    with browser.visit(path.as_uri()) as visit:
        assert any(error in told for told in visit.errors)


def test_requests_are_kept_and_foreign_ones_refused(browser: Chromium, tmp_path: Path) -> None:
    (tmp_path / "near.css").write_text("body { color: red }", encoding="utf-8")
    path = tmp_path / "page.html"
    path.write_text(
        "<link rel=stylesheet href=near.css><link rel=stylesheet href=http://example.org/far.css>",
        encoding="utf-8",
    )
    with browser.visit(path.as_uri()) as visit:
        names = sorted(url.rpartition("/")[2] for url in visit.requests)
        assert names == ["far.css", "near.css", "page.html"]
        assert visit.page.evaluate("getComputedStyle(document.body).color") == "rgb(255, 0, 0)"
        assert len(visit.errors) == 1


def test_a_quiet_page_leaves_nothing_to_say(browser: Chromium, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<!doctype html><title>A page</title>", encoding="utf-8")
    with browser.visit(path.as_uri(), color_scheme="dark") as visit:
        assert visit.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        assert (visit.errors, visit.requests) == ([], [path.as_uri()])
