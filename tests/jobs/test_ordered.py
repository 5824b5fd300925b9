"""Work over processes: in order, never far ahead, and nobody left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest

from kg.errors import UnreadableError, WorkerLostError
from kg.jobs import AHEAD, PARCEL, ordered

ORPHAN = """
import os
from kg.jobs import ordered
if __name__ == "__main__":
    for number in ordered(print, range(10_000_000), 2):
        pass
"""


def double(number: int) -> int:
    return 2 * number


def refuse(number: int) -> int:
    raise UnreadableError(f"{number} cannot be read", "Take another.")


def die(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def whoami(_: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("size", [0, 1, 3 * PARCEL + 1])
def test_results_come_in_the_order_of_the_items(jobs: int, size: int) -> None:
    assert list(ordered(double, range(size), jobs)) == [2 * n for n in range(size)]


def test_the_work_is_done_by_others() -> None:
    workers = set(ordered(whoami, range(4 * PARCEL), 2))
    assert os.getpid() not in workers
    assert len(workers) <= 2


def test_no_more_is_taken_than_the_processes_need() -> None:
    taken: list[int] = []

    def endless() -> Iterator[int]:
        for number in count():
            taken.append(number)
            yield number

    results = ordered(double, endless(), 2)
    assert list(islice(results, PARCEL)) == [2 * n for n in range(PARCEL)]
    results.close()
    assert len(taken) <= 2 * AHEAD * PARCEL


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_the_work_is_raised_with_its_remedy(jobs: int) -> None:
    with pytest.raises(UnreadableError, match="0 cannot be read") as caught:
        list(ordered(refuse, range(3), jobs))
    assert caught.value.remedy == "Take another."


def test_a_process_that_is_killed_is_told() -> None:
    with pytest.raises(WorkerLostError, match="one of the 2 processes"):
        list(ordered(die, range(3), 2))


def test_processes_end_with_their_parent(tmp_path: Path, checkout: Path) -> None:
    script = tmp_path / "orphan.py"
    script.write_text(ORPHAN, encoding="utf-8")
    env = os.environ | {"PYTHONPATH": str(checkout), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, env=env) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"0\n"
        parent.kill()
        # The workers write to the same pipe: it ends when the last of them does.
        parent.stdout.read()
