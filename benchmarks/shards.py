"""Shards written by Spark, and the ways to load them; the same quads by three engines, in one run.

    python benchmarks/shards.py [--releases 500] [--folder DIR] [--write]

Generated texts go through a build by one process, by two, and through Spark on this machine (local[2]),
and the checksums of the sorted dumps are compared. Then the shards are loaded: in bulk into a new store,
and release by release into a store in memory. Processor time is that of all processes, but of Spark's
Java no one tells it: it has the clock alone, which on a busy machine says little. --write puts the figures into
docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import page
from benchmarks.releases import releases, write
from kg import shards, spark
from kg.pipeline import Mapper, build
from kg.shards import dump, loading
from kg.shards.manifest import Manifest
from kg.store.embedded import EmbeddedStore

T = TypeVar("T")


def processor() -> float:
    """Return the processor time of this process and of those that it has ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def timed(work: Callable[[], T]) -> tuple[T, float, float]:
    """Return what work gives, and the seconds that it took: of processors, and by the clock."""
    start, began = processor(), perf_counter()
    result = work()
    return result, processor() - start, perf_counter() - began


def built(texts: Path, jobs: int) -> str:
    """Build a store in memory; return the checksum of its dump."""
    with EmbeddedStore.memory() as store:
        for _ in build([str(texts)], store, Mapper(), jobs=jobs):
            pass
        return dump.checksum(dump.of_view(store))


def loaded(folder: Path, told: Manifest, target: Path) -> None:
    """Load shards into a new store."""
    for _ in loading.into_new(folder, told, target):
        pass


def admitted(folder: Path, told: Manifest) -> None:
    """Load shards into a store that is there."""
    with EmbeddedStore.memory(told.base) as store:
        for _ in loading.into(folder, told, store):
            pass


def report(place: Path, count: int) -> Iterator[str]:
    """Measure, and yield the section."""
    texts, folder = place / "releases.jsonl", place / "shards"
    write(texts, releases(count))
    alone, *one = timed(lambda: built(texts, 1))
    together, *two = timed(lambda: built(texts, 2))
    told, *cluster = timed(
        lambda: spark.write([str(texts)], str(folder), Mapper(), master="local[2]")
    )
    assert alone == together == told.checksum, "the engines do not give the same quads"
    _, bulk, _ = timed(lambda: loaded(folder, shards.read(folder), place / "store"))
    _, single, _ = timed(lambda: admitted(folder, told))
    with EmbeddedStore.open(place / "store", read_only=True) as store:
        assert dump.checksum(dump.of_view(store)) == told.checksum, "not what was written"
    quads = told.counts["facts"] + told.counts["evidence"]
    packed = sum((folder / shard.file).stat().st_size for shard in told.shards) / 1e6
    yield "## Shards"
    yield ""
    yield f"`benchmarks/shards.py --releases {count}`: {quads:,} quads; {page.machine()}."
    yield ""
    yield "| mapped, validated and written or admitted by | processor, s | clock, s |"
    yield "|---|---:|---:|"
    yield f"| one process, into a store in memory | {one[0]:.1f} | {one[1]:.0f} |"
    yield f"| `--jobs 2`, into a store in memory | {two[0]:.1f} | {two[1]:.0f} |"
    yield f"| Spark, local[2], into shards, with its start | - | {cluster[1]:.0f} |"
    yield ""
    yield f"All three have the checksum `{told.checksum[:16]}...`. The shards take {packed:.1f} MB."
    yield ""
    yield "| loaded | processor, s | thousand quads a second |"
    yield "|---|---:|---:|"
    yield f"| in bulk, into a new store on disk, with its index | {bulk:.1f} | {quads / bulk / 1000:.0f} |"
    yield f"| release by release, into a store in memory | {single:.1f} | {quads / single / 1000:.0f} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=500)
    parser.add_argument("--folder", type=Path, help="where to leave texts, shards and store")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    lines = []
    with tempfile.TemporaryDirectory() as place:
        folder = chosen.folder or Path(place)
        folder.mkdir(parents=True, exist_ok=True)
        for line in report(folder, chosen.releases):
            print(line, flush=True)
            lines.append(line)
    if chosen.write:
        page.put("shards", lines)


if __name__ == "__main__":
    main()
