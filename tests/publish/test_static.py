"""Statements 8, 9, 62 and 63: the static site, and real web servers that follow its rules."""

from __future__ import annotations

import html
import os
import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from starlette.testclient import TestClient

from kg.errors import StoreError
from kg.publish.addresses import Addresses
from kg.publish.documents import Document, Store
from kg.publish.formats import ALL
from kg.publish.redirects import ABSENT
from kg.publish.representation import render
from kg.publish.site import find
from kg.publish.static import LIST, File, Written, files, write
from kg.store.base import Bindings, Result
from kg.store.embedded import EmbeddedStore
from kg.store.remembered import RememberedView
from tests.cli.conftest import call
from tests.publish.conftest import PUBLIC
from tests.publish.world import at


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_09_server_and_site_give_the_same_bytes(site: Path, client: TestClient) -> None:
    documents = [path for path in _contents(site) if path.startswith(("doc/", "graph/", "ontol"))]
    assert len(documents) > 100
    for path in documents:
        answer = client.get(f"/{path}")
        assert answer.status_code == 200, path
        assert answer.content == (site / path).read_bytes(), path


@pytest.mark.parametrize("root", ["", "some/where/below/"])
def test_62_no_internal_link_is_dead_whatever_the_root(site: Path, root: str) -> None:
    pages = [path for path in _contents(site) if path.endswith(".html") and path != ABSENT]
    checked = 0
    for page in pages:
        text = html.unescape((site / page).read_text(encoding="utf-8"))
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            if re.match(r"[a-z][a-z0-9+.-]*:", link):
                continue
            target = os.path.normpath(
                os.path.join(root, os.path.dirname(page), unquote(urldefrag(link)[0]))  # noqa: PTH118, PTH120
                if urldefrag(link)[0]
                else os.path.join(root, page)  # noqa: PTH118
            )
            assert target.startswith(root), (page, link)
            assert (site / target.removeprefix(root)).is_file(), (page, link)
            checked += 1
    assert checked > len(pages)


def test_62_the_page_for_what_is_not_there_leads_into_the_site_from_anywhere(site: Path) -> None:
    links = re.findall(
        r'(?:href|src|action)="([^"]+)"', (site / ABSENT).read_text(encoding="utf-8")
    )
    root = urlsplit(PUBLIC).path
    within = [link for link in links if not re.match(r"data:|#", link)]
    assert len(within) > 5
    for link in within:
        assert link.startswith(root)
        assert (site / link.removeprefix(root)).is_file(), link


def test_63_two_builds_are_the_same_byte_for_byte(
    site: Path, published: EmbeddedStore, tmp_path: Path
) -> None:
    write(tmp_path, files(Store(published, Addresses(published.base, PUBLIC))))
    assert _contents(tmp_path) == _contents(site)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the published store."""
    return at(tmp_path_factory.mktemp("published") / "store")


def test_the_program_writes_the_same_site_from_a_folder(
    site: Path, folder: Path, tmp_path: Path
) -> None:
    options = ("--store", folder, "--public-base", PUBLIC)
    result = call("publish", tmp_path / "site", *options)
    assert result.exit_code == 0
    assert _contents(tmp_path / "site") == _contents(site)
    again = call("publish", tmp_path / "site", *options)
    assert again.stdout.startswith("0 files written, ")


@pytest.mark.parametrize("path", ["doc/agency/cnes", "doc/mission/script", "doc/class/Mission"])
def test_all_forms_of_a_document_together_ask_nothing_twice(
    folder: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    answer = EmbeddedStore.query

    def heard(self: EmbeddedStore, sparql: str, bindings: Bindings | None = None) -> Result:
        asked.append((sparql, sorted((bindings or {}).items())))
        return answer(self, sparql, bindings)

    monkeypatch.setattr(EmbeddedStore, "query", heard)
    with EmbeddedStore.open(folder, read_only=True) as view:
        store = Store(RememberedView(view), Addresses(view.base, PUBLIC))
        document = find(store, path)
        assert isinstance(document, Document)
        for form in ALL:
            render(document, form, store)
    assert asked
    assert [question for question in asked if asked.count(question) > 1] == []


@pytest.mark.parametrize(
    "address",
    ["example.org/", "https://example.org", "https://example.org/#", "https://example.org/?a=/",
     "https://example.org/a b/", "https:///"],
)  # fmt: skip
@pytest.mark.parametrize("command", [("publish", "site"), ("serve",)])
def test_an_address_below_which_no_path_can_lie_is_refused(
    command: tuple[str, ...], address: str, tmp_path: Path
) -> None:
    result = call(*command, "--store", tmp_path, "--public-base", address)
    assert result.exit_code == 2
    assert f"{address!r} is no address of a site" in result.stderr


def test_only_what_changed_is_rewritten_and_what_is_no_more_taken_away(tmp_path: Path) -> None:
    first = [File("a/x.ttl", b"1"), File("a/y.ttl", b"2"), File("b.ttl", b"3")]
    assert write(tmp_path, first) == Written(3, 0, 0)
    (tmp_path / "a" / "own.txt").write_text("somebody else's")
    stamp = (tmp_path / "a" / "x.ttl").stat().st_mtime_ns
    second = [File("a/x.ttl", b"1"), File("a/y.ttl", b"two")]
    assert write(tmp_path, second) == Written(1, 1, 1)
    assert (tmp_path / "a" / "x.ttl").stat().st_mtime_ns == stamp
    assert set(_contents(tmp_path)) == {"a/x.ttl", "a/y.ttl", "a/own.txt", LIST}


def test_a_list_that_leads_out_of_the_folder_takes_nothing_away(tmp_path: Path) -> None:
    outside = tmp_path / "precious"
    outside.write_text("stay")
    folder = tmp_path / "site"
    write(folder, [])
    (folder / LIST).write_text('["../precious"]')
    write(folder, [])
    assert outside.exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(StoreError, match="cannot write the site"):
        write(tmp_path / "taken", [])
