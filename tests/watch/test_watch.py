"""New releases of folders and feeds are taken in once each, whatever happens between."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kg import pipeline
from kg.errors import StoreError, StoreLockedError, UsageError
from kg.pipeline import Judge, Mapper, Outcome
from kg.releases import Given
from kg.store.base import Store
from kg.store.embedded import EmbeddedStore
from kg.watch import Settings, State, Watcher, looking
from tests.releases.makers import rss
from tests.servers.hostile import Quiet, serving
from tests.spark.conftest import TEXT, Careless

GIVEN = Given(publisher="agency/cnes")
NOW = 1_600_000_000.0


@pytest.fixture(scope="module")
def mapper() -> Mapper:
    return Careless()


@dataclass
class World:
    """A watcher with a clock that the test moves, over a store in memory."""

    sources: list[str]
    mapper: Mapper
    path: Path
    store: EmbeddedStore = field(default_factory=EmbeddedStore.memory)
    now: float = NOW
    told: list[Outcome] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)
    broken: int = 0
    opened: int = 0

    @contextmanager
    def open(self) -> Iterator[Store]:
        self.opened += 1
        if self.broken:
            self.broken -= 1
            raise StoreLockedError("another process writes to the store")
        yield self.store

    def watcher(self, state: State) -> Watcher:
        return Watcher(
            self.sources, Judge(self.mapper, GIVEN, "shacl"), self.open, state,
            self.told.append, self.warned.append, Settings(10, 2, 3), clock=lambda: self.now,
        )  # fmt: skip

    def look(self) -> list[str]:
        """Look once, as a program that has just been started does; return what became of what."""
        self.told.clear()
        self.warned.clear()
        with State(self.path) as state:
            self.watcher(state).look()
        return [outcome.status for outcome in self.told]


@pytest.fixture
def world(tmp_path: Path, mapper: Mapper, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(pipeline, "prepare", lambda store, mapper: None)
    monkeypatch.setattr("kg.watch.rounds.prepare", lambda store, mapper: None)
    (tmp_path / "in").mkdir()
    return World([str(tmp_path / "in")], mapper, tmp_path / "watch.sqlite")


def _put(world: World, name: str, text: str = TEXT, age: float = 60) -> Path:
    path = Path(world.sources[0], name)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (world.now - age, world.now - age))
    return path


def test_a_new_file_is_taken_once(world: World) -> None:
    assert world.look() == []
    _put(world, "one.txt")
    assert world.look() == ["admitted"]
    assert world.look() == []
    _put(world, "two.txt", TEXT.replace("STOCK", "MORE STOCK"))
    assert world.look() == ["admitted"]
    assert len(world.store.releases()) == 2
    assert world.opened == 2, "the store is open only while something goes in"


def test_a_changed_file_is_taken_again_and_a_moved_one_is_not(world: World) -> None:
    path = _put(world, "one.txt")
    world.look()
    path.rename(path.with_name("moved.txt"))
    assert world.look() == []
    _put(world, "moved.txt", TEXT.replace("NASA", "ESA"), age=30)
    assert world.look() == ["admitted"]
    assert len(world.store.releases()) == 1


def test_a_file_that_is_still_written_is_left_alone(world: World) -> None:
    _put(world, "one.txt", TEXT[:40], age=1)
    assert world.look() == []
    world.now += 1
    assert world.look() == ["admitted"]


def test_lines_that_are_added_to_a_file_are_news(world: World) -> None:
    line = '{"text": "CNES operates SWOT with NASA.", "number": "N%d"}\n'
    _put(world, "many.jsonl", line % 1 + line % 2)
    assert world.look() == ["admitted", "admitted"]
    _put(world, "many.jsonl", line % 1 + line % 2 + line % 3, age=30)
    assert world.look() == ["admitted"]


def test_what_does_not_conform_is_told_once(world: World) -> None:
    _put(world, "bad.txt", TEXT.replace("TAKES", "CARELESS TAKES"))
    _put(world, "good.txt")
    assert world.look() == ["rejected", "admitted"]
    report = world.told[0].report
    assert report is not None
    assert not report.conforms
    assert world.look() == []


def test_what_cannot_be_read_is_tried_with_growing_pauses_and_given_up(world: World) -> None:
    _put(world, "empty.txt", "")
    waits = []
    for attempt in (1, 2):
        assert world.look() == []
        assert f"empty.txt: no text; attempt {attempt} of 3" in world.warned[0]
        assert world.look() == []
        assert not world.warned, "not before its time"
        waits.append(10 * 2 ** (attempt - 1))
        world.now += waits[-1]
    assert world.look() == ["unreadable"]
    world.now += 100_000
    assert world.look() == []
    _put(world, "empty.txt", TEXT, age=30)
    assert world.look() == ["admitted"]


def test_a_store_that_fails_loses_no_release(world: World) -> None:
    _put(world, "one.txt")
    world.broken = 1
    with pytest.raises(StoreLockedError):
        world.look()
    assert world.look() == ["admitted"]


def test_a_store_that_fails_for_good_ends_the_watch(world: World) -> None:
    _put(world, "one.txt")
    world.broken = 100
    with State(world.path) as state:
        watcher = world.watcher(state)
        watcher.settings = Settings(0, 2, 3)
        with pytest.raises(StoreLockedError):
            watcher.watch()
    assert world.opened == 3
    assert len(world.warned) == 2


def test_the_end_comes_between_two_releases(world: World) -> None:
    for number in range(5):
        _put(world, f"{number}.txt", TEXT.replace("STOCK", f"STOCK {number}"))
    with State(world.path) as state:
        watcher = world.watcher(state)
        calls = iter([False, False, True])
        watcher.stop.is_set = lambda: next(calls)  # type: ignore[method-assign]
        watcher.look()
    assert len(world.told) == len(world.store.releases()) == 2
    assert world.look() == ["admitted"] * 3


class Feed(Quiet):
    """A feed that says what version it is, and notes what it was asked."""

    content, etag, status = rss(), '"1"', 200
    asked: list[tuple[str | None, str | None]] = []  # noqa: RUF012
    modified = "Mon, 15 Mar 2021 10:00:00 GMT"

    def do_GET(self) -> None:  # noqa: N802
        self.asked.append((self.headers["If-None-Match"], self.headers["If-Modified-Since"]))
        if self.status == 200 and self.headers["If-None-Match"] == self.etag:
            self.reply(304)
        else:
            headers = {"ETag": self.etag, "Last_Modified": self.modified}
            self.reply(self.status, self.content, Content_Type="application/rss+xml", **headers)


@pytest.fixture
def feed(world: World) -> Iterator[type[Feed]]:
    class Fresh(Feed):
        asked: list[tuple[str | None, str | None]] = []  # noqa: RUF012

    with serving(Fresh) as url:
        world.sources = [f"{url}/feed.rss"]
        yield Fresh


def test_a_feed_is_asked_for_what_changed(world: World, feed: type[Feed]) -> None:
    feed.content = rss("CNES operates SWOT with NASA.", "CNES met ESA on 3 March 2021 in Paris.")
    first = world.look()
    assert set(first) == {"admitted"}
    assert world.look() == []
    feed.content, feed.etag = rss("CNES operates SWOT with NASA.", "CNES met JAXA in Tokyo."), '"2"'
    assert len(world.look()) == 1
    assert feed.asked == [(None, None), ('"1"', feed.modified), ('"1"', feed.modified)]


def test_a_feed_that_fails_is_left_in_peace_for_a_while(world: World, feed: type[Feed]) -> None:
    feed.status = 503
    assert world.look() == []
    assert "the server answers 503" in world.warned[0]
    assert world.look() == []
    assert len(feed.asked) == 1
    feed.status = 200
    world.now += 10
    assert set(world.look()) == {"admitted"}


def test_what_cannot_be_watched_is_refused(tmp_path: Path) -> None:
    for source in ("-", str(tmp_path / "none")):
        with pytest.raises(UsageError):
            looking.check([source])


def test_a_state_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "watch.sqlite"
    path.write_text("no database, but long enough to be taken for one by its name" * 20)
    with pytest.raises(StoreError, match="cannot be used"):
        State(path)
