"""Rounds of a watcher: look at all sources, take in what is new, wait, look again."""

from __future__ import annotations

import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import chain

from kg.errors import StoreError, UnreadableError
from kg.model import Release
from kg.pipeline import Judge, Outcome, admitted, prepare
from kg.releases import read_opened
from kg.store.base import Store
from kg.watch import looking
from kg.watch.state import Seen, State, digest

# However often it failed, a source is looked at once an hour, until its attempts are used up.
_LONGEST = 3600.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How patient a watcher is, in seconds.

    It waits `interval` between two looks; a file rests for `settle` before it is taken; what fails is
    tried `attempts` times, after pauses that double.
    """

    interval: float = 300.0
    settle: float = 2.0
    attempts: int = 5

    def pause(self, failures: int) -> float:
        """Return the pause after so many failures in a row."""
        return min(self.interval * 2.0 ** (failures - 1), max(_LONGEST, self.interval))


@dataclass
class Watcher:
    """Takes new releases of some sources into a store, which is open only meanwhile.

    `tell` is called with what became of each release. A source that cannot be read is "unreadable" once
    its attempts are used up, and is let be until it changes; before, `warn` is told why. `stop` ends the work between two releases.
    """

    sources: Iterable[str]
    judge: Judge
    opener: Callable[[], AbstractContextManager[Store]]
    state: State
    tell: Callable[[Outcome], None]
    warn: Callable[[str], None]
    settings: Settings = field(default_factory=Settings)
    stop: threading.Event = field(default_factory=threading.Event)
    clock: Callable[[], float] = time.time

    def watch(self) -> None:
        """Look until `stop` is set; StoreError where the store fails in all attempts in a row."""
        failures = 0
        while not self.stop.is_set():
            try:
                self.look()
                failures = 0
            except StoreError as error:
                failures += 1
                if failures == self.settings.attempts:
                    raise
                self._again(str(error), failures, self.settings.pause(failures))
            pause = self.settings.pause(failures) if failures else self.settings.interval
            self.stop.wait(pause)

    def look(self) -> Counter[str]:
        """Look at each source once; return how many releases became what. Errors: StoreError."""
        counts: Counter[str] = Counter()
        taken: deque[str] = deque()
        read: dict[str, Seen] = {}
        news = self._news(taken, read)
        first = next(news, None)
        if first is not None:
            with self.opener() as store:
                prepare(store, self.judge.mapper)
                judged = chain.from_iterable(map(self.judge, chain([first], news)))
                for outcome in admitted(judged, store):
                    self.tell(outcome)
                    self.state.take(taken.popleft(), outcome.status)
                    counts[outcome.status] += 1
        # What was read to its end is remembered when all of it is in the store.
        for source, seen in read.items():
            self.state.see(source, seen)
        return counts

    def _news(self, taken: deque[str], read: dict[str, Seen]) -> Iterator[tuple[str, Release]]:
        """Yield the releases that were not taken yet; note their digests, and the sources read."""
        known: set[str] = set()
        for source in looking.found(self.sources):
            seen = self.state.seen(source)
            if seen.due > self.clock():
                continue
            trouble: list[UnreadableError] = []
            mark = seen.mark
            for found in self._found(source, seen, trouble):
                if isinstance(found, str):
                    mark = found
                elif self.stop.is_set():
                    return
                elif (name := digest(found)) not in known and not self.state.has(name):
                    known.add(name)
                    taken.append(name)
                    yield source, found
            if trouble or mark != seen.mark:
                read[source] = self._after(source, seen, mark, trouble)

    def _found(
        self, source: str, seen: Seen, trouble: list[UnreadableError]
    ) -> Iterator[Release | str]:
        """Yield the releases of a source that changed, then its new mark."""
        before = self.clock() - self.settings.settle
        try:
            with looking.changed(source, seen.mark, before=before) as new:
                if new is None:
                    return
                opened, mark = new
                for found in read_opened(opened):
                    if isinstance(found, UnreadableError):
                        trouble.append(found)
                    else:
                        yield found
                yield mark
        except UnreadableError as error:
            trouble.append(error)
        except FileNotFoundError:
            # Taken away since it was found.
            return
        except OSError as error:
            reason = error.strerror or error
            trouble.append(UnreadableError(f"{source}: cannot be read ({reason})", "Check it."))

    def _after(self, source: str, seen: Seen, mark: str, trouble: list[UnreadableError]) -> Seen:
        """Return how a source that was read is to be remembered; tell what is given up."""
        failures = seen.failures + 1
        if not trouble:
            return Seen(mark)
        if failures < self.settings.attempts:
            pause = self.settings.pause(failures)
            for error in trouble:
                self._again(error.message, failures, pause)
            return Seen(seen.mark, failures, self.clock() + pause)
        for error in trouble:
            self.tell(Outcome(source, "unreadable", error=error))
        # An address that never answered has no mark by which it could change: it is asked again.
        pause = 0.0 if mark != seen.mark else _LONGEST
        return Seen(mark, 0, self.clock() + pause)

    def _again(self, message: str, failures: int, pause: float) -> None:
        number = f"attempt {failures} of {self.settings.attempts}"
        self.warn(f"{message}; {number}, tried again in {pause:.0f} s")
