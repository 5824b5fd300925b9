"""Work spread over processes of this machine, its results in the order of the work.

Processes rather than threads: reading a release holds Python's lock all the time. They are started
anew (spawn) and not forked, since a fork copies the locks of a store that is open. No more is sent
out than the processes need to stay busy, so that memory does not grow with the work.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import wait
from typing import Any, Final, TypeVar

from kg.errors import WorkerLostError

T = TypeVar("T")
R = TypeVar("R")

# Items that go to a process together, and how many such parcels are out for each process: enough for
# all to go on while whoever collects is busy with a batch.
PARCEL: Final = 8
AHEAD: Final = 24
# What this process is here to do, where it is a worker.
_held: list[Callable[[Any], Any]] = []


def ordered(work: Callable[[T], R], items: Iterable[T], jobs: int) -> Generator[R, None, None]:
    """Yield `work(item)` for each item, in order, done by `jobs` processes (1: by this one).

    `work`, items and results must be picklable; `work` is sent once to each process. An exception
    that `work` raises is raised here. WorkerLostError where a process ended by itself.
    """
    if jobs == 1:
        yield from map(work, items)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(work,))
    try:
        with _uninterrupted():
            for _ in range(jobs):
                pool.submit(os.getpid)
        yield from _results(pool, iter(items), jobs)
    except BrokenProcessPool as error:
        raise WorkerLostError(
            f"one of the {jobs} processes was ended from outside, perhaps for want of memory",
            "Run the same command again, with fewer --jobs; what is in the store is kept.",
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _results(pool: ProcessPoolExecutor, items: Iterator[T], jobs: int) -> Iterator[Any]:
    out: deque[Future[list[Any]]] = deque()
    while True:
        while len(out) < AHEAD * jobs and (parcel := list(islice(items, PARCEL))):
            out.append(pool.submit(_do, parcel))
        if not out:
            return
        yield from out.popleft().result()


def _begin(work: Callable[[Any], Any]) -> None:
    """Get ready as a worker; whose parent is killed ends as well."""
    _held[:] = [work]
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _do(parcel: list[Any]) -> list[Any]:
    (work,) = _held
    return [work(item) for item in parcel]


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: it is for whoever collects their results."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
