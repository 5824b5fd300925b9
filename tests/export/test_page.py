"""The page in a real browser: found, clicked, read, by pointer and by keyboard, and nobody asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import views
from kg.export.network.drawing.picture import draw
from kg.export.network.page.data import data, facts
from kg.export.network.strongest import readable
from tests.browser import Chromium, Visit
from tests.export.networks import any_text, exported, ring, sample
from tests.export.samples import NAMES
from tests.views.sample import founding, store

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESK = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
EVIL = (
    '</script><script>document.title = "broken"</script>',
    "<img src=x onerror=\"document.title = 'broken'\">",
    "<!-- ]]> & &amp; \u2028 'quoted' \"twice\"",
    "وكالة الفضاء <b>",
    "control \x00\x07\x1b end",
)


def evil() -> nx.Graph[str]:
    graph = sample(names=EVIL)
    for *_, values in graph.edges(data=True):
        values["quotes"].append(
            {"text": EVIL[0], "release": "javascript:document.title='broken'", "issued": ""}
        )
    return graph


@contextmanager
def visited(
    browser: Chromium, folder: Path, graph: nx.Graph[str], **settings: Any
) -> Iterator[Visit]:
    """Open the page of a graph; at the end it must have asked for itself alone, without a word."""
    path = folder / "page.html"
    path.write_bytes(exported(graph, "html"))
    with browser.visit(path.as_uri(), **{**DESK, **settings}) as visit:
        yield visit
        assert visit.errors == []
        assert visit.requests == [path.as_uri()]


def agencies() -> nx.Graph[str]:
    return views.build("agencies", store(founding()))


def panel(page: Page) -> str:
    return page.locator("#panel").inner_text()


def test_a_name_is_found_and_its_ties_and_their_sentences_read(
    browser: Chromium, tmp_path: Path
) -> None:
    graph = agencies()
    ends = next(iter(graph.edges))
    (quote, *_) = graph.edges[ends]["quotes"]
    with visited(browser, tmp_path, graph) as visit:
        page = visit.page
        page.keyboard.press("/")
        page.keyboard.type("roscósmos")
        assert panel(page).startswith("1 found")
        page.keyboard.press("Enter")
        assert page.locator("#panel h2").inner_text() == "Roscosmos"
        page.locator("#panel .list button", has_text="CNES").click()
        assert page.locator("#panel h2").inner_text() == "CNES – Roscosmos"
        assert page.locator("#panel blockquote").first.inner_text() == quote["text"]
        assert page.locator("#panel time").first.inner_text() == quote["issued"]
        assert page.locator("#panel figcaption a").first.get_attribute("href") == quote["release"]
        page.keyboard.press("Escape")
        assert panel(page).startswith("Choose a node or a tie")


def test_a_tie_and_a_node_are_clicked(browser: Chromium, tmp_path: Path) -> None:
    graph = agencies()
    with visited(browser, tmp_path, graph) as visit:
        page = visit.page
        page.locator(".tie .hit").first.click(force=True)
        assert page.locator("#panel blockquote").count() > 0
        assert page.locator(".tie.lit").count() == 1
        page.locator(".node").first.click()
        assert page.locator("#panel h2").inner_text() == "CNES"
        assert page.locator(".node.lit").count() == 1
        page.mouse.click(20, 760)
        page.locator("#stage > svg").click(position={"x": 5, "y": 5})
        assert page.locator(".node.lit").count() == 0


def test_the_keyboard_alone_is_enough(browser: Chromium, tmp_path: Path) -> None:
    with visited(browser, tmp_path, agencies()) as visit:
        page = visit.page
        page.locator("#panel .list button").first.focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "H2"
        page.keyboard.press("Tab")
        page.locator("#stage > svg").focus()
        before = page.locator("#world").get_attribute("style")
        for key in ("+", "ArrowLeft", "ArrowDown", "-", "ArrowUp"):
            page.keyboard.press(key)
            after = page.locator("#world").get_attribute("style")
            assert after != before
            before = after
        page.keyboard.press("0")
        assert "scale(1)" in (page.locator("#world").get_attribute("style") or "")


def test_pointer_and_wheel_move_the_drawing(browser: Chromium, tmp_path: Path) -> None:
    with visited(browser, tmp_path, sample()) as visit:
        page = visit.page
        where = "document.querySelector('.node').getBoundingClientRect().x"
        start = page.evaluate(where)
        page.mouse.move(60, 120)
        page.mouse.down()
        page.mouse.move(160, 160, steps=4)
        page.mouse.up()
        assert page.evaluate(where) == pytest.approx(start + 100, abs=2)
        assert panel(page).startswith("Choose a node"), "a drag is no click"
        page.mouse.wheel(0, -600)
        page.wait_for_function(
            "!document.getElementById('world').style.transform.endsWith('scale(1)')"
        )
        page.get_by_role("button", name="The whole network").click()
        assert page.evaluate(where) == pytest.approx(start, abs=2)


def test_what_is_written_stays_text(browser: Chromium, tmp_path: Path) -> None:
    graph = evil()
    with visited(browser, tmp_path, graph) as visit:
        page = visit.page
        page.locator("#panel .list button", has_text="</script>").first.click()
        page.locator("#panel .list button").first.click()
        assert EVIL[0] in panel(page)
        assert page.locator("#panel figcaption a[href^='javascript']").count() == 0
        assert page.title() == "Sample"
        assert page.locator("script").count() == 2


def test_every_odd_name_is_found_as_it_is(browser: Chromium, tmp_path: Path) -> None:
    with visited(browser, tmp_path, sample()) as visit:
        shown = visit.page.locator("#panel .list").first.locator("bdi").all_text_contents()
    assert sorted(shown) == sorted(name or "(no name)" for name in NAMES)


def test_without_scripts_there_is_a_picture_and_a_table(browser: Chromium, tmp_path: Path) -> None:
    graph = evil()
    with visited(browser, tmp_path, graph, java_script_enabled=False) as visit:
        page = visit.page
        assert page.locator("#stage > svg .node").count() == len(graph)
        assert page.locator("noscript tbody tr, tbody tr").count() == graph.number_of_edges()
        assert EVIL[0] in page.locator("table").inner_text()
        assert not page.locator("#search").is_visible()


@pytest.mark.parametrize(
    ("scheme", "paper"), [("dark", "rgb(20, 24, 29)"), ("light", "rgb(255, 255, 255)")]
)
def test_dark_and_light(browser: Chromium, tmp_path: Path, scheme: str, paper: str) -> None:
    with visited(browser, tmp_path, sample(), color_scheme=scheme) as visit:
        assert visit.page.evaluate("getComputedStyle(document.body).backgroundColor") == paper


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_nothing_glides_for_those_who_do_not_want_it(
    browser: Chromium, tmp_path: Path, motion: str, moves: bool
) -> None:
    with visited(browser, tmp_path, sample(), reduced_motion=motion) as visit:
        visit.page.get_by_role("button", name="Nearer").click()
        time = visit.page.evaluate("getComputedStyle(world).transitionDuration")
        assert (time != "0s") == moves


def test_a_directed_network_says_which_way(browser: Chromium, tmp_path: Path) -> None:
    with visited(browser, tmp_path, ring(5, directed=True)) as visit:
        page = visit.page
        page.locator("#panel .list button").first.click()
        assert re.search("^← ", panel(page), re.MULTILINE)
        assert re.search("^→ ", panel(page), re.MULTILINE)


def test_nearer_there_is_room_for_more_names(browser: Chromium, tmp_path: Path) -> None:
    with visited(browser, tmp_path, ring(300)) as visit:
        page = visit.page
        shown = ".node-label:not(.off)"
        page.wait_for_function(f"document.querySelectorAll('{shown}').length > 5")
        before = page.locator(shown).count()
        assert before < 300
        for _ in range(8):
            page.get_by_role("button", name="Nearer").click()
        page.wait_for_function(f"document.querySelectorAll('{shown}').length > {before}")


def test_an_empty_network_is_a_page_too(browser: Chromium, tmp_path: Path) -> None:
    with visited(browser, tmp_path, nx.Graph(name="agencies")) as visit:
        assert "0 nodes, 0 ties." in visit.page.locator("header").inner_text()


@given(st.lists(any_text, max_size=4))
def test_no_name_ends_the_data(names: list[str]) -> None:
    assert "<" not in data(draw(readable(sample(names=tuple(names)))))


def test_facts_are_short_and_leave_out_what_has_its_place() -> None:
    values = {"iri": "i", "label": "l", "class": "c", "weight": 0.333333, "first": None,
              "known": True, "shared": "", "kinds": {"programmes": 2}}  # fmt: skip
    assert facts(values) == [("weight", "0.333333"), ("known", "true"), ("kinds programmes", "2")]
