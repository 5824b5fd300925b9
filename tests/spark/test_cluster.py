"""A real cluster on loopback: a master and two workers, one of which is killed in the midst."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from kg import shards, spark
from kg.model import Mapping, ReleaseGraph
from tests.servers.process import free_address, running
from tests.spark.conftest import GIVEN, Careless, Expected
from tests.spark.test_local import lines_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

MASTER = "org.apache.spark.deploy.master.Master"
WORKER = "org.apache.spark.deploy.worker.Worker"


class Deadly(Careless):
    """A mapper that kills the machine it runs on, once, at a release in the middle."""

    def __init__(self, flag: Path) -> None:
        super().__init__()
        self.flag = flag

    def graph(self, mapping: Mapping) -> ReleaseGraph:
        if mapping.key == "pr025-2020":
            self._kill()
        return super().graph(mapping)

    def _kill(self) -> None:
        try:
            self.flag.touch(exist_ok=False)
        except FileExistsError:
            return
        executor = _parent(os.getppid())
        worker = _parent(executor)
        self.flag.write_text(f"{worker}", encoding="utf-8")
        for process in (worker, executor, os.getpid()):
            os.kill(process, signal.SIGKILL)


def _parent(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Run a master and two workers; yield its URL and the workers' processes."""
    from pyspark.find_spark_home import _find_spark_home

    start = Path(_find_spark_home(), "bin", "spark-class")
    (host, port), pages = free_address().split(":"), free_address().split(":")[1]
    url = f"spark://{host}:{port}"
    master = [start, MASTER, "--host", host, "--port", port, "--webui-port", pages]
    options = ["--host", host, "--webui-port", "0", "--cores", "1", "--memory", "1g"]
    with ExitStack() as stack:
        stack.enter_context(
            running([str(part) for part in master], folder, f"http://{host}:{pages}/json/")
        )
        workers = []
        for name in ("one", "two"):
            command = [str(start), WORKER, *options, "--work-dir", str(folder / name), url]
            output = stack.enter_context((folder / f"{name}.txt").open("wb"))
            worker = stack.enter_context(subprocess.Popen(command, stdout=output, stderr=output))
            stack.callback(worker.kill)
            workers.append(worker.pid)
        _wait_for(f"http://{host}:{pages}/json/", len(workers))
        yield url, workers


def _wait_for(url: str, workers: int) -> None:
    """Wait until the master knows its workers; each question takes it some milliseconds."""
    for _ in range(100_000):
        with urlopen(url) as answer:
            if json.load(answer)["aliveworkers"] == workers:
                return
    pytest.fail("no workers came")


@pytest.mark.skipif(sys.platform != "linux", reason="a process finds its grandparent in /proc")
def test_a_cluster_that_loses_a_machine_gives_the_same_quads(
    sources: list[str], expected: Expected, tmp_path: Path
) -> None:
    flag, folder = tmp_path / "killed", tmp_path / "shards"
    with cluster(tmp_path) as (url, workers):
        written = spark.write(sources, str(folder), Deadly(flag), master=url, given=GIVEN, shards=2)
    assert int(flag.read_text(encoding="utf-8")) in workers
    assert lines_of(folder) == expected.lines
    assert written.checksum == expected.checksum
    assert shards.read(folder) == written
